package dev.perfreview.server.git;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.jgit.api.errors.CanceledException;
import org.eclipse.jgit.diff.ContentSource;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.RenameDetector;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.dircache.DirCacheIterator;
import org.eclipse.jgit.lib.AbbreviatedObjectId;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.AbstractTreeIterator;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.FileTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.WorkingTreeIterator;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/** Finds the files that differ between two versions of a repository; one that was renamed, and changed a little at that, is one file. */
public final class Differences {

  private static final int BEFORE = 0;
  private static final int AFTER = 1;

  private final Repository repository;
  private final ObjectReader reader;
  private final Version before;
  private final Version after;

  private Differences(Repository repository, ObjectReader reader, Version before, Version after) {
    this.repository = repository;
    this.reader = reader;
    this.before = before;
    this.after = after;
  }

  /**
   * The files that differ, in the order of their paths. Modules, links and a change of nothing but the mode are left out, and of what is staged
   * files in conflict.
   *
   * @throws GitException when one of the versions cannot be read
   */
  public static List<FileDifference> between(GitRepository repository, Version before, Version after)
    throws GitException {
    try (ObjectReader reader = repository.jgit().newObjectReader()) {
      return new Differences(repository.jgit(), reader, before, after).find();
    } catch (IOException | CanceledException failure) {
      throw new GitException(
        "what differs between " + before.name() + " and " + after.name() + " cannot be read: " + failure.getMessage(),
        failure
      );
    }
  }

  private List<FileDifference> find() throws IOException, CanceledException {
    List<DiffEntry> entries = new ArrayList<>();
    try (TreeWalk walk = new TreeWalk(repository, reader)) {
      walk.setRecursive(true);
      walk.addTree(iteratorOf(before));
      AbstractTreeIterator later = iteratorOf(after);
      walk.addTree(later);
      if (later instanceof WorkingTreeIterator files) {
        // The index knows the content of a file whose size and time have not changed.
        walk.addTree(new DirCacheIterator(repository.readDirCache()));
        files.setDirCacheIterator(walk, AFTER + 1);
        walk.setFilter(new KnownOrNotIgnored());
      } else {
        walk.setFilter(TreeFilter.ANY_DIFF);
      }
      while (walk.next()) {
        if (!isLeftOut(walk, later) && !isInConflict(walk, later)) {
          Entry.add(walk, entries);
        }
      }
    }
    RenameDetector renames = new RenameDetector(repository);
    renames.addAll(entries);
    ContentSource.Pair contents = new ContentSource.Pair(contentOf(before), contentOf(after));
    return renames
      .compute(contents, NullProgressMonitor.INSTANCE)
      .stream()
      .map(Differences::differenceOf)
      .sorted(Comparator.comparing(FileDifference::path))
      .toList();
  }

  /** Whether a file is missing since it lies outside a sparse checkout, and not because somebody deleted it. */
  private static boolean isLeftOut(TreeWalk walk, AbstractTreeIterator later) {
    if (!(later instanceof WorkingTreeIterator) || walk.getRawMode(AFTER) != 0) {
      return false;
    }
    DirCacheIterator index = walk.getTree(AFTER + 1, DirCacheIterator.class);
    return index != null && index.getDirCacheEntry().isSkipWorkTree();
  }

  /** Whether nothing is staged of a file yet, but its versions of a merge that stopped there. */
  private static boolean isInConflict(TreeWalk walk, AbstractTreeIterator later) {
    DirCacheIterator index = later instanceof DirCacheIterator ? walk.getTree(AFTER, DirCacheIterator.class) : null;
    return index != null && index.getDirCacheEntry().getStage() != DirCacheEntry.STAGE_0;
  }

  private AbstractTreeIterator iteratorOf(Version version) throws IOException {
    return switch (version) {
      case Version.Commit commit -> {
        try (RevWalk walk = new RevWalk(reader)) {
          yield new CanonicalTreeParser(null, reader, walk.parseCommit(commit.id()).getTree());
        }
      }
      case Version.Nothing _ -> new EmptyTreeIterator();
      case Version.Staged _ -> new DirCacheIterator(repository.readDirCache());
      case Version.WorkingTree _ -> new FileTreeIterator(repository);
    };
  }

  private ContentSource contentOf(Version version) {
    return version instanceof Version.WorkingTree
      ? ContentSource.create(new FileTreeIterator(repository))
      : ContentSource.create(reader);
  }

  private static FileDifference differenceOf(DiffEntry entry) {
    return new FileDifference(
      entry.getChangeType() == DiffEntry.ChangeType.ADD ? null : entry.getOldPath(),
      entry.getChangeType() == DiffEntry.ChangeType.DELETE ? null : entry.getNewPath(),
      entry.getOldId().equals(entry.getNewId())
    );
  }

  /** Takes what one of the versions tracks, and what is new and not ignored. */
  private static final class KnownOrNotIgnored extends TreeFilter {

    @Override
    public boolean include(TreeWalk walk) throws IOException {
      WorkingTreeIterator file = walk.getTree(AFTER, WorkingTreeIterator.class);
      return file == null || walk.getRawMode(BEFORE) != 0 || walk.getRawMode(AFTER + 1) != 0 || !file.isEntryIgnored();
    }

    @Override
    public boolean shouldBeRecursive() {
      return false;
    }

    @Override
    public TreeFilter clone() {
      return this;
    }
  }

  /** An entry made of a walk that also goes through the index, which JGit's own reading of a walk does not allow. */
  private static final class Entry extends DiffEntry {

    private static final ObjectId NOTHING = ObjectId.zeroId();

    private Entry(TreeWalk walk, boolean wasFile, boolean isFile) {
      changeType = !wasFile ? ChangeType.ADD : isFile ? ChangeType.MODIFY : ChangeType.DELETE;
      oldPath = wasFile ? walk.getPathString() : DEV_NULL;
      newPath = isFile ? walk.getPathString() : DEV_NULL;
      oldMode = wasFile ? walk.getFileMode(BEFORE) : FileMode.MISSING;
      newMode = isFile ? walk.getFileMode(AFTER) : FileMode.MISSING;
      oldId = AbbreviatedObjectId.fromObjectId(wasFile ? walk.getObjectId(BEFORE) : NOTHING);
      newId = AbbreviatedObjectId.fromObjectId(isFile ? walk.getObjectId(AFTER) : NOTHING);
    }

    static void add(TreeWalk walk, List<DiffEntry> entries) {
      boolean wasFile = isFile(walk.getFileMode(BEFORE));
      boolean isFile = isFile(walk.getFileMode(AFTER));
      if ((wasFile || isFile) && !(wasFile && isFile && walk.idEqual(BEFORE, AFTER))) {
        entries.add(new Entry(walk, wasFile, isFile));
      }
    }

    private static boolean isFile(FileMode mode) {
      return FileMode.REGULAR_FILE.equals(mode) || FileMode.EXECUTABLE_FILE.equals(mode);
    }
  }
}
