package dev.perfreview.server.lsp.changes;

import dev.perfreview.server.git.GitException;
import dev.perfreview.server.git.GitRepository;
import dev.perfreview.server.lsp.workspace.DocumentUri;
import dev.perfreview.server.review.LineMap;
import dev.perfreview.syntax.SourceText;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells which lines of documents are new or changed since the base of their repository. Reads repositories on the caller's thread, which is never
 * the reader's. Thread-safe.
 */
public final class BaseComparison implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(BaseComparison.class);

  /** Guarded by this, as are the others: the repository of each folder, if it lies in one. */
  private final Map<Path, Optional<RepositoryBase>> byFolder = new HashMap<>();
  private final Map<Path, RepositoryBase> byRoot = new HashMap<>();
  private final Set<Path> announced = new HashSet<>();

  /**
   * Compares a document with what it was at the base.
   *
   * @return nothing when there is nothing to compare with: it is no file, lies in no repository, or there is no commit yet
   */
  public Optional<LineMap> of(String uri, SourceText text) {
    return DocumentUri.fileOf(uri)
      .map(Path::normalize)
      .flatMap(file -> baseOf(file).flatMap(base -> base.earlier(file)))
      .map(earlier -> LineMap.between(earlier.text(), text));
  }

  private synchronized Optional<RepositoryBase> baseOf(Path file) {
    Path folder = file.getParent();
    return folder == null ? Optional.empty() : byFolder.computeIfAbsent(folder, this::open);
  }

  private Optional<RepositoryBase> open(Path folder) {
    try {
      Optional<GitRepository> found = GitRepository.around(folder);
      if (found.isEmpty()) {
        announce(folder, "lies in no git repository");
        return Optional.empty();
      }
      GitRepository repository = found.get();
      RepositoryBase known = byRoot.get(repository.root());
      if (known != null) {
        repository.close();
        return Optional.of(known);
      }
      RepositoryBase opened = new RepositoryBase(repository);
      byRoot.put(repository.root(), opened);
      return Optional.of(opened);
    } catch (GitException unreadable) {
      announce(folder, "cannot be compared: " + unreadable.getMessage());
      return Optional.empty();
    }
  }

  /** Once for a folder and all below it. */
  private void announce(Path folder, String reason) {
    if (announced.stream().noneMatch(folder::startsWith)) {
      announced.add(folder);
      LOG.warn("all findings of files in {} are shown, whether their lines have changed or not: it {}", folder, reason);
    }
  }

  /** Looks where the bases are now; tells whether one of them is another. */
  public boolean moved() {
    Collection<RepositoryBase> known;
    synchronized (this) {
      byFolder.values().removeIf(Optional::isEmpty);
      known = Set.copyOf(byRoot.values());
    }
    boolean moved = false;
    for (RepositoryBase base : known) {
      moved |= base.moved();
    }
    return moved;
  }

  /** Whether nobody asked for anything. */
  public synchronized boolean isIdle() {
    return byFolder.isEmpty();
  }

  /** Lets go of all repositories; they are read anew when they are asked for. */
  public synchronized void forget() {
    byRoot.values().forEach(RepositoryBase::close);
    byRoot.clear();
    byFolder.clear();
  }

  @Override
  public void close() {
    forget();
  }
}
