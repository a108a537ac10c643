package dev.perfreview.python.rules;

import dev.perfreview.python.Arguments;
import dev.perfreview.python.Binding;
import dev.perfreview.python.MethodCall;
import dev.perfreview.python.PythonModel;
import dev.perfreview.python.PythonType;
import dev.perfreview.python.Scope;
import dev.perfreview.python.Variable;
import dev.perfreview.rule.Finding;
import dev.perfreview.rule.Fix;
import dev.perfreview.syntax.SyntaxNode;
import dev.perfreview.syntax.TextEdit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code array.tobytes()} for a hash function, which would read the array's own memory as well. */
final class HashedBytes {

  private HashedBytes() {}

  /** What is wrong with a call of {@code tobytes}. */
  static Optional<Finding> find(SyntaxNode call, PythonModel model) {
    MethodCall method = MethodCall.of(call);
    boolean copies = method != null && method.name().equals("tobytes") && Arguments.of(call).count() == 0;
    if (method == null || !copies || !isHashed(call, model)) {
      return Optional.empty();
    }
    PythonType type = model.types().typeOf(method.object());
    boolean atom = method.object().isAny("identifier", "attribute", "call", "subscript");
    Fix fix = atom
      ? Fix.unsafe(
          "Hash the memory of `" + ShortText.of(method.object()) + "` itself, which must be contiguous",
          TextEdit.replace(
            call,
            type.isAny("memoryview", "numpy.ndarray")
              ? method.object().text()
              : "memoryview(" + method.object().text() + ")"
          )
        )
      : null;
    return Optional.of(
      Finding.at(
        call,
        "`%s` copies all bytes only to hash them: a hash function reads the memory of any contiguous buffer".formatted(
          ShortText.of(call)
        )
      ).withFix(fix)
    );
  }

  /** Whether the bytes go into a hash function and nowhere else. */
  private static boolean isHashed(SyntaxNode bytes, PythonModel model) {
    SyntaxNode parent = bytes.parent();
    if (parent == null) {
      return false;
    }
    if (parent.is("argument_list")) {
      return isHashFunction(parent.parent(), bytes, model);
    }
    SyntaxNode target = parent.is("assignment") ? parent.field("left") : null;
    Variable variable = target != null && target.is("identifier") ? model.scopes().resolve(target) : null;
    return variable != null && isOnlyHashed(variable, model);
  }

  private static boolean isOnlyHashed(Variable variable, PythonModel model) {
    if (!variable.owner().is(Scope.Kind.FUNCTION) || variable.bindings().size() != 1) {
      return false;
    }
    SyntaxNode bound = variable.bindings().getFirst().target();
    List<SyntaxNode> uses = model
      .references()
      .to(variable)
      .stream()
      .filter(use -> !use.equals(bound))
      .toList();
    return (
      !uses.isEmpty() &&
      uses
        .stream()
        .allMatch(
          use ->
            use.parent() != null && use.enclosing("call") != null && isHashFunction(use.enclosing("call"), use, model)
        )
    );
  }

  /** Whether a call hashes its first argument: by itself, or as a function of the file that does nothing else with it. */
  private static boolean isHashFunction(@Nullable SyntaxNode call, SyntaxNode argument, PythonModel model) {
    SyntaxNode function = call == null ? null : call.field("function");
    if (call == null || function == null || !argument.equals(Arguments.of(call).positional(0))) {
      return false;
    }
    String name = model.names().of(function);
    if (name != null) {
      return (
        name.startsWith("hashlib.") ||
        name.startsWith("xxhash.") ||
        name.equals("zlib.crc32") ||
        name.equals("zlib.adler32")
      );
    }
    MethodCall method = MethodCall.of(call);
    if (method != null) {
      String type = model.types().typeOf(method.object()).name();
      return method.name().equals("update") && type.startsWith("hashlib.");
    }
    Variable callee = function.is("identifier") ? model.scopes().resolve(function) : null;
    Binding binding = callee == null || callee.bindings().size() != 1 ? null : callee.bindings().getFirst();
    SyntaxNode definition = binding == null || binding.kind() != Binding.Kind.FUNCTION ? null : binding.value();
    Variable parameter = definition == null ? null : firstParameter(definition, model);
    return parameter != null && !parameter.equals(model.scopes().resolve(argument)) && isOnlyHashed(parameter, model);
  }

  private static @Nullable Variable firstParameter(SyntaxNode definition, PythonModel model) {
    SyntaxNode body = definition.field("body");
    SyntaxNode parameters = definition.field("parameters");
    if (body == null || parameters == null || parameters.namedChildren().isEmpty()) {
      return null;
    }
    SyntaxNode first = parameters.namedChildren().getFirst();
    SyntaxNode name = first.is("identifier") ? first : first.firstChild("identifier");
    return name == null ? null : model.scopes().scopeOf(body).variable(name.text());
  }
}
