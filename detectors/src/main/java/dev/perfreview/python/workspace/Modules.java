package dev.perfreview.python.workspace;

import dev.perfreview.semantics.workspace.FileFacts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The modules of a workspace, found by the names that programs import them by. Where a program's search path starts is not written
 * anywhere, so a name stands for the module whose full name ends with it.
 */
final class Modules {

  private final Map<String, List<FileFacts>> byLastName = new HashMap<>();
  private final Map<String, Optional<FileFacts>> found = new ConcurrentHashMap<>();

  Modules(Collection<FileFacts> files) {
    for (FileFacts file : files) {
      byLastName.computeIfAbsent(lastName(file.module()), name -> new ArrayList<>()).add(file);
    }
    // The nearest to the top first: a vendored copy of a package lies deeper than the package.
    byLastName
      .values()
      .forEach(found ->
        found.sort(Comparator.<FileFacts>comparingInt(file -> file.module().length()).thenComparing(FileFacts::path))
      );
  }

  private static String lastName(String module) {
    return module.substring(module.lastIndexOf('.') + 1);
  }

  /**
   * The module of a name.
   *
   * @return nothing when there is none, or several have this single name: which {@code utils} is meant depends on who asks
   */
  @Nullable
  FileFacts find(String name) {
    return found.computeIfAbsent(name, asked -> Optional.ofNullable(search(asked))).orElse(null);
  }

  private @Nullable FileFacts search(String name) {
    List<FileFacts> candidates = byLastName.getOrDefault(lastName(name), List.of());
    FileFacts nearest = null;
    String ending = "." + name;
    for (FileFacts candidate : candidates) {
      if (candidate.module().equals(name)) {
        return candidate;
      }
      if (candidate.module().endsWith(ending)) {
        if (nearest != null && !name.contains(".")) {
          return null;
        }
        nearest = nearest == null ? candidate : nearest;
      }
    }
    return nearest;
  }
}
