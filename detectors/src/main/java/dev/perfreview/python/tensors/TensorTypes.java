package dev.perfreview.python.tensors;

import dev.perfreview.python.PythonType;

/** What types say of values as tensors. */
final class TensorTypes {

  private TensorTypes() {}

  /**
   * A value of a type.
   *
   * @param presumed where a tensor is of which no more is known
   */
  static TensorValue valueOf(PythonType type, Residence presumed) {
    if (!type.isKnown()) {
      return TensorValue.maybe(presumed);
    }
    return switch (type.name()) {
      case
        "torch.Tensor",
        "torch.LongTensor",
        "torch.IntTensor",
        "torch.FloatTensor",
        "torch.nn.Parameter" -> TensorValue.tensor(presumed);
      case "torch.BoolTensor" -> TensorValue.tensor(presumed).asMask(true);
      case "numpy.ndarray", "numpy.typing.NDArray" -> TensorValue.ARRAY;
      case "None" -> TensorValue.UNDEFINED;
      default -> ofElements(type, presumed);
    };
  }

  private static TensorValue ofElements(PythonType type, Residence presumed) {
    boolean ofTensors = type.element().name().equals("torch.Tensor");
    return ofTensors ? TensorValue.tensors(presumed) : TensorValue.OTHER;
  }
}
