package dev.perfreview.rust;

import dev.perfreview.rust.workspace.RustCalls;
import dev.perfreview.semantics.CodeFunction;
import dev.perfreview.semantics.Placement;
import dev.perfreview.semantics.SemanticModel;
import dev.perfreview.semantics.workspace.Chain;
import dev.perfreview.semantics.workspace.Effect;
import dev.perfreview.semantics.workspace.FunctionPlace;
import dev.perfreview.semantics.workspace.Workspace;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxNode;
import dev.perfreview.syntax.SyntaxSnapshot;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What rules ask about a Rust file. Built in one pass over the nodes; what only some rules need is worked out when first asked for. */
public final class RustModel implements SemanticModel {

  private final SyntaxSnapshot syntax;
  private final FunctionIndex functions;
  private final UseDeclarations uses;
  private final String path;
  private final Workspace workspace;
  private @Nullable ExpressionTypes types;
  private @Nullable RustCalls calls;

  /** Builds the model of a file that is on its own. */
  public RustModel(SyntaxSnapshot syntax) {
    this(syntax, "", Workspace.EMPTY);
  }

  /**
   * Builds the model of a file.
   *
   * @param path its path from the workspace folder; empty when it has none
   * @param workspace the files around it
   */
  public RustModel(SyntaxSnapshot syntax, String path, Workspace workspace) {
    this.path = path;
    this.workspace = workspace;
    this.syntax = syntax;
    this.functions = new FunctionIndex(syntax);
    this.uses = new UseDeclarations(syntax);
  }

  @Override
  public SyntaxSnapshot syntax() {
    return syntax;
  }

  @Override
  public List<CodeFunction> functions() {
    return functions.all();
  }

  @Override
  public Placement placementOf(SyntaxNode node) {
    return new Placement(functions.around(node), Loops.recurrenceOf(node), ColdPlaces.reasonAt(node));
  }

  /**
   * Whether a node runs while something is made that lives as long as the process, as {@code LlmEngine::new} makes it; not what closures and tasks that
   * are made there do later.
   */
  public boolean isInConstructor(SyntaxNode node) {
    SyntaxNode function = AsyncContext.functionRunning(node);
    return function != null && ColdFunctions.isConstructor(function);
  }

  /**
   * Whether a {@code function_item} is called rarely whoever calls it, so that it makes nothing hot: it runs rarely by what it is, or
   * makes something that lives long.
   */
  public boolean isCalledRarely(SyntaxNode function) {
    SyntaxNode body = function.field("body");
    return body == null || placementOf(body).cold() != null || ColdFunctions.isConstructor(function);
  }

  /** The innermost function that the node is part of, closures aside. */
  public @Nullable CodeFunction functionAround(SyntaxNode node) {
    return functions.around(node);
  }

  /**
   * The full path that a path stands for by the file's {@code use} declarations and the prelude: {@code std::sync::Mutex::new} of
   * {@code M::new} after {@code use std::sync::Mutex as M}.
   *
   * @param path an identifier, or a scoped or generic path, of a type or an expression
   * @return its segments joined by {@code ::}, type arguments left out and {@code core}, {@code alloc} and the modules of
   *     {@code std::collections} written as {@code std} has them; as written where nothing in sight explains the first segment;
   *     nothing when the node is no path
   */
  public @Nullable String fullPathOf(SyntaxNode path) {
    return uses.fullPathOf(path);
  }

  /** Whether a path stands for {@code fullPath}, written as {@link #fullPathOf} gives it; glob imports count too. */
  public boolean refersTo(SyntaxNode path, String fullPath) {
    return uses.refersTo(path, fullPath);
  }

  /** Whether a name, written at {@code user}, stands for {@code fullPath} by the {@code use} declarations in sight, globs left out. */
  public boolean resolvesName(String name, SyntaxNode user, String fullPath) {
    return fullPath.equals(uses.importedAs(name, user));
  }

  /** What runs the node: a task of an async runtime, a thread that may block, or whoever calls. */
  public Execution executionOf(SyntaxNode node) {
    return AsyncContext.executionOf(node);
  }

  /**
   * The innermost {@code async} function, block or closure that an {@code .await} at the node would suspend; nothing where the nearest
   * function or closure is not async.
   */
  public @Nullable SyntaxNode coroutineAround(SyntaxNode node) {
    return AsyncContext.coroutineAround(node);
  }

