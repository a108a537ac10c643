package dev.perfreview.python.rules;

import dev.perfreview.python.Arguments;
import dev.perfreview.python.PythonModel;
import dev.perfreview.python.tensors.Residence;
import dev.perfreview.python.tensors.TensorValue;
import dev.perfreview.rule.Fix;
import dev.perfreview.syntax.SyntaxNode;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A copy from the host to a device that the host waits for.
 *
 * @param node the code that copies
 * @param reason what it copies, as it reads after the code
 * @param residence where the copy goes, by what is known
 * @param fix how to mend it, if that is known
 */
record DeviceCopy(SyntaxNode node, String reason, Residence residence, @Nullable Fix fix) {
  private static final Set<String> FROM_DATA = Set.of("torch.tensor", "torch.as_tensor", "torch.asarray");
  private static final Pattern DEVICE_NAME = Pattern.compile("gpu|cuda|device");
  private static final String PAGEABLE = "copies Python data to the device from pageable memory";
  private static final String CONSTANT = "copies a constant to the device, where `torch.full` would fill it in place";
  private static final String BLOCKING = "copies from the host without `non_blocking=True`";

  /** The copy that a call makes, if the host waits for it. */
  static Optional<DeviceCopy> ofCall(SyntaxNode call, PythonModel model) {
    SyntaxNode function = call.field("function");
    SyntaxNode method = function == null ? null : function.field("attribute");
    SyntaxNode object = function == null ? null : function.field("object");
    if (function == null || method == null || object == null) {
      return Optional.empty();
    }
    return switch (method.text()) {
      case "tensor", "as_tensor", "asarray" -> made(call, function, model);
      case "to" -> moved(call, object, model);
      case "cuda", "npu" -> sent(call, object, Arguments.of(call), Residence.DEVICE, model);
      case "copy_" -> written(call, object, model);
      case "new_tensor" -> beside(call, object, model);
      default -> Optional.empty();
    };
  }

  private static Optional<DeviceCopy> made(SyntaxNode call, SyntaxNode function, PythonModel model) {
    Arguments arguments = Arguments.of(call);
    SyntaxNode data = arguments.parameter(0, "data");
    SyntaxNode device = arguments.keyword("device");
    String name = data == null || device == null ? null : model.names().of(function);
    if (name == null || data == null || device == null || !FROM_DATA.contains(name) || isEmpty(data)) {
      return Optional.empty();
    }
    Residence residence = model.tensors().deviceOf(device);
    TensorValue value =
      residence == null || !residence.isDevice() ? TensorValue.UNKNOWN : model.tensors().valueOf(data);
    boolean copies = switch (value.kind()) {
      case OTHER, ARRAY, TENSORS -> true;
      // `torch.tensor` of a tensor is warned about, so that nobody writes it.
      case UNKNOWN, UNDEFINED -> name.equals("torch.tensor") || isPython(data);
      case TENSOR -> false;
    };
    if (residence == null || !residence.isDevice() || !copies) {
      return Optional.empty();
    }
    if (value.kind() == TensorValue.Kind.UNKNOWN && ConvertedInput.isTestedFor(data)) {
      TensorValue.Kind passed = model.tensors().kindPassedFor(data);
      if (passed == TensorValue.Kind.TENSOR) {
        return Optional.empty();
      }
      residence = passed == TensorValue.Kind.OTHER ? residence : Residence.PRESUMED_DEVICE;
    }
    boolean constant = isConstant(data);
    Fix fix =
      constant || !name.equals("torch.tensor") ? null : DeviceCopyFix.throughPinnedMemory(call, device, arguments);
    return Optional.of(new DeviceCopy(call, constant ? CONSTANT : PAGEABLE, residence, fix));
  }

  /** {@code t.new_tensor(values)}: where {@code t} is. */
  private static Optional<DeviceCopy> beside(SyntaxNode call, SyntaxNode object, PythonModel model) {
    SyntaxNode data = Arguments.of(call).positional(0);
    TensorValue value = data == null || isEmpty(data) ? TensorValue.UNKNOWN : model.tensors().valueOf(data);
    Residence residence =
      value.kind() == TensorValue.Kind.OTHER || value.kind() == TensorValue.Kind.ARRAY
        ? model.tensors().valueOf(object).residence()
        : Residence.UNKNOWN;
    return residence.isDevice() ? Optional.of(new DeviceCopy(call, PAGEABLE, residence, null)) : Optional.empty();
  }

  /** Displays, numbers and the like are no tensors, whatever is in them. */
  private static boolean isPython(SyntaxNode data) {
    return data.isAny("list", "list_comprehension", "tuple", "integer", "float");
  }

