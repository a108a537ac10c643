package dev.perfreview.python.tensors;

import dev.perfreview.python.Arguments;
import dev.perfreview.python.QualifiedNames;
import dev.perfreview.syntax.SyntaxNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What calls give as tensors: functions of PyTorch and NumPy, methods of tensors, and what can be said of all others. */
final class TensorCalls {

  /** Functions of other libraries that are known to give tensors. */
  private static final Map<String, Residence> LIBRARIES = Map.of(
    "xgrammar.allocate_token_bitmask",
    Residence.HOST,
    "llguidance.torch.allocate_token_bitmask",
    Residence.HOST
  );
  /** Functions of NumPy that give arrays; others may give numbers. */
  private static final Set<String> ARRAY_FUNCTIONS = Set.of(
    "array",
    "asarray",
    "ascontiguousarray",
    "arange",
    "zeros",
    "ones",
    "empty",
    "full",
    "zeros_like",
    "empty_like",
    "full_like",
    "cumsum",
    "concatenate",
    "repeat",
    "flatnonzero",
    "argsort",
    "sort",
    "unique",
    "fromiter",
    "frombuffer",
    "stack",
    "where",
    "diff",
    "linspace"
  );
  private static final Set<String> MOVES = Set.of("cuda", "npu", "xpu", "hpu", "musa");

  private final QualifiedNames names;
  private final TensorExpressions tensors;
  private final Devices devices;
  private final TorchFunctions torch;

  TensorCalls(QualifiedNames names, TensorExpressions tensors, Devices devices) {
    this.names = names;
    this.tensors = tensors;
    this.devices = devices;
    this.torch = new TorchFunctions(names, tensors, devices);
  }

  Devices devices() {
    return devices;
  }

  TensorValue valueOf(SyntaxNode call) {
    SyntaxNode function = call.field("function");
    if (function == null) {
      return TensorValue.UNKNOWN;
    }
    Arguments arguments = Arguments.of(call);
    String name = names.of(function);
    if (name != null) {
      TensorValue found = ofLibrary(name, arguments, call);
      if (found != null) {
        return found;
      }
    }
    SyntaxNode object = function.field("object");
    SyntaxNode method = function.field("attribute");
    if (object != null && method != null) {
      TensorValue found = ofMethod(tensors.valueOf(object), method.text(), arguments);
      if (found != null) {
        return found;
      }
    }
    return ofUnknown(method == null ? function.text() : method.text(), call, arguments);
  }

  /** Whether the result may be a tensor, without a look at what is called with what: for all but tensors' own methods by type alone. */
  boolean mayGiveTensor(SyntaxNode call) {
    SyntaxNode function = call.field("function");
    SyntaxNode method = function == null ? null : function.field("attribute");
    if (function == null || (method != null && TorchNames.isMethodThatGivesTensor(method.text()))) {
      return true;
    }
    String name = names.of(function);
    if (name != null && name.startsWith("builtins.")) {
      return false;
    }
    return (name != null && name.startsWith("torch.")) || tensors.places().typed(call).isTensor();
  }

  private @Nullable TensorValue ofLibrary(String name, Arguments arguments, SyntaxNode call) {
    if (name.startsWith("torch.")) {
      return torch.valueOf(name, arguments, call);
    }
    if (name.startsWith("numpy.")) {
      boolean array = ARRAY_FUNCTIONS.contains(name.substring("numpy.".length()));
      return array ? TensorValue.ARRAY : TensorValue.maybe(Residence.HOST);
    }
    if (name.startsWith("builtins.")) {
      return ofBuiltIn(name.substring("builtins.".length()), arguments);
    }
    Residence known = LIBRARIES.get(name);
    return known == null ? null : TensorValue.tensor(known);
  }

  private static @Nullable TensorValue known(boolean known, TensorValue value) {
    return known ? value : null;
  }

  private @Nullable TensorValue ofBuiltIn(String name, Arguments arguments) {
    return switch (name) {
      case "list", "tuple", "reversed" -> tensors.valueOf(arguments.positional(0)).element().isTensor()
        ? TensorValue.tensors(tensors.valueOf(arguments.positional(0)).residence())
        : TensorValue.OTHER;
      case "getattr", "next" -> TensorValue.UNKNOWN;
      default -> known(
        Set.of(
          "int",
          "float",
          "bool",
          "len",
          "str",
          "range",
          "sum",
          "max",
          "min",
          "any",
          "all",
          "sorted",
          "set",
          "dict",
          "enumerate",
          "zip",
          "abs",
          "round",
          "isinstance",
          "map",
          "filter",
          "hash",
          "id",
          "repr",
          "print"
        ).contains(name),
        TensorValue.OTHER
      );
    };
  }

