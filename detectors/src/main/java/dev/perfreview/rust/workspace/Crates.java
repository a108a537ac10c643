package dev.perfreview.rust.workspace;

import dev.perfreview.semantics.workspace.FileFacts;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The crates of a workspace by the names that code calls them. A crate's name is mostly that of its folder, with the project's name
 * before it: {@code dynamo_kv_router} lies in {@code lib/kv-router}.
 */
final class Crates {

  private final Set<String> folders;
  private final Map<String, Optional<String>> byName = new ConcurrentHashMap<>();

  Crates(Collection<FileFacts> files) {
    folders = files
      .stream()
      .map(file -> ModulePath.of(file.path()).crate())
      .collect(Collectors.toSet());
  }

  /** The folder of the crate that a full path lies in; nothing for a crate from elsewhere. */
  @Nullable
  String folderOf(String path) {
    int end = path.indexOf("::");
    String first = end < 0 ? path : path.substring(0, end);
    if (first.startsWith("/")) {
      return first;
    }
    return first.isEmpty() ? null : byName.computeIfAbsent(first, this::find).orElse(null);
  }

  private Optional<String> find(String name) {
    String best = null;
    int length = 0;
    boolean ambiguous = false;
    for (String folder : folders) {
      String own = folder.substring(folder.lastIndexOf('/') + 1).replace('-', '_');
      boolean named = !own.isEmpty() && (name.equals(own) || name.endsWith("_" + own));
      if (named && own.length() >= length) {
        ambiguous = own.length() == length;
        best = folder;
        length = own.length();
      }
    }
    return ambiguous ? Optional.empty() : Optional.ofNullable(best);
  }
}
