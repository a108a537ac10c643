package dev.perfreview.python.rules;

import dev.perfreview.python.Binding;
import dev.perfreview.python.Loops;
import dev.perfreview.python.MethodCall;
import dev.perfreview.python.PythonModel;
import dev.perfreview.python.Scope;
import dev.perfreview.python.Variable;
import dev.perfreview.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether the code tells that a list or dict gets long: it is filled from data, by a loop, or by functions that run while the program
 * serves. Nothing is taken for long only because nothing is known of it.
 */
final class LongContainer {

  private static final Set<String> ADDING = Set.of(
    "append",
    "extend",
    "insert",
    "appendleft",
    "add",
    "update",
    "setdefault"
  );
  private static final Set<String> COPYING = Set.of("builtins.list", "builtins.sorted", "builtins.tuple");

  private final PythonModel model;
  private final Variable variable;

  LongContainer(Variable variable, PythonModel model) {
    this.variable = variable;
    this.model = model;
  }

  /**
   * Where it is filled, when that makes it long.
   *
   * @param inLoop whether it is searched in a loop; where it is not, an attribute must be filled by many at a time to be worth it
   */
  Optional<SyntaxNode> filledAt(boolean inLoop) {
    for (Binding binding : variable.bindings()) {
      if (binding.kind() == Binding.Kind.PARAMETER) {
        return Optional.empty();
      }
      SyntaxNode value = binding.kind() == Binding.Kind.ASSIGNMENT ? binding.value() : null;
      boolean counts = !outlives() || inLoop;
      if (value != null && counts && isMadeOfData(value) && isServing(binding.target())) {
        return Optional.of(binding.target());
      }
    }
    List<SyntaxNode> uses = model.references().to(variable, model.types());
    boolean onlyAsked = uses.stream().allMatch(use -> isBinding(use) || isAddition(use) || isAskedForData(use));
    return uses
      .stream()
      .filter(use -> isAddition(use) && isServing(use) && (onlyAsked || !isUnion(use, uses)))
      .filter(use -> isInLongLoop(use) || (outlives() && (inLoop || addsMany(use))))
      .findFirst();
  }

  /**
   * Whether an addition is part of making a list without repetitions, whose order counts: mostly of a few kinds, names or types,
   * however many elements have them.
   */
  private static boolean isUnion(SyntaxNode addition, List<SyntaxNode> uses) {
    return Loops.around(addition)
      .stream()
      .findFirst()
      .filter(loop -> uses.stream().anyMatch(use -> loop.contains(use) && isMembership(use)))
      .isPresent();
  }

  private static boolean isMembership(SyntaxNode use) {
    SyntaxNode parent = use.parent();
    LinearSearch search = parent != null && parent.is("comparison_operator") ? LinearSearch.of(parent) : null;
    return search != null && search.container().equals(use);
  }

  /** A list that is also asked for a constant holds kinds of things, not the things. */
  private static boolean isAskedForData(SyntaxNode use) {
    SyntaxNode parent = use.parent();
    LinearSearch search = parent != null && parent.is("comparison_operator") ? LinearSearch.of(parent) : null;
    return search != null && search.container().equals(use) && !search.isForConstant();
  }

  private boolean isBinding(SyntaxNode use) {
    return variable
      .bindings()
      .stream()
      .anyMatch(binding -> binding.target().equals(use));
  }

  private boolean outlives() {
    return !variable.owner().is(Scope.Kind.FUNCTION);
  }

  private boolean isMadeOfData(SyntaxNode value) {
    return switch (value.kind()) {
      case "list_comprehension", "dictionary_comprehension" -> !isShortComprehension(value);
      case "call" -> {
        SyntaxNode function = value.field("function");
        String name = function == null ? null : model.names().of(function);
        MethodCall method = name == null ? MethodCall.of(value) : null;
        boolean copies = name != null && COPYING.contains(name);
        SyntaxNode source = copies ? firstArgument(value) : null;
        yield (method != null && method.name().equals("tolist")) || (source != null && isOfData(source));
      }
      default -> false;
    };
  }

  private static @Nullable SyntaxNode firstArgument(SyntaxNode call) {
    SyntaxNode arguments = call.field("arguments");
    return arguments == null || !arguments.is("argument_list")
      ? null
      : arguments.namedChildren().stream().findFirst().orElse(null);
  }

  /** Whether a copy of it is as long as the data: not of what a caller gave, which may be a few names. */
  private boolean isOfData(SyntaxNode source) {
    MethodCall method = MethodCall.of(source);
    return method != null && method.isView();
  }

  private static boolean isShortComprehension(SyntaxNode comprehension) {
    SyntaxNode clause = comprehension.firstChild("for_in_clause");
    SyntaxNode right = clause == null ? null : clause.field("right");
    return right == null || right.isAny("tuple", "list", "set", "string");
  }

  private boolean isAddition(SyntaxNode use) {
    MethodCall call = MethodCall.on(use);
    if (call != null) {
      return ADDING.contains(call.name());
    }
    SyntaxNode parent = use.parent();
    if (parent == null) {
      return false;
    }
    SyntaxNode around = parent.parent();
    boolean item = parent.is("subscript") && "value".equals(use.fieldName());
    boolean stored = item && around != null && around.is("assignment") && "left".equals(parent.fieldName());
    boolean extended = parent.is("augmented_assignment") && "left".equals(use.fieldName());
    return extended || (stored && model.types().typeOf(use).isMapping());
  }

  private static boolean addsMany(SyntaxNode use) {
    MethodCall call = MethodCall.on(use);
    SyntaxNode parent = use.parent();
    return call == null
      ? parent != null && parent.is("augmented_assignment")
      : call.name().equals("extend") || call.name().equals("update");
  }

  private static boolean isInLongLoop(SyntaxNode use) {
    return Loops.around(use)
      .stream()
      .anyMatch(loop -> !Loops.isShort(loop));
  }

  /** Whether a place of an attribute or a global runs again and again; that of a local variable does as its function does. */
  private boolean isServing(SyntaxNode place) {
    if (!outlives()) {
      return true;
    }
    Scope function = model.scopes().scopeOf(place).definition();
    return function.is(Scope.Kind.FUNCTION) && model.placementOf(place).cold() == null;
  }
}
