package dev.perfreview.python.tensors;

import java.util.Locale;
import java.util.Set;

/** What serving code's names of tensors say: {@code seq_lens_cpu} is the copy of {@code seq_lens} that the host reads. */
public final class NameHints {

  private static final Set<String> HOST = Set.of("cpu", "cpus", "host", "pinned", "np", "numpy", "shm", "gloo");
  private static final Set<String> COLLECTION = Set.of("list", "lists", "lst", "dict", "map", "set", "tuple");
  /** Words of names for the sizes of images and the like, which are read on the host as often as on the device. */
  private static final Set<String> SIZES = Set.of("thw", "grid", "grids", "hw", "hws", "sizes", "shapes", "spatial");
  /** Parts of paths to code that prepares input on the host, before there is a batch. */
  private static final Set<String> HOST_CODE = Set.of(
    "processors",
    "processor",
    "preprocessors",
    "preprocessing",
    "multimodal",
    "entrypoints",
    "renderers",
    "tokenizer",
    "tokenizers",
    "transformers_utils",
    "storage",
    "cpu"
  );
  /** Names that the field gives to nothing else than to tensors of the forward pass. */
  private static final Set<String> FORWARD_TENSORS = Set.of("hidden_states", "logits", "next_token_logits");

  private NameHints() {}

  /** Whether a name says that what it means is in the memory of the host. */
  public static boolean isHost(String name) {
    return hasWord(name, HOST);
  }

  /** Whether a name says that what it means is a Python collection. */
  static boolean isCollection(String name) {
    return hasWord(name, COLLECTION);
  }

  /** Whether a name belongs to tensors of the forward pass and to nothing else. */
  static boolean isForwardTensor(String name) {
    return FORWARD_TENSORS.contains(name);
  }

  /** Whether a name says nothing of where its tensor is. */
  static boolean isOpen(String name) {
    return hasWord(name, SIZES);
  }

  /** Whether a file by its path works on the host: a processor of images, a storage of pages. */
  static boolean isHostCode(String path) {
    for (String part : path.split("/", -1)) {
      if (HOST_CODE.contains(part) || hasWord(part.replace(".py", ""), Set.of("cpu", "processor", "preprocess"))) {
        return (
          !path.contains("logits_processor") &&
          !path.contains("logprob_processor") &&
          !path.contains("result_processor")
        );
      }
    }
    return false;
  }

  /** Whether a class by its name does its work in the memory of the host: {@code CPUModelRunner}, {@code HostKVCache}. */
  static boolean isHostClass(String name) {
    return name.contains("CPU") || name.contains("Cpu") || name.contains("Host") || name.contains("Numpy");
  }

  /** Whether one of the words between the underscores of a name is one of these, in whatever case it is written. */
  public static boolean hasWord(String name, Set<String> words) {
    int start = 0;
    for (int end = 0; end <= name.length(); end++) {
      if (end == name.length() || name.charAt(end) == '_') {
        if (end > start && words.contains(name.substring(start, end).toLowerCase(Locale.ROOT))) {
          return true;
        }
        start = end + 1;
      }
    }
    return false;
  }
}
