package dev.perfreview.analysis;

import dev.perfreview.python.workspace.PythonLinker;
import dev.perfreview.rust.workspace.RustLinker;
import dev.perfreview.semantics.workspace.FileFacts;
import dev.perfreview.semantics.workspace.Linker;
import dev.perfreview.semantics.workspace.Workspace;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxSnapshot;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The facts of all files of a workspace, kept up to date file by file. Thread-safe. What is asked across files is asked of
 * {@link #surroundings()}, which does not change under whoever holds it.
 */
public final class WorkspaceIndex {

  private static final Map<Language, Function<Collection<FileFacts>, Linker>> LINKERS = Map.of(
    Language.PYTHON,
    PythonLinker::new,
    Language.RUST,
    RustLinker::new
  );

  private final Map<String, FileFacts> files = new HashMap<>();
  private Surroundings surroundings = Surroundings.NONE;
  private boolean stale;

  /** Knows no file. */
  public WorkspaceIndex() {}

  /** Knows the files that another knows now. */
  public WorkspaceIndex(WorkspaceIndex other) {
    other.files().forEach(file -> files.put(file.path(), file));
    stale = true;
  }

  /**
   * Reads off a file what it tells the others. Takes about as long as parsing it did.
   *
   * @param path its path from the workspace folder, with {@code /}
   */
  public static FileFacts factsOf(String path, SyntaxSnapshot snapshot) {
    return LanguageSupport.of(snapshot.language()).factsOf(path, snapshot);
  }

  /**
   * Takes what a file tells now.
   *
   * @return whether that may change what is found in other files
   */
  public synchronized boolean put(FileFacts facts) {
    FileFacts before = files.put(facts.path(), facts);
    if (before != null && before.tellsTheSameAs(facts)) {
      // What was concluded holds, but for the lines, which the next change brings.
      return false;
    }
    stale = true;
    return true;
  }

  /**
   * Forgets a file.
   *
   * @return whether it was known
   */
  public synchronized boolean remove(String path) {
    boolean known = files.remove(path) != null;
    stale |= known;
    return known;
  }

  /** What is known of each file. */
  public synchronized List<FileFacts> files() {
    return List.copyOf(files.values());
  }

  /** How many files are known. */
  public synchronized int size() {
    return files.size();
  }

  /** The files as they are now. */
  public synchronized Surroundings surroundings() {
    if (stale) {
      surroundings = new Surroundings(new Workspace(files, LINKERS));
      stale = false;
    }
    return surroundings;
  }
}
