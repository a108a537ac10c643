package dev.perfreview.python.effects;

import dev.perfreview.python.Arguments;
import dev.perfreview.python.PythonModel;
import dev.perfreview.python.tensors.Residence;
import dev.perfreview.python.tensors.TensorValue;
import dev.perfreview.syntax.SyntaxNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Calls that say that they wait for the device or copy from it: {@code t.item()}, {@code t.cpu()}, {@code torch.cuda.synchronize()}. */
public final class ExplicitSync {

  private static final Set<String> WAITS_FOR_ALL = Set.of(
    "torch.cuda.synchronize",
    "torch.npu.synchronize",
    "torch.xpu.synchronize",
    "torch.musa.synchronize",
    "torch.hpu.synchronize",
    "torch.accelerator.synchronize"
  );
  private static final String COPIES_ELEMENT = "copies one element to the host";
  private static final String COPIES_ALL = "copies the tensor to the host";
  private static final Map<String, String> READS = Map.of(
    "item",
    COPIES_ELEMENT,
    "tolist",
    COPIES_ALL,
    "cpu",
    COPIES_ALL
  );
  private static final Set<String> METHODS = Set.of("item", "tolist", "cpu", "to", "synchronize");
  private static final Set<String> CONVERSIONS = Set.of("int", "float", "bool");

  private ExplicitSync() {}

  /** Whether a call is of a method by whose name a tensor is read, or the device waited for; cheap to ask before {@link #of}. */
  public static boolean mayRead(SyntaxNode call) {
    SyntaxNode function = call.field("function");
    SyntaxNode method = function == null ? null : function.field("attribute");
    return method != null && METHODS.contains(method.text());
  }

  /**
   * What a method call does if the object is a tensor on the device; nothing when it does not wait even then.
   *
   * @param object what the method is called on
   */
  public static Optional<String> ofDeviceTensor(SyntaxNode call, SyntaxNode object) {
    SyntaxNode function = call.field("function");
    SyntaxNode method = function == null ? null : function.field("attribute");
    if (
      function == null || method == null || !object.equals(function.field("object")) || Arguments.of(call).count() > 0
    ) {
      return Optional.empty();
    }
    return Optional.ofNullable(READS.get(method.text()));
  }

  /** What a call waits for, if it does. */
  public static Optional<HostSync> of(SyntaxNode call, PythonModel model) {
    SyntaxNode function = call.field("function");
    if (function == null) {
      return Optional.empty();
    }
    if (function.is("identifier")) {
      return conversion(call, function, model);
    }
    SyntaxNode method = function.field("attribute");
    SyntaxNode object = function.field("object");
    if (method == null || object == null) {
      return Optional.empty();
    }
    return switch (method.text()) {
      case "item" -> read(call, object, COPIES_ELEMENT, false, model);
      case "tolist" -> read(call, object, COPIES_ALL, true, model);
      case "cpu" -> read(call, object, COPIES_ALL, false, model);
      case "to" -> moved(call, object, model);
      case "synchronize" -> wait(call, function, object, model);
      default -> Optional.empty();
    };
  }

  /**
   * @param knownTensor whether arrays have such a method too, so that the receiver must be known to be a tensor
   */
  private static Optional<HostSync> read(
    SyntaxNode call,
    SyntaxNode object,
    String what,
    boolean knownTensor,
    PythonModel model
  ) {
    if (Arguments.of(call).count() > 0) {
      return Optional.empty();
    }
    TensorValue value = model.tensors().valueOf(object);
    boolean tensor = value.isTensor() || (!knownTensor && value.kind() == TensorValue.Kind.UNKNOWN);
    return tensor && value.residence().isDevice()
      ? Optional.of(new HostSync(call, what, value.residence()))
      : Optional.empty();
  }

  private static Optional<HostSync> conversion(SyntaxNode call, SyntaxNode function, PythonModel model) {
    Arguments arguments = Arguments.of(call);
    SyntaxNode argument = arguments.positional(0);
    if (!CONVERSIONS.contains(function.text()) || argument == null || arguments.count() != 1) {
      return Optional.empty();
    }
    TensorValue value = model.tensors().valueOf(argument);
    boolean converts = value.isDeviceTensor() && "builtins".equals(moduleOf(model.names().of(function)));
    return converts ? Optional.of(new HostSync(call, COPIES_ELEMENT, value.residence())) : Optional.empty();
  }

  private static @Nullable String moduleOf(@Nullable String name) {
    return name == null ? null : name.substring(0, Math.max(0, name.lastIndexOf('.')));
  }

  private static Optional<HostSync> moved(SyntaxNode call, SyntaxNode object, PythonModel model) {
    Arguments arguments = Arguments.of(call);
    SyntaxNode target = arguments.keyword("device");
    target = target == null ? arguments.positional(0) : target;
    SyntaxNode nonBlocking = arguments.keyword("non_blocking");
    if (target == null || (nonBlocking != null && !nonBlocking.is("false"))) {
      return Optional.empty();
    }
    boolean toHost = model.tensors().deviceOf(target) == Residence.HOST;
    TensorValue value = toHost ? model.tensors().valueOf(object) : TensorValue.OTHER;
    boolean waits = value.residence().isDevice() && (value.isTensor() || value.kind() == TensorValue.Kind.UNKNOWN);
    return waits ? Optional.of(new HostSync(call, COPIES_ALL, value.residence())) : Optional.empty();
  }

  private static Optional<HostSync> wait(SyntaxNode call, SyntaxNode function, SyntaxNode object, PythonModel model) {
    String name = model.names().of(function);
    if (name != null && WAITS_FOR_ALL.contains(name)) {
      return Optional.of(new HostSync(call, "waits for all that the device has to do", Residence.PRESUMED_DEVICE));
    }
    SyntaxNode stream = object.is("call") ? object.field("function") : null;
    if (stream != null && stream.text().endsWith("current_stream")) {
      return Optional.of(new HostSync(call, "waits for all that the stream has to do", Residence.PRESUMED_DEVICE));
    }
    return EventWaits.isRecordedJustBefore(call, object)
      ? Optional.of(
          new HostSync(
            call,
            "waits for an event that was recorded just before, and so for all that the stream has to do",
            Residence.PRESUMED_DEVICE
          )
        )
      : Optional.empty();
  }
}
