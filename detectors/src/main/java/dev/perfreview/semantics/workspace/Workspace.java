package dev.perfreview.semantics.workspace;

import dev.perfreview.syntax.Language;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The files of a workspace as they were at one moment, for answering questions across them. Immutable to its users and thread-safe:
 * what is asked for is worked out and kept.
 */
public final class Workspace {

  /** A workspace without files: each file is on its own. */
  public static final Workspace EMPTY = new Workspace(Map.of(), Map.of());

  private final Map<String, FileFacts> files;
  private final Map<Language, Linker> linkers = new EnumMap<>(Language.class);
  private final CallGraph calls = new CallGraph(this);

  /**
   * A workspace of these files.
   *
   * @param files by path
   * @param linkers makes the linker of each language for the files of it
   */
  public Workspace(Map<String, FileFacts> files, Map<Language, Function<Collection<FileFacts>, Linker>> linkers) {
    // In the order of their paths: which of two ways to a function is told must not depend on the run.
    this.files = Collections.unmodifiableMap(new TreeMap<>(files));
    linkers.forEach((language, make) ->
      this.linkers.put(
        language,
        make.apply(
          this.files
            .values()
            .stream()
            .filter(file -> file.language() == language)
            .toList()
        )
      )
    );
  }

  /** All files. */
  public Collection<FileFacts> files() {
    return files.values();
  }

  /** What is known of a file; nothing when it is not part of the workspace. */
  public @Nullable FileFacts file(String path) {
    return files.get(path);
  }

  /** How names of a language are linked; nothing in a workspace without files. */
  public @Nullable Linker linker(Language language) {
    return linkers.get(language);
  }

  /** Who calls whom, and what follows. */
  public CallGraph calls() {
    return calls;
  }
}
