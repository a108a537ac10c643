package dev.perfreview.server.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.RepositoryNotFoundException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.jspecify.annotations.Nullable;

/** A git repository with its working tree; only read. Not thread-safe. */
public final class GitRepository implements AutoCloseable {

  /** Where the main branch is looked for, the likeliest first: what a clone's remote calls its head, then the usual names. */
  private static final List<String> MAIN_BRANCHES = List.of(
    "refs/remotes/origin/HEAD",
    "refs/heads/main",
    "refs/remotes/origin/main",
    "refs/heads/master",
    "refs/remotes/origin/master"
  );

  private static final int SHORT_ID = 7;

  private final Repository repository;
  private final Path root;

  private GitRepository(Repository repository) {
    this.repository = repository;
    this.root = repository.getWorkTree().toPath().toAbsolutePath().normalize();
  }

  /**
   * Opens the repository that a folder lies in.
   *
   * @return nothing when it lies in none
   * @throws GitException when there is one that cannot be read
   */
  public static Optional<GitRepository> around(Path folder) throws GitException {
    QuietSystem.install();
    Path existing = folder;
    while (existing.getParent() != null && !Files.isDirectory(existing)) {
      existing = existing.getParent();
    }
    FileRepositoryBuilder builder = new FileRepositoryBuilder().findGitDir(existing.toFile());
    if (builder.getGitDir() == null) {
      return Optional.empty();
    }
    try {
      Repository repository = builder.setMustExist(true).build();
      if (repository.isBare()) {
        repository.close();
        throw new GitException(folder + " is a repository without a working tree");
      }
      return Optional.of(new GitRepository(repository));
    } catch (RepositoryNotFoundException none) {
      return Optional.empty();
    } catch (IOException | IllegalArgumentException broken) {
      throw new GitException("the repository around " + folder + " cannot be read: " + broken.getMessage(), broken);
    }
  }

  /** The folder that the working tree starts from, absolute. */
  public Path root() {
    return root;
  }

  Repository jgit() {
    return repository;
  }

  /**
   * The commit that a name means: a branch, a tag, an id or its start, {@code HEAD~3}.
   *
   * @throws GitException when there is no such commit
   */
  public Version.Commit commit(String name) throws GitException {
    try {
      ObjectId id = repository.resolve(name + "^{commit}");
      if (id == null) {
        throw new GitException("there is no commit `" + name + "` in " + root + shallowNote());
      }
      return named(name, id);
    } catch (IOException | IllegalArgumentException unreadable) {
      throw new GitException("`" + name + "` names no commit: " + unreadable.getMessage(), unreadable);
    }
  }

  private Version.Commit named(String name, ObjectId id) {
    String start = id.abbreviate(SHORT_ID).name();
    return new Version.Commit(id, id.name().startsWith(name) ? start : "`" + name + "` (" + start + ")");
  }

  /** The commit that is checked out; nothing before the first. */
  public Optional<Version.Commit> head() throws GitException {
    try {
      ObjectId id = repository.resolve(Constants.HEAD);
      return id == null ? Optional.empty() : Optional.of(named(Constants.HEAD, id));
    } catch (IOException unreadable) {
      throw new GitException("the repository's HEAD cannot be read: " + unreadable.getMessage(), unreadable);
    }
  }

  /**
   * Where the commit that is checked out left the main branch; {@code HEAD} itself while it is on it.
   *
   * @throws GitException when there is no main branch, or the two have no commit in common
   */
  public Version.Commit mergeBaseWithMain() throws GitException {
    Version.Commit head = head().orElseThrow(() -> new GitException("the repository has no commit yet"));
    String main = mainBranch().orElseThrow(() ->
      new GitException(
        "there is no main branch to compare with: none of origin/HEAD, main and master exists; name the commit that the change starts from"
      )
    );
    Version.Commit tip = named(Repository.shortenRefName(main), commit(main).id());
    return mergeBase(tip, head).orElseThrow(() ->
      new GitException(Repository.shortenRefName(main) + " and HEAD have no commit in common" + shallowNote())
    );
  }

  /**
   * Where {@code HEAD} and the main branch are now, in a form that means nothing but whether it is the same: as long as it is, so is what
   * {@link #mergeBaseWithMain} answers. Costs a look at a few files.
   */
  public String position() throws GitException {
    Optional<String> main = mainBranch();
    try {
      return (
        repository.resolve(Constants.HEAD) + " " + main + " " + (main.isEmpty() ? "" : repository.resolve(main.get()))
      );
    } catch (IOException unreadable) {
      throw new GitException("the repository's branches cannot be read: " + unreadable.getMessage(), unreadable);
    }
  }

  private Optional<String> mainBranch() throws GitException {
    try {
      for (String name : MAIN_BRANCHES) {
        Ref branch = repository.exactRef(name);
        if (branch != null && branch.getObjectId() != null) {
          return Optional.of(name);
        }
      }
      return Optional.empty();
    } catch (IOException unreadable) {
      throw new GitException("the repository's branches cannot be read: " + unreadable.getMessage(), unreadable);
    }
  }

  /** The last commit that two have in common. */
  public Optional<Version.Commit> mergeBase(Version.Commit one, Version.Commit other) throws GitException {
    try (RevWalk walk = new RevWalk(repository)) {
      walk.setRevFilter(RevFilter.MERGE_BASE);
      walk.markStart(walk.parseCommit(one.id()));
      walk.markStart(walk.parseCommit(other.id()));
      @Nullable
      RevCommit base = walk.next();
      return base == null
        ? Optional.empty()
        : Optional.of(
            new Version.Commit(
              base.getId(),
              "the merge base with " +
                one.name().replaceFirst(" \\(.*", "") +
                " (" +
                base.abbreviate(SHORT_ID).name() +
                ")"
            )
          );
    } catch (MissingObjectException | IncorrectObjectTypeException shallow) {
      return Optional.empty();
    } catch (IOException unreadable) {
      throw new GitException("the history cannot be read: " + unreadable.getMessage(), unreadable);
    }
  }

  /** The messages of the commits after {@code base} up to {@code tip}, the newest first. */
  public List<String> messagesBetween(Version.Commit base, Version.Commit tip) throws GitException {
    List<String> messages = new ArrayList<>();
    try (RevWalk walk = new RevWalk(repository)) {
      walk.markStart(walk.parseCommit(tip.id()));
      walk.markUninteresting(walk.parseCommit(base.id()));
      for (RevCommit commit : walk) {
        messages.add(commit.getFullMessage());
      }
      return messages;
    } catch (MissingObjectException shallow) {
      return messages;
    } catch (IOException unreadable) {
      throw new GitException("the history cannot be read: " + unreadable.getMessage(), unreadable);
    }
  }

  /** The paths of files that a merge stopped at, and of which nothing is staged yet. */
  public Set<String> conflicts() throws GitException {
    try {
      DirCache index = repository.readDirCache();
      Set<String> paths = new TreeSet<>();
      for (int entry = 0; entry < index.getEntryCount(); entry++) {
        if (index.getEntry(entry).getStage() != DirCacheEntry.STAGE_0) {
          paths.add(index.getEntry(entry).getPathString());
        }
      }
      return paths;
    } catch (IOException unreadable) {
      throw new GitException("the repository's index cannot be read: " + unreadable.getMessage(), unreadable);
    }
  }

  private String shallowNote() {
    return Files.exists(repository.getDirectory().toPath().resolve("shallow"))
      ? "; the clone is shallow: fetch more of its history, for example with `git fetch --unshallow`"
      : "";
  }

  @Override
  public void close() {
    repository.close();
  }
}
