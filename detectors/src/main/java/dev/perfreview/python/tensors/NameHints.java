package dev.perfreview.python.tensors;

import java.util.Locale;
import java.util.Set;

/** What serving code's names of tensors say: {@code seq_lens_cpu} is the copy of {@code seq_lens} that the host reads. */
public final class NameHints {

  private static final Set<String> HOST = Set.of("cpu", "cpus", "host", "pinned", "np", "numpy", "shm", "gloo");
  private static final Set<String> COLLECTION = Set.of("list", "lists", "lst", "dict", "map", "set", "tuple");
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

  /** Whether a class by its name does its work in the memory of the host: {@code CPUModelRunner}, {@code HostKVCache}. */
  static boolean isHostClass(String name) {
    return name.contains("CPU") || name.contains("Cpu") || name.contains("Host") || name.contains("Numpy");
  }

  private static boolean hasWord(String name, Set<String> words) {
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
