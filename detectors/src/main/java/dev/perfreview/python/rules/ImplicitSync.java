package dev.perfreview.python.rules;

import dev.perfreview.python.Arguments;
import dev.perfreview.python.PythonModel;
import dev.perfreview.python.effects.HostSync;
import dev.perfreview.python.tensors.Residence;
import dev.perfreview.python.tensors.TensorValue;
import dev.perfreview.syntax.SyntaxNode;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Code that needs the elements of a tensor on the host without saying so: conditions, built-in functions, selections of unknown size. */
final class ImplicitSync {

  private static final Set<String> ITERATING = Set.of("any", "all", "max", "min", "sorted", "list", "set", "tuple");
  private static final Set<String> SELECTING = Set.of(
    "nonzero",
    "argwhere",
    "masked_select",
    "unique",
    "unique_consecutive"
  );
  private static final String COUNT = "has as many elements as the device finds, which the host must wait to be told";

  private ImplicitSync() {}

  /** What a call waits for, if it does. */
  static Optional<HostSync> ofCall(SyntaxNode call, PythonModel model) {
    SyntaxNode function = call.field("function");
    if (function == null) {
      return Optional.empty();
    }
    if (function.is("identifier")) {
      return ITERATING.contains(function.text()) ? iterating(call, function, model) : Optional.empty();
    }
    SyntaxNode method = function.field("attribute");
    SyntaxNode object = function.field("object");
    if (method == null || object == null) {
      return Optional.empty();
    }
    String name = method.text();
    boolean ofModule = object.textIs("torch") && model.names().is(object, "torch");
    boolean selects = switch (name) {
      case "where" -> ofModule && Arguments.of(call).count() == 1;
      case "repeat_interleave" -> repeats(Arguments.of(call), ofModule ? 1 : 0, model);
      default -> SELECTING.contains(name);
    };
    if (!selects) {
      return Optional.empty();
    }
    SyntaxNode tensor = object;
    if (ofModule) {
      Arguments arguments = Arguments.of(call);
      tensor = name.equals("where") ? arguments.positional(0) : arguments.parameter(0, "input");
    }
    TensorValue value = model.tensors().valueOf(tensor);
    return value.isDeviceTensor() ? Optional.of(new HostSync(call, COUNT, value.residence())) : Optional.empty();
  }

  /** Whether the counts are a tensor, whose sum only the device knows. */
  private static boolean repeats(Arguments arguments, int place, PythonModel model) {
    SyntaxNode counts = arguments.parameter(place, "repeats");
    return (
      counts != null && arguments.keyword("output_size") == null && model.tensors().valueOf(counts).isDeviceTensor()
    );
  }

  private static Optional<HostSync> iterating(SyntaxNode call, SyntaxNode function, PythonModel model) {
    Arguments arguments = Arguments.of(call);
    for (SyntaxNode argument : arguments.positional()) {
      TensorValue value = model.tensors().valueOf(argument);
      if (value.isDeviceTensor() && ("builtins." + function.text()).equals(model.names().of(function))) {
        boolean alone = arguments.positional().size() == 1;
        boolean takesApart = function.textIs("list") || function.textIs("tuple");
        if (takesApart) {
          // Gives a list of tensors: nothing is read yet.
          return Optional.empty();
        }
        return Optional.of(
          new HostSync(
            call,
            alone
              ? "copies the elements of a tensor to the host one by one"
              : "compares elements of a tensor on the host",
            value.residence()
          )
        );
      }
    }
    return Optional.empty();
  }

  /** The parts of a condition whose truth only the device knows. */
  static void inCondition(SyntaxNode condition, PythonModel model, Consumer<HostSync> syncs) {
    switch (condition.kind()) {
      case "parenthesized_expression", "boolean_operator" -> {
        for (SyntaxNode inner : condition.namedChildren()) {
          inCondition(inner, model, syncs);
        }
      }
      case "not_operator" -> {
        SyntaxNode argument = condition.field("argument");
        if (argument != null) {
          inCondition(argument, model, syncs);
        }
      }
      // A name alone is asked whether it is set: the truth of a tensor of several elements is an error.
      case "call", "comparison_operator", "subscript" -> {
        if (!model.tensors().mayBeTensor(condition)) {
          return;
        }
        TensorValue value = model.tensors().valueOf(condition);
        if (value.isDeviceTensor()) {
          syncs.accept(new HostSync(condition, "is true or not as the device finds", value.residence()));
        } else if (isEqual(condition, model)) {
          syncs.accept(new HostSync(condition, "compares tensors on the device", Residence.PRESUMED_DEVICE));
        }
      }
      default -> {
        // Not a tensor's truth.
      }
    }
  }

  private static boolean isEqual(SyntaxNode condition, PythonModel model) {
    SyntaxNode function = condition.field("function");
    String name = function == null || !condition.is("call") ? null : model.names().of(function);
    if (name == null || !(name.equals("torch.equal") || name.equals("torch.allclose"))) {
      return false;
    }
    return Arguments.of(condition)
      .positional()
      .stream()
      .allMatch(argument -> model.tensors().valueOf(argument).isDeviceTensor());
  }

  /** What {@code value[…]} waits for: the number of elements that a mask selects, or a bound that is a tensor. */
  static Optional<HostSync> ofSubscript(SyntaxNode subscript, PythonModel model) {
    SyntaxNode value = subscript.field("value");
    if (value == null || isAssignedConstant(subscript, model)) {
      return Optional.empty();
    }
    for (SyntaxNode index : subscript.fields("subscript")) {
      if (index.is("slice")) {
        for (SyntaxNode bound : index.namedChildren()) {
          TensorValue by = model.tensors().valueOf(bound);
          if (by.isDeviceTensor()) {
            return Optional.of(new HostSync(subscript, "has a bound that only the device knows", by.residence()));
          }
        }
        continue;
      }
      boolean maybeMask = index.isAny(
        "identifier",
        "attribute",
        "comparison_operator",
        "call",
        "unary_operator",
        "binary_operator"
      );
      TensorValue by = maybeMask ? model.tensors().valueOf(index) : TensorValue.OTHER;
      if (by.residence().isDevice() && selects(by, index, model.tensors().valueOf(value), model)) {
        return Optional.of(new HostSync(subscript, COUNT, by.residence()));
      }
    }
    return Optional.empty();
  }

  /**
   * Whether an index is a mask. What compares values of unknown kind gives one where no array is at hand; and a name says so that a
   * tensor is indexed with.
   */
  private static boolean selects(TensorValue by, SyntaxNode index, TensorValue indexed, PythonModel model) {
    if (indexed.isHostData() || by.residence() == Residence.HOST) {
      return false;
    }
    if (by.isMask()) {
      return by.isTensor() || (model.references().mentions("torch") && !model.references().mentions("np"));
    }
    String name = index.text();
    return (
      by.kind() == TensorValue.Kind.UNKNOWN &&
      indexed.isDeviceTensor() &&
      (name.endsWith("mask") || name.endsWith("masks"))
    );
  }

  /** {@code t[mask] = 0} fills where the mask is true, and needs no count. */
  private static boolean isAssignedConstant(SyntaxNode subscript, PythonModel model) {
    SyntaxNode assignment = subscript.parent();
    if (assignment == null || !assignment.is("assignment") || !"left".equals(subscript.fieldName())) {
      return false;
    }
    SyntaxNode right = assignment.field("right");
    TensorValue assigned = model.tensors().valueOf(right);
    return right != null && !assigned.isTensor();
  }
}
