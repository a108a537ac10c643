package dev.perfreview.server.review;

import dev.perfreview.server.git.GitException;
import dev.perfreview.server.git.GitRepository;
import dev.perfreview.server.git.Version;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which change of a repository a person means.
 *
 * @param start the commit that it starts from, or a range {@code A..B} or {@code A...B}; nothing where the person does not say
 * @param extent what it leads to, and where it starts from when {@code start} is nothing
 */
public record ChangeSpecification(@Nullable String start, Extent extent) {
  private static final String RANGE = "..";

  /** How far a change reaches. */
  public enum Extent {
    /** To the files as they are; by itself from where {@code HEAD} left the main branch. */
    BRANCH,
    /** To the files as they are; by itself from {@code HEAD}. */
    UNCOMMITTED,
    /** To what is staged; by itself from {@code HEAD}. */
    STAGED,
  }

  /**
   * The two versions between which a change lies.
   *
   * @param base the earlier one; nothing at all before the first commit
   * @param head the later one
   */
  public record Ends(Version base, Version head) {}

  /**
   * Finds the two versions.
   *
   * @throws GitException when there are no such versions, or a range is given for what is not committed
   */
  public Ends in(GitRepository repository) throws GitException {
    int range = start == null ? -1 : start.indexOf(RANGE);
    if (start != null && range >= 0) {
      if (extent != Extent.BRANCH) {
        throw new GitException("a range A..B is a change of its own: leave --staged and --worktree out");
      }
      return ofRange(repository, start, range);
    }
    return new Ends(baseIn(repository), extent == Extent.STAGED ? new Version.Staged() : new Version.WorkingTree());
  }

  private Version baseIn(GitRepository repository) throws GitException {
    if (start != null) {
      return repository.commit(start);
    }
    Optional<Version.Commit> head = repository.head();
    if (head.isEmpty()) {
      return new Version.Nothing();
    }
    return extent == Extent.BRANCH ? repository.mergeBaseWithMain() : head.get();
  }

  /** {@code A..B} is from A to B; {@code A...B}, as git has it, from where B left A. */
  private static Ends ofRange(GitRepository repository, String text, int range) throws GitException {
    boolean fromMergeBase = text.startsWith(".", range + RANGE.length());
    String from = text.substring(0, range);
    String to = text.substring(range + RANGE.length() + (fromMergeBase ? 1 : 0));
    Version.Commit base = repository.commit(from.isEmpty() ? "HEAD" : from);
    Version.Commit head = repository.commit(to.isEmpty() ? "HEAD" : to);
    if (fromMergeBase) {
      base = repository
        .mergeBase(base, head)
        .orElseThrow(() -> new GitException("the two ends of " + text + " have no commit in common"));
    }
    return new Ends(base, head);
  }
}