  private static boolean isEmpty(SyntaxNode data) {
    return data.isAny("list", "tuple") && data.namedChildren().isEmpty();
  }

  private static boolean isConstant(SyntaxNode data) {
    if (data.is("unary_operator")) {
      return data.namedChildren().stream().allMatch(DeviceCopy::isConstant);
    }
    boolean one = data.isAny("list", "tuple") && data.namedChildren().size() == 1;
    return one ? isConstant(data.namedChildren().getFirst()) : data.isAny("integer", "float", "true", "false");
  }

  private static Optional<DeviceCopy> moved(SyntaxNode call, SyntaxNode object, PythonModel model) {
    Arguments arguments = Arguments.of(call);
    SyntaxNode target = arguments.keyword("device");
    target = target == null ? arguments.positional(0) : target;
    Residence residence = target == null ? null : model.tensors().deviceOf(target);
    return residence == null ? Optional.empty() : sent(call, object, arguments, residence, model);
  }

  private static Optional<DeviceCopy> sent(
    SyntaxNode call,
    SyntaxNode object,
    Arguments arguments,
    Residence residence,
    PythonModel model
  ) {
    if (isAsynchronous(arguments) || arguments.hasSplat() || !residence.isDevice()) {
      return Optional.empty();
    }
    TensorValue value = model.tensors().valueOf(object);
    boolean onHost = value.residence() == Residence.HOST && value.kind() != TensorValue.Kind.ARRAY;
    return onHost
      ? Optional.of(
          new DeviceCopy(call, BLOCKING, residence, DeviceCopyFix.nonBlocking(call, object, value, arguments))
        )
      : Optional.empty();
  }

  private static Optional<DeviceCopy> written(SyntaxNode call, SyntaxNode object, PythonModel model) {
    Arguments arguments = Arguments.of(call);
    SyntaxNode source = arguments.positional(0);
    if (source == null || isAsynchronous(arguments) || arguments.positional().size() != 1) {
      return Optional.empty();
    }
    TensorValue from = model.tensors().valueOf(source);
    if (from.residence() != Residence.HOST || from.kind() == TensorValue.Kind.ARRAY) {
      return Optional.empty();
    }
    TensorValue to = model.tensors().valueOf(object);
    // A tensor that was handed over may be on the host as well.
    boolean device = to.isTensor() && to.residence() == Residence.DEVICE;
    return device || (to.isDeviceTensor() && DEVICE_NAME.matcher(object.text()).find())
      ? Optional.of(
          new DeviceCopy(call, BLOCKING, to.residence(), DeviceCopyFix.nonBlocking(call, source, from, arguments))
        )
      : Optional.empty();
  }

  private static boolean isAsynchronous(Arguments arguments) {
    SyntaxNode nonBlocking = arguments.keyword("non_blocking");
    // `to(device, dtype, True)`: the third says the same.
    return nonBlocking == null ? arguments.positional().size() > 2 : !nonBlocking.is("false");
  }

  /** Whether the same indexes were used in the same block before: one copy of them serves all. */
  private static boolean isRepeated(SyntaxNode subscript, SyntaxNode index) {
    SyntaxNode block = subscript.enclosing("block");
    if (block == null) {
      return false;
    }
    for (SyntaxNode node : block.descendants()) {
      if (node.start() >= subscript.start()) {
        return false;
      }
      boolean same =
        node.is("subscript") &&
        node
          .fields("subscript")
          .stream()
          .anyMatch(other -> other.textIs(index.text()));
      if (same) {
        return true;
      }
    }
    return false;
  }

  /** The copy of the indexes when a tensor on the device is indexed with an array or list. */
  static Optional<DeviceCopy> ofSubscript(SyntaxNode subscript, PythonModel model) {
    SyntaxNode value = subscript.field("value");
    if (value == null) {
      return Optional.empty();
    }
    for (SyntaxNode index : subscript.fields("subscript")) {
      if (!index.isAny("identifier", "attribute", "list", "call", "binary_operator")) {
        continue;
      }
      boolean array = model.tensors().valueOf(index).kind() == TensorValue.Kind.ARRAY;
      if (array || model.types().typeOf(index).is("list")) {
        TensorValue indexed = model.tensors().valueOf(value);
        if (indexed.isDeviceTensor() && !isRepeated(subscript, index)) {
          String reason = "indexes a tensor on the device with %s on the host, which is copied there first".formatted(
            array ? "an array" : "a list"
          );
          return Optional.of(new DeviceCopy(subscript, reason, indexed.residence(), null));
        }
      }
    }
    return Optional.empty();
  }
}
