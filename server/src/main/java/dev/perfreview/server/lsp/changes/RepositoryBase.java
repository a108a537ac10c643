package dev.perfreview.server.lsp.changes;

import dev.perfreview.server.git.Differences;
import dev.perfreview.server.git.FileDifference;
import dev.perfreview.server.git.GitException;
import dev.perfreview.server.git.GitRepository;
import dev.perfreview.server.git.Version;
import dev.perfreview.server.git.VersionedFiles;
import dev.perfreview.server.report.Report;
import dev.perfreview.server.scan.UnreadableSourceException;
import dev.perfreview.syntax.SourceText;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The version of a repository that its working tree is compared with, and the texts that files had in it. Thread-safe. */
final class RepositoryBase implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RepositoryBase.class);

  /** As many as a person has open; a scan of the workspace reads each only once. */
  private static final int MOST_TEXTS = 64;

  /**
   * What a file was at the base.
   *
   * @param text nothing when it is new since
   */
  record Earlier(@Nullable SourceText text) {}

  private final GitRepository repository;
  private String position = "";
  private Version.@Nullable Commit base;
  private @Nullable VersionedFiles files;
  private final Map<String, Earlier> texts = new LinkedHashMap<>(MOST_TEXTS, 0.75f, true) {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Earlier> eldest) {
      return size() > MOST_TEXTS;
    }
  };
  /** The paths of files that the base does not have, each with the one that it had there, if it was moved. */
  private Map<String, Optional<String>> added = Map.of();

  RepositoryBase(GitRepository repository) {
    this.repository = repository;
    moved();
  }

  Path root() {
    return repository.root();
  }

  /** Looks where the base is now, which costs a look at a few files; tells whether it is another one. */
  synchronized boolean moved() {
    try {
      String now = repository.position();
      if (now.equals(position)) {
        return false;
      }
      position = now;
      Version.Commit last = base;
      base = baseNow();
      if (last != null && base != null && last.id().equals(base.id())) {
        return false;
      }
      texts.clear();
      added = Map.of();
      files = base == null ? null : VersionedFiles.of(repository, base);
      return true;
    } catch (GitException unreadable) {
      LOG.warn("what changed in {} cannot be told: {}", repository.root(), unreadable.getMessage());
      return false;
    }
  }

  /** Where HEAD left the main branch; HEAD where there is no main branch, nothing before the first commit. */
  private Version.@Nullable Commit baseNow() throws GitException {
    Version.Commit head = repository.head().orElse(null);
    if (head == null) {
      return null;
    }
    try {
      return repository.mergeBaseWithMain();
    } catch (GitException noMain) {
      LOG.info("{} is compared with HEAD: {}", repository.root(), noMain.getMessage());
      return head;
    }
  }

  /**
   * What a file was at the base.
   *
   * @return nothing when there is no base
   */
  synchronized Optional<Earlier> earlier(Path file) {
    VersionedFiles known = files;
    if (known == null || !file.startsWith(root())) {
      return Optional.empty();
    }
    String path = Report.nameFrom(root(), file);
    Earlier earlier = texts.get(path);
    if (earlier == null) {
      earlier = new Earlier(read(path, known));
      texts.put(path, earlier);
    }
    return Optional.of(earlier);
  }

  private @Nullable SourceText read(String path, VersionedFiles known) {
    try {
      return known.textOf(path);
    } catch (UnreadableSourceException notThere) {
      String before = movedFrom(path).orElse(null);
      try {
        return before == null ? null : known.textOf(before);
      } catch (UnreadableSourceException unreadable) {
        return null;
      }
    }
  }

  private Optional<String> movedFrom(String path) {
    Version.Commit from = base;
    if (!added.containsKey(path) && from != null) {
      try {
        Map<String, Optional<String>> found = new HashMap<>();
        for (FileDifference difference : Differences.between(repository, from, new Version.WorkingTree())) {
          String before = difference.before();
          String after = difference.after();
          if (after != null && !after.equals(before)) {
            found.put(after, Optional.ofNullable(before));
          }
        }
        added = found;
      } catch (GitException unreadable) {
        LOG.warn("{} counts as new: {}", path, unreadable.getMessage());
      }
    }
    return added.getOrDefault(path, Optional.empty());
  }

  @Override
  public synchronized void close() {
    repository.close();
  }
}
