package dev.perfreview.python.tensors;

import dev.perfreview.python.Arguments;
import dev.perfreview.python.QualifiedNames;
import dev.perfreview.syntax.SyntaxNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the functions of PyTorch give: tensors where {@code device=} puts them, or where their arguments are. */
final class TorchFunctions {

  private final QualifiedNames names;
  private final TensorExpressions tensors;
  private final Devices devices;

  TorchFunctions(QualifiedNames names, TensorExpressions tensors, Devices devices) {
    this.names = names;
    this.tensors = tensors;
    this.devices = devices;
  }

  @Nullable
  TensorValue valueOf(String name, Arguments arguments, SyntaxNode call) {
    String last = name.substring(name.lastIndexOf('.') + 1);
    boolean direct = name.indexOf('.') == name.lastIndexOf('.');
    if (direct && TorchNames.FACTORIES.contains(last)) {
      return made(last, arguments, call);
    }
    if (name.equals("torch.from_numpy") || name.equals("torch.frombuffer")) {
      return TensorValue.tensor(Residence.HOST);
    }
    if (name.equals("torch.nn.Parameter") || name.equals("torch.nn.parameter.Parameter")) {
      // A module's parameters are made on the host and move to the device with the module.
      return TensorValue.tensor(Residence.PRESUMED_DEVICE);
    }
    boolean functional = direct || name.startsWith("torch.nn.functional.") || name.startsWith("torch.special.");
    if (!functional || TorchNames.NO_TENSORS.contains(last) || Character.isUpperCase(last.charAt(0))) {
      return name.startsWith("torch.ops.") ? null : TensorValue.UNKNOWN;
    }
    if (last.equals("load")) {
      return TensorValue.UNKNOWN;
    }
    TensorValue of = ofArguments(arguments);
    if (of.kind() == TensorValue.Kind.UNDEFINED) {
      return of;
    }
    if (direct && TorchNames.LIKE.contains(last)) {
      return placed(of, arguments).asMask(false);
    }
    TensorValue result = TensorValue.tensor(of.residence() == Residence.UNDEFINED ? Residence.UNKNOWN : of.residence());
    if (TorchNames.SEVERAL.contains(last) || (last.equals("where") && arguments.count() == 1)) {
      return TensorValue.tensors(result.residence());
    }
    return result.asMask(TorchNames.MASKS.contains(last) || (TorchNames.RESHAPES.contains(last) && of.isMask()));
  }

  /** A tensor that is made from nothing, or from what is not a tensor. */
  private TensorValue made(String factory, Arguments arguments, SyntaxNode call) {
    SyntaxNode data = arguments.parameter(0, "data");
    TensorValue from = TorchNames.FROM_DATA.contains(factory) ? tensors.valueOf(data) : TensorValue.OTHER;
    Residence elsewhere = from.isTensor() ? from.residence() : defaultResidence(call);
    TensorValue made = placed(TensorValue.tensor(elsewhere), arguments);
    SyntaxNode dtype = arguments.keyword("dtype");
    made = made.asMask(dtype != null && dtype.text().endsWith("bool"));
    SyntaxNode pin = arguments.keyword("pin_memory");
    boolean pinned = pin != null && !pin.is("false") && made.residence() != Residence.DEVICE;
    return pinned ? made.pinned() : made;
  }

  /** Where {@code torch.zeros(n)} is made: on the host, unless a {@code with torch.device(…)} around it says otherwise. */
  private Residence defaultResidence(SyntaxNode call) {
    for (SyntaxNode ancestor : call.ancestors()) {
      if (ancestor.is("function_definition")) {
        break;
      }
      SyntaxNode clause = ancestor.is("with_statement") ? ancestor.firstChild("with_clause") : null;
      for (SyntaxNode item : clause == null ? List.<SyntaxNode>of() : clause.namedChildren()) {
        SyntaxNode value = item.field("value");
        SyntaxNode function = value == null ? null : value.field("function");
        if (function != null && names.is(function, "torch.device")) {
          Residence given = devices.residenceOf(value);
          return given == null ? Residence.UNKNOWN : given;
        }
      }
    }
    return Residence.HOST;
  }

  /** The tensor where the argument {@code device} puts it. */
  TensorValue placed(TensorValue value, Arguments arguments) {
    SyntaxNode device = arguments.keyword("device");
    if (device == null || device.is("none")) {
      return value.isTensor() && !arguments.hasSplat()
        ? value
        : TensorValue.tensor(arguments.hasSplat() ? Residence.UNKNOWN : value.residence());
    }
    Residence given = devices.residenceOf(device);
    return TensorValue.tensor(given == null ? Residence.UNKNOWN : given);
  }

  private TensorValue ofArguments(Arguments arguments) {
    TensorValue met = TensorValue.OTHER;
    for (SyntaxNode argument : arguments.positional()) {
      met = met.combine(
        argument.isAny("list", "tuple", "list_comprehension", "generator_expression")
          ? tensors.collections().stacked(argument)
          : one(argument)
      );
    }
    for (String keyword : List.of("input", "tensors", "other", "mask")) {
      SyntaxNode argument = arguments.keyword(keyword);
      met = argument == null ? met : met.combine(tensors.collections().stacked(argument));
    }
    boolean several = met.kind() == TensorValue.Kind.TENSORS;
    return several ? met.element() : met;
  }

  private TensorValue one(SyntaxNode argument) {
    TensorValue value = tensors.valueOf(argument);
    boolean collection = value.kind() == TensorValue.Kind.TENSORS || value.kind() == TensorValue.Kind.OTHER;
    TensorValue element =
      collection && argument.is("identifier") ? tensors.collections().stacked(argument) : value.element();
    return element.equals(TensorValue.UNKNOWN) && collection ? TensorValue.OTHER : collection ? element : value;
  }
}