  /**
   * The {@code function_item} that runs the node each time it is called; nothing where a closure that is handed on or an async block has
   * the node instead.
   */
  public @Nullable SyntaxNode functionRunning(SyntaxNode node) {
    return AsyncContext.functionRunning(node);
  }

  /** Whether a {@code function_item} is an {@code async fn}. */
  public boolean isAsync(SyntaxNode function) {
    return FunctionIndex.isAsync(function);
  }

  /** The innermost loop over data, or closure called per element, that evaluates the node on each turn; nothing outside of such. */
  public @Nullable SyntaxNode loopAround(SyntaxNode node) {
    return Loops.around(node);
  }

  /**
   * The binding that a local name, a parameter or a constant of this file has at a node.
   *
   * @return nothing for items from elsewhere, enum variants and names that macros make
   */
  public @Nullable Binding bindingOf(SyntaxNode identifier) {
    return Bindings.find(identifier.text(), identifier);
  }

  /** {@link #bindingOf} of a name that stands in a string, such as that of a format macro, at {@code user}. */
  public @Nullable Binding bindingOfName(String name, SyntaxNode user) {
    return Bindings.find(name, user);
  }

  /** The type that a name has at {@code user}, which need not mention it as a node of its own. */
  public @Nullable RustType typeOfName(String name, SyntaxNode user) {
    Binding binding = Bindings.find(name, user);
    return binding == null ? null : types().typeOf(binding);
  }

  /** The type that a node of a written type stands for; {@link RustType#UNKNOWN} for traits and function types. */
  public RustType typeWritten(SyntaxNode type) {
    return types().typeWritten(type);
  }

  /** The type of an expression, as far as this file and the standard library tell it. */
  public @Nullable RustType typeOf(SyntaxNode expression) {
    return types().typeOf(expression);
  }

  /** What it takes to clone a value of the type. */
  public CopyCost copyCostOf(RustType type) {
    return types().costs().of(type);
  }

  /** Whether a value of the type may hold a reference to another; not when nothing is known of the type. */
  public boolean mayBorrow(RustType type) {
    return types().costs().borrows(type);
  }

  /** Whether a value of the type holds numbers in bulk, in a list of its own: token ids, probabilities, bytes. */
  public boolean holdsBulk(RustType type) {
    return types().costs().holdsBulk(type);
  }

  /**
   * The type of all that a clone of a {@code struct_item} or {@code enum_item} copies.
   *
   * @return nothing when it cannot be cloned, or is cloned by code of its own
   */
  public @Nullable RustType contentsOf(SyntaxNode item) {
    return types().costs().contentsOf(item);
  }

  /** The function of this file that a {@code call_expression} calls; nothing when that is not certain. */
  public @Nullable SyntaxNode functionCalled(SyntaxNode call) {
    return types().functionCalled(call);
  }

  /** How a {@code call_expression} comes to an effect on the thread that makes it, through functions of other files. */
  public Optional<Chain> chainTo(Effect effect, SyntaxNode call) {
    return calls().chainTo(effect, call, this);
  }

  /** The functions of other files that a {@code call_expression} may run; none when that is not known. */
  public List<FunctionPlace> functionsCalledElsewhere(SyntaxNode call) {
    return workspace.linker(Language.RUST) == null ? List.of() : calls().targetsOf(call, this);
  }

  private ExpressionTypes types() {
    if (types == null) {
      types = new ExpressionTypes(uses, functions, new Declarations(syntax, functions.all()), new OfWorkspace());
    }
    return types;
  }

  private RustCalls calls() {
    if (calls == null) {
      calls = new RustCalls(syntax, path, workspace);
    }
    return calls;
  }

  /** Asks the other files what this one does not tell. */
  private final class OfWorkspace implements ForeignTypes {

    @Override
    public @Nullable RustType returned(SyntaxNode call) {
      return workspace.linker(Language.RUST) == null ? null : calls().returned(call, RustModel.this);
    }

    @Override
    public @Nullable RustType fieldType(String structPath, String field) {
      return workspace.linker(Language.RUST) == null ? null : calls().fieldType(structPath, field);
    }

    @Override
    public @Nullable RustType contents(String path) {
      return workspace.linker(Language.RUST) == null ? null : calls().contents(path);
    }
  }
}
