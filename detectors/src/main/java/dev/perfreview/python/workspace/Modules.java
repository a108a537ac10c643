package dev.perfreview.python.workspace;

import dev.perfreview.semantics.workspace.FileFacts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The modules of a workspace, found by the names that programs import them by. Where a program's search path starts is not written
 * anywhere, so a name stands for the module whose full name ends with it.
 */
final class Modules {

  private final Map<String, List<FileFacts>> byLastName = new HashMap<>();
  private final Map<String, List<FileFacts>> byLastNames = new HashMap<>();

  Modules(Collection<FileFacts> files) {
    List<FileFacts> sorted = new ArrayList<>(files);
    // The nearest to the top first: a vendored copy of a package lies deeper than the package.
    sorted.sort(Modules::order);
    for (FileFacts file : sorted) {
      byLastName.computeIfAbsent(lastName(file.module()), name -> new ArrayList<>(1)).add(file);
      byLastNames.computeIfAbsent(lastNames(file.module()), name -> new ArrayList<>(1)).add(file);
    }
  }

  /** By hand: for a comparator that the JDK puts together the VM spins classes at each start. */
  private static int order(FileFacts one, FileFacts other) {
    int shorter = Integer.compare(one.module().length(), other.module().length());
    return shorter != 0 ? shorter : one.path().compareTo(other.path());
  }

  private static String lastName(String module) {
    return module.substring(module.lastIndexOf('.') + 1);
  }

  /** The last two names: of hundreds of modules named {@code utils} few lie in a package of the same name. */
  private static String lastNames(String module) {
    int last = module.lastIndexOf('.');
    return last < 0 ? module : module.substring(module.lastIndexOf('.', last - 1) + 1);
  }

  /**
   * The module of a name.
   *
   * @return nothing when there is none, or several have this single name: which {@code utils} is meant depends on who asks
   */
  @Nullable
  FileFacts find(String name) {
    boolean single = name.indexOf('.') < 0;
    FileFacts nearest = null;
    for (FileFacts candidate : single
      ? byLastName.getOrDefault(name, List.of())
      : byLastNames.getOrDefault(lastNames(name), List.of())) {
      String module = candidate.module();
      if (module.length() == name.length() && module.equals(name)) {
        return candidate;
      }
      if (endsWithNames(module, name)) {
        if (!single) {
          return candidate;
        }
        if (nearest != null) {
          return null;
        }
        nearest = candidate;
      }
    }
    return nearest;
  }

  private static boolean endsWithNames(String module, String names) {
    int start = module.length() - names.length();
    return start > 0 && module.charAt(start - 1) == '.' && module.endsWith(names);
  }
}
