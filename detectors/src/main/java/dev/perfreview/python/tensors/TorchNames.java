package dev.perfreview.python.tensors;

import java.util.Set;

/** What functions and methods of PyTorch give: data that {@link TensorCalls} reads. */
final class TorchNames {

  /** Functions that make a tensor from nothing or from Python data. */
  static final Set<String> FACTORIES = words(
    "zeros ones empty full arange tensor as_tensor asarray randn rand randint linspace logspace eye randperm scalar_tensor " +
      "empty_strided tril_indices triu_indices range"
  );
  /** Of these, the ones that take data. */
  static final Set<String> FROM_DATA = words("tensor as_tensor asarray scalar_tensor");
  /** Functions that make a tensor after the pattern of another one. */
  static final Set<String> LIKE = words("zeros_like ones_like empty_like full_like rand_like randn_like randint_like");
  /** Methods that make a tensor beside the receiver. */
  static final Set<String> NEW = words("new_zeros new_ones new_empty new_full new_tensor");
  /** What gives a tuple of tensors. */
  static final Set<String> SEVERAL = words(
    "split chunk unbind tensor_split hsplit vsplit split_with_sizes meshgrid broadcast_tensors aminmax"
  );
  /** What gives truth values. */
  static final Set<String> MASKS = words(
    "eq ne lt le gt ge isin isnan isinf isfinite isclose logical_and logical_or logical_xor logical_not any all bool greater less " +
      "greater_equal less_equal not_equal"
  );
  /** What keeps truth values what they are. */
  static final Set<String> RESHAPES = words(
    "view reshape flatten squeeze unsqueeze expand expand_as repeat transpose permute contiguous clone detach t roll flip narrow " +
      "index_select select view_as reshape_as unflatten ravel unfold movedim swapaxes broadcast_to"
  );
  /** Other methods whose result is a tensor in the receiver's memory. */
  static final Set<String> KEEPS = words(
    "type float int long half bfloat16 double short byte char repeat_interleave sum mean max min amax amin argmax argmin cumsum " +
      "cumprod cummax cummin sort argsort topk kthvalue median mode gather scatter scatter_ scatter_add scatter_add_ scatter_reduce index_fill " +
      "index_fill_ index_copy index_copy_ index_add index_add_ index_put index_put_ masked_fill masked_fill_ masked_scatter masked_scatter_ " +
      "masked_select nonzero argwhere unique unique_consecutive add add_ sub sub_ mul mul_ div div_ floor_divide remainder fmod pow " +
      "square sqrt rsqrt abs neg exp exp_ log log2 log1p log_softmax softmax sigmoid tanh relu clamp clamp_ clamp_min clamp_max clip fill_ zero_ " +
      "copy_ diff bincount histc where prod norm floor ceil round trunc tril triu tril_ triu_ matmul mm bmm mv dot requires_grad_ squeeze_ " +
      "unsqueeze_ take take_along_dim type_as bitwise_and bitwise_or bitwise_xor bitwise_not count_nonzero var std logsumexp uniform_ normal_ " +
      "exponential_ random_ multinomial bernoulli record_stream_ addmm baddbmm erf lerp maximum minimum sub_ resize_ set_ fill_diagonal_ to_dense " +
      "fmax fmin reciprocal sign searchsorted bucketize rot90 diagonal diag cross outer cuda_ stack_ conj"
  );
  /** Methods that give something else. */
  static final Set<String> LEAVES = words(
    "item tolist size numel dim stride element_size data_ptr nelement is_contiguous storage untyped_storage storage_offset is_pinned ndimension " +
      "get_device is_floating_point backward register_hook is_complex record_stream share_memory_ equal allclose"
  );
  /** Attributes that are tensors themselves. */
  static final Set<String> TENSOR_ATTRIBUTES = words("T mT H data grad real imag values indices");
  /** Attributes that are not. */
  static final Set<String> PLAIN_ATTRIBUTES = words(
    "shape dtype device ndim nbytes is_cuda is_cpu is_cuda itemsize layout requires_grad"
  );
  /** Functions of the module {@code torch} that give no tensor. */
  static final Set<String> NO_TENSORS = words(
    "is_tensor numel is_floating_point finfo iinfo device dtype no_grad inference_mode enable_grad set_grad_enabled compile equal allclose " +
      "is_nonzero get_default_dtype set_default_dtype set_default_device get_num_threads set_num_threads manual_seed save typename promote_types can_cast " +
      "result_type is_complex get_rng_state autocast"
  );

  /** Methods that move a tensor, whatever it was before. */
  private static final Set<String> PLACES = words("cpu cuda npu xpu hpu musa pin_memory to");

  private TorchNames() {}

  /** Whether tensors have a method of this name that gives a tensor. */
  static boolean isMethodThatGivesTensor(String name) {
    return (
      PLACES.contains(name) ||
      KEEPS.contains(name) ||
      RESHAPES.contains(name) ||
      MASKS.contains(name) ||
      NEW.contains(name)
    );
  }

  private static Set<String> words(String text) {
    return Set.copyOf(new java.util.HashSet<>(java.util.Arrays.asList(text.split(" ", -1))));
  }
}
