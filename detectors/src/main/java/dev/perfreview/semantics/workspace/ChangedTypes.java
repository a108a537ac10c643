package dev.perfreview.semantics.workspace;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds who may be concerned by attributes that a change declares otherwise: what was a list is a deque now. One that is new concerns nobody, for nobody
 * elsewhere knows it.
 */
public final class ChangedTypes {

  private ChangedTypes() {}

  /**
   * The files that import a class with such attributes.
   *
   * @param edited the paths of the files that the change edits
   * @return their paths, each with the names of the attributes: whoever does not say one of them is not concerned
   */
  public static Map<String, Set<String>> importers(Workspace before, Workspace after, Set<String> edited) {
    Map<String, Set<String>> attributesByType = new HashMap<>();
    for (String path : edited) {
      FileFacts earlier = before.file(path);
      FileFacts later = after.file(path);
      if (earlier != null && later != null) {
        for (TypeFacts type : later.types()) {
          TypeFacts was = earlier.type(type.name());
          Set<String> attributes = was == null ? Set.of() : declaredOtherwise(was, type);
          if (!attributes.isEmpty()) {
            attributesByType
              .computeIfAbsent(ChangedEffects.lastNameOf(type.name()), name -> new HashSet<>())
              .addAll(attributes);
          }
        }
      }
    }
    Map<String, Set<String>> importers = new TreeMap<>();
    if (!attributesByType.isEmpty()) {
      for (FileFacts file : after.files()) {
        for (String name : file.names().values()) {
          Set<String> attributes = attributesByType.get(ChangedEffects.lastNameOf(name));
          if (attributes != null && !edited.contains(file.path()) && before.file(file.path()) != null) {
            importers.computeIfAbsent(file.path(), path -> new HashSet<>()).addAll(attributes);
          }
        }
      }
    }
    return importers;
  }

  private static Set<String> declaredOtherwise(TypeFacts before, TypeFacts after) {
    Set<String> attributes = new HashSet<>();
    before.members().forEach((name, type) -> {
      if (!type.equals(after.members().get(name))) {
        attributes.add(name);
      }
    });
    return attributes;
  }
}
