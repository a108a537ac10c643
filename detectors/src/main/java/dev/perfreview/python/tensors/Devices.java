package dev.perfreview.python.tensors;

import dev.perfreview.python.Arguments;
import dev.perfreview.python.Binding;
import dev.perfreview.python.QualifiedNames;
import dev.perfreview.python.Variable;
import dev.perfreview.syntax.SyntaxNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which memory an expression for a device means: {@code "cuda"}, {@code self.device}, {@code other.device}. */
final class Devices {

  private static final int DEEPEST = 8;

  private final QualifiedNames names;
  private final Places places;
  private final TensorExpressions tensors;
  /** What a device is that is handed in, or kept as an object's own: where the model runs, unless the file works on the host. */
  private final Residence given;

  /**
   * @param path of the file
   */
  Devices(QualifiedNames names, Places places, TensorExpressions tensors, String path) {
    this.names = names;
    this.places = places;
    this.tensors = tensors;
    this.given = NameHints.isHostCode(path) ? Residence.PRESUMED_DEVICE : Residence.DEVICE;
  }

  /** The memory that an argument means; nothing when it is not known to be a device at all. */
  @Nullable
  Residence residenceOf(@Nullable SyntaxNode argument) {
    return argument == null ? null : residenceOf(argument, 0);
  }

  private @Nullable Residence residenceOf(SyntaxNode node, int depth) {
    if (depth > DEEPEST) {
      return null;
    }
    return switch (node.kind()) {
      case "string" -> named(node);
      case "integer" -> Residence.DEVICE;
      case "parenthesized_expression" -> residenceOf(node.namedChildren().getFirst(), depth + 1);
      case "conditional_expression" -> either(node, depth);
      case "call" -> made(node, depth);
      case "attribute" -> attribute(node, depth);
      case "identifier" -> place(node, node.text(), depth);
      default -> null;
    };
  }

  private static @Nullable Residence named(SyntaxNode string) {
    SyntaxNode content = string.firstChild("string_content");
    if (content == null) {
      return null;
    }
    String text = content.text();
    int colon = text.indexOf(':');
    return switch (colon < 0 ? text : text.substring(0, colon)) {
      case "cpu" -> Residence.HOST;
      case "cuda", "npu", "xpu", "hpu", "musa", "mps" -> Residence.DEVICE;
      case "meta" -> Residence.UNKNOWN;
      default -> null;
    };
  }

  /** {@code "cuda" if torch.cuda.is_available() else "cpu"}: on the machines that this matters for, there is one. */
  private @Nullable Residence either(SyntaxNode node, int depth) {
    SyntaxNode first = node.namedChildren().getFirst();
    SyntaxNode last = node.namedChildren().getLast();
    Residence one = residenceOf(first, depth + 1);
    Residence other = residenceOf(last, depth + 1);
    if (one == null || other == null) {
      return null;
    }
    if (node.text().contains("is_available")) {
      return one.isDevice() || other.isDevice() ? Residence.PRESUMED_DEVICE : Residence.HOST;
    }
    return one.join(other);
  }

  private @Nullable Residence made(SyntaxNode call, int depth) {
    SyntaxNode function = call.field("function");
    String name = function == null ? null : names.of(function);
    if (name == null) {
      return null;
    }
    SyntaxNode argument = Arguments.of(call).parameter(0, "device");
    if (name.equals("torch.device")) {
      Residence given = argument == null ? null : residenceOf(argument, depth + 1);
      return given == null ? Residence.PRESUMED_DEVICE : given;
    }
    return name.startsWith("torch.cuda.") || name.endsWith("current_device") ? Residence.DEVICE : null;
  }

  private @Nullable Residence attribute(SyntaxNode node, int depth) {
    SyntaxNode name = node.field("attribute");
    SyntaxNode object = node.field("object");
    if (name == null || object == null) {
      return null;
    }
    if (name.textIs("device")) {
      TensorValue owner = tensors.valueOf(object);
      boolean tensor = owner.kind() == TensorValue.Kind.TENSOR || owner.residence() == Residence.HOST;
      if (tensor && owner.residence() != Residence.UNDEFINED) {
        // Whoever asks a tensor where it is means to follow it to the device.
        return owner.residence() == Residence.UNKNOWN ? Residence.PRESUMED_DEVICE : owner.residence();
      }
    }
    return place(node, name.text(), depth);
  }

  /** What a parameter is where nobody gives it. */
  private @Nullable SyntaxNode defaultOf(SyntaxNode node) {
    Variable variable = node.is("identifier") ? places.variableOf(node) : null;
    for (Binding binding : variable == null ? List.<Binding>of() : variable.bindings()) {
      if (binding.kind() == Binding.Kind.PARAMETER && binding.value() != null) {
        return binding.value();
      }
    }
    return null;
  }

  private @Nullable Residence place(SyntaxNode node, String name, int depth) {
    if (NameHints.isHost(name)) {
      return Residence.HOST;
    }
    boolean device =
      name.equals("device") || name.endsWith("_device") || name.startsWith("device_") || name.equals("dev");
    Residence known = Residence.UNDEFINED;
    for (SyntaxNode value : places.valuesOf(node)) {
      Residence one = residenceOf(value, depth + 1);
      known = known.join(one == null ? (device ? Residence.PRESUMED_DEVICE : Residence.UNKNOWN) : one);
    }
    if (known != Residence.UNDEFINED && known != Residence.UNKNOWN) {
      return known;
    }
    if (device && known == Residence.UNDEFINED) {
      SyntaxNode otherwise = defaultOf(node);
      if (otherwise == null) {
        return given;
      }
      // Where nobody gives a device, the tensor stays where it is.
      return residenceOf(otherwise, depth + 1) == Residence.HOST ? Residence.UNKNOWN : Residence.PRESUMED_DEVICE;
    }
    return device ? known : null;
  }
}
