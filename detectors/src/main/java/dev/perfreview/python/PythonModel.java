package dev.perfreview.python;

import dev.perfreview.python.tensors.Tensors;
import dev.perfreview.python.workspace.PythonLinker;
import dev.perfreview.semantics.CodeFunction;
import dev.perfreview.semantics.Placement;
import dev.perfreview.semantics.SemanticModel;
import dev.perfreview.semantics.workspace.Workspace;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxNode;
import dev.perfreview.syntax.SyntaxSnapshot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What rules ask about a Python file. Each part is worked out when a rule first asks for it, and kept; used by one thread at a time.
 */
public final class PythonModel implements SemanticModel {

  private final SyntaxSnapshot syntax;
  private final String path;
  private final ModuleName module;
  private final Workspace workspace;
  private @Nullable ScopeTree scopes;
  private @Nullable QualifiedNames names;
  private @Nullable PythonClasses classes;
  private @Nullable TypeInference types;
  private @Nullable References references;
  private @Nullable PythonFunctions functions;
  private @Nullable Tensors tensors;
  private @Nullable PythonCalls calls;

  /** Makes the model of a file that is on its own; nothing is worked out yet. */
  public PythonModel(SyntaxSnapshot syntax) {
    this(syntax, "", Workspace.EMPTY);
  }

  /**
   * Makes the model of a file; nothing is worked out yet.
   *
   * @param path its path from the workspace folder; empty when it has none
   * @param workspace the files around it
   */
  public PythonModel(SyntaxSnapshot syntax, String path, Workspace workspace) {
    this.syntax = syntax;
    this.path = path;
    this.module = ModuleName.of(path);
    this.workspace = workspace;
  }

  @Override
  public SyntaxSnapshot syntax() {
    return syntax;
  }

  @Override
  public List<CodeFunction> functions() {
    return definedFunctions().all();
  }

  @Override
  public Placement placementOf(SyntaxNode node) {
    return new ControlFlow(scopes(), definedFunctions()).placementOf(node);
  }

  @Override
  public Placement placementByUseOf(SyntaxNode node) {
    Placement placement = placementOf(node);
    Scope function = scopes().scopeOf(node).definition();
    return placement.cold() == null && new ConstructorHelpers(scopes(), references()).contains(function)
      ? new Placement(placement.function(), placement.recurrence(), "called by constructors only")
      : placement;
  }

  /** The scopes and the variables that they bind. */
  public ScopeTree scopes() {
    if (scopes == null) {
      scopes = ScopeTree.of(syntax);
    }
    return scopes;
  }

  /** What names of other modules stand for. */
  public QualifiedNames names() {
    if (names == null) {
      names = new QualifiedNames(scopes(), module);
    }
    return names;
  }

  /** The classes of the file and their attributes. */
  public PythonClasses classes() {
    if (classes == null) {
      classes = new PythonClasses(scopes());
    }
    return classes;
  }

  /** The types of variables, attributes and expressions. */
  public TypeInference types() {
    if (types == null) {
      ForeignTypes foreign =
        workspace.linker(Language.PYTHON) instanceof PythonLinker linker ? linker : ForeignTypes.NONE;
      types = new TypeInference(scopes(), names(), classes(), new ForeignMembers(foreign, module));
    }
    return types;
  }

  /** Where variables and attributes are used. */
  public References references() {
    if (references == null) {
      references = new References(syntax, scopes());
    }
    return references;
  }

  /** The file's path from the workspace folder; empty when it has none. */
  public String path() {
    return path;
  }

  /** Which expressions are tensors, and in whose memory. */
  public Tensors tensors() {
    if (tensors == null) {
      tensors = new Tensors(this);
    }
    return tensors;
  }

  /** Which code runs on an event loop. */
  public AsyncContext asyncContext() {
    return new AsyncContext(scopes(), this::references);
  }

  /** Which functions of the workspace calls run. */
  public PythonCalls calls() {
    if (calls == null) {
      calls = new PythonCalls(this, path, module, workspace);
    }
    return calls;
  }

  /** How fixes refer to names of other modules. */
  public ImportEdits imports() {
    return new ImportEdits(this);
  }

  private PythonFunctions definedFunctions() {
    if (functions == null) {
      functions = new PythonFunctions(scopes());
    }
    return functions;
  }
}
