package dev.perfreview.python.workspace;

import dev.perfreview.python.Binding;
import dev.perfreview.python.ModuleName;
import dev.perfreview.python.PythonModel;
import dev.perfreview.python.PythonType;
import dev.perfreview.python.QualifiedNames;
import dev.perfreview.python.Scope;
import dev.perfreview.python.Variable;
import dev.perfreview.python.effects.ExplicitSync;
import dev.perfreview.semantics.workspace.Effect;
import dev.perfreview.semantics.workspace.FileFacts;
import dev.perfreview.semantics.workspace.TypeFacts;
import dev.perfreview.semantics.workspace.TypeNotation;
import dev.perfreview.semantics.workspace.Workspace;
import dev.perfreview.syntax.KindSet;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxNode;
import dev.perfreview.syntax.SyntaxSnapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads off a file what it tells the others. */
public final class PythonFacts {

  /** How facts write Python types. */
  static final TypeNotation<PythonType> NOTATION = new TypeNotation<>(
    PythonType::name,
    PythonType::arguments,
    PythonType::new
  );

  private static final KindSet CALLS = KindSet.of(Language.PYTHON, "call");

  private final ModuleName module;
  private final PythonModel model;

  private PythonFacts(ModuleName module, PythonModel model) {
    this.module = module;
    this.model = model;
  }

  /**
   * What a file tells the others, whatever they tell it.
   *
   * @param path its path from the workspace folder
   */
  public static FileFacts of(String path, SyntaxSnapshot syntax) {
    ModuleName module = ModuleName.of(path);
    PythonFacts facts = new PythonFacts(module, new PythonModel(syntax, path, Workspace.EMPTY));
    return facts.read(path);
  }

  /** Whether the facts of a file would tell of a call that waits for the device; much cheaper than to read them all. */
  public static boolean waitsForDevice(PythonModel model) {
    EffectReader effects = new EffectReader(model);
    for (SyntaxNode call : model.syntax().root().descendants(CALLS)) {
      boolean waits =
        ExplicitSync.mayRead(call) &&
        effects
          .of(call)
          .stream()
          .anyMatch(effect -> effect.effect() == Effect.SYNCS_GPU);
      if (waits) {
        return true;
      }
    }
    return false;
  }

  private FileFacts read(String path) {
    List<TypeFacts> types = new ArrayList<>();
    for (Scope scope : model.scopes().scopes()) {
      if (scope.is(Scope.Kind.CLASS)) {
        types.add(classFacts(scope));
      }
    }
    Map<String, String> names = new LinkedHashMap<>();
    Map<String, String> variables = new LinkedHashMap<>();
    for (Variable variable : model.scopes().module().variables()) {
      readModuleVariable(variable, names, variables);
    }
    List<String> wildcards = model.scopes().module().wildcardModules().stream().map(module::absolute).toList();
    if (!wildcards.isEmpty()) {
      names.put("*", String.join(" ", wildcards));
    }
    return new FileFacts(
      path,
      Language.PYTHON,
      module.name(),
      types,
      new FunctionReader(module, model).read(),
      names,
      variables
    );
  }

  private void readModuleVariable(Variable variable, Map<String, String> names, Map<String, String> variables) {
    String imported = model.names().absolute(QualifiedNames.importedAs(variable));
    if (imported != null) {
      names.put(variable.name(), imported);
      return;
    }
    boolean isDefinition = variable
      .bindings()
      .stream()
      .allMatch(binding -> binding.kind() == Binding.Kind.CLASS || binding.kind() == Binding.Kind.FUNCTION);
    String type = isDefinition ? "" : write(model.types().typeOf(variable));
    if (!type.isEmpty()) {
      variables.put(variable.name(), type);
    }
  }

  private TypeFacts classFacts(Scope scope) {
    List<String> bases = new ArrayList<>();
    SyntaxNode superclasses = scope.node().field("superclasses");
    if (superclasses != null) {
      for (SyntaxNode base : superclasses.namedChildren()) {
        String name = nameOf(base.is("subscript") ? base.field("value") : base);
        if (!name.isEmpty()) {
          bases.add(name);
        }
      }
    }
    Map<String, String> members = new LinkedHashMap<>();
    for (Variable attribute : model.classes().attributes(scope)) {
      boolean isMethod = attribute
        .bindings()
        .stream()
        .allMatch(binding -> binding.kind() == Binding.Kind.FUNCTION);
      String type = isMethod ? "" : write(model.types().typeOf(attribute));
      if (!type.isEmpty()) {
        members.put(attribute.name(), type);
      }
    }
    return new TypeFacts(scope.qualifiedName(), bases, members, "");
  }

  private String nameOf(@Nullable SyntaxNode expression) {
    if (expression == null || !expression.isAny("identifier", "attribute")) {
      return "";
    }
    String imported = model.names().of(expression);
    if (imported != null) {
      return imported;
    }
    Variable variable = expression.is("identifier") ? model.scopes().resolve(expression) : null;
    return variable == null ? "" : module.own(ownerPrefix(variable) + variable.name());
  }

  private static String ownerPrefix(Variable variable) {
    String owner = variable.owner().qualifiedName();
    return owner.isEmpty() ? "" : owner + ".";
  }

  private String write(PythonType type) {
    return NOTATION.write(absolute(type));
  }

  /** A type with the classes of the file under their full names. */
  private PythonType absolute(PythonType type) {
    return absolute(type, module);
  }

  static PythonType absolute(PythonType type, ModuleName module) {
    if (!type.isClassOfFile() && type.arguments().isEmpty()) {
      return type;
    }
    String name = type.isClassOfFile() ? module.own(type.name().substring(1)) : type.name();
    return new PythonType(
      name,
      type
        .arguments()
        .stream()
        .map(argument -> absolute(argument, module))
        .toList()
    );
  }
}
