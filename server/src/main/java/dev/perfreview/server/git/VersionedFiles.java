package dev.perfreview.server.git;

import dev.perfreview.server.scan.SourceFile;
import dev.perfreview.server.scan.UnreadableSourceException;
import dev.perfreview.syntax.SourceText;
import java.io.IOException;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.errors.LargeObjectException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevTree;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.jspecify.annotations.Nullable;

/** Reads the texts of files of one version. Not thread-safe. */
public final class VersionedFiles {

  /** Finds the content of a path. */
  @FunctionalInterface
  private interface Reading {
    SourceFile read(String path) throws IOException, UnreadableSourceException;
  }

  private final Reading reading;

  private VersionedFiles(Reading reading) {
    this.reading = reading;
  }

  /** The files of a version. */
  public static VersionedFiles of(GitRepository repository, Version version) throws GitException {
    Repository jgit = repository.jgit();
    try {
      return switch (version) {
        case Version.WorkingTree _ -> new VersionedFiles(path -> SourceFile.read(repository.root().resolve(path)));
        case Version.Nothing _ -> new VersionedFiles(path -> read(repository, path, null));
        case Version.Staged _ -> {
          DirCache index = jgit.readDirCache();
          yield new VersionedFiles(path -> {
            DirCacheEntry entry = index.getEntry(path);
            return read(repository, path, entry == null ? null : entry.getObjectId());
          });
        }
        case Version.Commit commit -> {
          RevTree tree = treeOf(jgit, commit);
          yield new VersionedFiles(path -> {
            try (TreeWalk found = TreeWalk.forPath(jgit, path, tree)) {
              return read(repository, path, found == null ? null : found.getObjectId(0));
            }
          });
        }
      };
    } catch (IOException unreadable) {
      throw new GitException(version.name() + " cannot be read: " + unreadable.getMessage(), unreadable);
    }
  }

  private static RevTree treeOf(Repository repository, Version.Commit commit) throws IOException {
    try (RevWalk walk = new RevWalk(repository)) {
      return walk.parseCommit(commit.id()).getTree();
    }
  }

  private static SourceFile read(GitRepository repository, String path, @Nullable ObjectId content)
    throws IOException, UnreadableSourceException {
    if (content == null) {
      throw new UnreadableSourceException("does not exist");
    }
    ObjectLoader loader = repository.jgit().open(content);
    SourceFile.requireReasonable(loader.getSize());
    return SourceFile.of(repository.root().resolve(path), loader.getCachedBytes((int) loader.getSize()));
  }

  /**
   * The text of a file.
   *
   * @param path its path from the root of the repository, with {@code /}
   * @throws UnreadableSourceException when it is not there, too large, binary or not UTF-8
   */
  public SourceText textOf(String path) throws UnreadableSourceException {
    try {
      return reading.read(path).text();
    } catch (IOException | LargeObjectException failure) {
      throw new UnreadableSourceException("cannot be read: " + failure.getMessage());
    }
  }
}