  private @Nullable TensorValue ofMethod(TensorValue receiver, String method, Arguments arguments) {
    TensorValue.Kind kind = receiver.kind();
    if (kind == TensorValue.Kind.OTHER || kind == TensorValue.Kind.TENSORS) {
      return null;
    }
    if (kind == TensorValue.Kind.ARRAY) {
      return TorchNames.LEAVES.contains(method) ? TensorValue.OTHER : receiver;
    }
    if (method.equals("cpu")) {
      return TensorValue.tensor(Residence.HOST).asMask(receiver.isMask());
    }
    if (MOVES.contains(method)) {
      return TensorValue.tensor(Residence.DEVICE).asMask(receiver.isMask());
    }
    if (method.equals("pin_memory")) {
      return TensorValue.tensor(Residence.HOST).pinned();
    }
    if (method.equals("numpy")) {
      return TensorValue.ARRAY;
    }
    if (method.equals("to")) {
      return moved(receiver, arguments);
    }
    if (TorchNames.LEAVES.contains(method)) {
      return TensorValue.OTHER;
    }
    if (TorchNames.NEW.contains(method)) {
      return torch.placed(receiver, arguments).asMask(false);
    }
    if (TorchNames.SEVERAL.contains(method)) {
      return TensorValue.tensors(receiver.residence());
    }
    boolean mask = TorchNames.MASKS.contains(method) || (TorchNames.RESHAPES.contains(method) && receiver.isMask());
    boolean keeps = mask || TorchNames.RESHAPES.contains(method) || TorchNames.KEEPS.contains(method);
    return keeps ? receiver.asMask(mask) : null;
  }

  /** {@code x.to(device)}, {@code x.to(dtype)}, {@code x.to(other)}. */
  private TensorValue moved(TensorValue receiver, Arguments arguments) {
    SyntaxNode device = arguments.parameter(0, "device");
    if (device == null || isType(device)) {
      TensorValue typed = receiver.asMask(device != null && device.text().endsWith("bool"));
      return arguments.keyword("device") == null ? typed : in(typed, arguments.keyword("device"));
    }
    return in(receiver, device);
  }

  private TensorValue in(TensorValue value, @Nullable SyntaxNode device) {
    Residence given = devices.residenceOf(device);
    if (given == null && device != null) {
      TensorValue other = tensors.valueOf(device);
      given = other.isTensor() ? other.residence() : Residence.UNKNOWN;
    }
    return TensorValue.tensor(given == null ? Residence.UNKNOWN : given).asMask(value.isMask());
  }

  /** Whether the argument of {@code to} is a type of elements. */
  private boolean isType(SyntaxNode argument) {
    String name = names.of(argument);
    return (
      argument.text().endsWith("dtype") ||
      (name != null && name.startsWith("torch.") && !name.startsWith("torch.device"))
    );
  }

  /** A function that is not known: its annotation, its name, or else that what it makes of tensors is where they are. */
  private TensorValue ofUnknown(String name, SyntaxNode call, Arguments arguments) {
    TensorValue typed = tensors.places().typed(call);
    if (NameHints.isHost(name)) {
      return typed.kind() == TensorValue.Kind.OTHER ? typed : typed.in(Residence.HOST);
    }
    if (typed.kind() == TensorValue.Kind.OTHER || typed.kind() == TensorValue.Kind.ARRAY) {
      return typed;
    }
    Residence met = Residence.UNDEFINED;
    boolean hasTensor = false;
    for (SyntaxNode argument : arguments.positional()) {
      TensorValue value = tensors.valueOf(argument);
      met = met.meet(value.residence());
      hasTensor |= value.isTensor();
    }
    for (SyntaxNode keyword : arguments.keywords()) {
      TensorValue value = tensors.valueOf(keyword.field("value"));
      met = met.meet(value.residence());
      hasTensor |= value.isTensor();
    }
    Residence residence = met.isDevice() && hasTensor ? Residence.PRESUMED_DEVICE : Residence.UNKNOWN;
    return typed.in(typed.isTensor() && met == Residence.UNDEFINED ? Residence.PRESUMED_DEVICE : residence);
  }

  /** What a loop's target holds, or a part of it. */
  TensorValue iterated(@Nullable SyntaxNode iterable, List<Integer> path) {
    SyntaxNode over = iterable;
    int known = 0;
    SyntaxNode function = over != null && over.is("call") ? over.field("function") : null;
    if (function != null && over != null && !path.isEmpty()) {
      Arguments arguments = Arguments.of(over);
      int index = path.getFirst();
      if (names.is(function, "builtins.enumerate")) {
        if (index == 0) {
          return TensorValue.OTHER;
        }
        return iterated(arguments.positional(0), path.subList(1, path.size()));
      }
      if (names.is(function, "builtins.zip")) {
        return iterated(arguments.positional(index), path.subList(1, path.size()));
      }
    }
    if (function != null && names.is(function, "builtins.range")) {
      return TensorValue.OTHER;
    }
    TensorValue found = tensors.valueOf(over).element();
    for (; known < path.size(); known++) {
      found = found.element();
    }
    return found;
  }
}
