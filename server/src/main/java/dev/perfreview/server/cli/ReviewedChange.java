package dev.perfreview.server.cli;

import dev.perfreview.server.git.GitException;
import dev.perfreview.server.git.GitRepository;
import dev.perfreview.server.git.Version;
import dev.perfreview.server.review.Change;
import dev.perfreview.server.review.GitChange;
import dev.perfreview.server.review.PatchChange;
import dev.perfreview.server.scan.WorkspaceFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The arguments that say which change is meant, and the change itself. */
final class ReviewedChange {

  private static final String RANGE = "..";

  @Parameters(
    paramLabel = "BASE",
    arity = "0..1",
    description = "The commit that the change starts from, or a range A..B. Default: where HEAD left the main branch (origin/HEAD, main or master)."
  )
  private @Nullable String base;

  @Option(names = "--staged", description = "The change is what is staged; it starts from HEAD unless BASE is given.")
  private boolean staged;

  @Option(
    names = "--worktree",
    description = "The change is what is not committed yet; it starts from HEAD unless BASE is given."
  )
  private boolean workingTree;

  @Option(
    names = "--patch",
    paramLabel = "FILE",
    description = "The change is what this unified diff would do to the files as they are; - reads standard input."
  )
  private @Nullable Path patch;

  /**
   * Reads the change.
   *
   * @throws WrongUseException when it cannot be read
   */
  Change read(PerfReview program) throws IOException {
    int ways = (staged ? 1 : 0) + (workingTree ? 1 : 0) + (patch == null ? 0 : 1);
    if (ways > 1) {
      throw new WrongUseException("--staged, --worktree and --patch each say what the change is: give one of them");
    }
    try {
      return patch == null ? fromRepository(program) : fromPatch(patch, program);
    } catch (GitException failure) {
      throw new WrongUseException(String.valueOf(failure.getMessage()));
    }
  }

  private Change fromRepository(PerfReview program) throws GitException {
    Optional<GitRepository> found = GitRepository.around(program.folder());
    if (found.isEmpty()) {
      throw new WrongUseException(
        program.folder() + " lies in no git repository; --patch FILE reviews a diff without one"
      );
    }
    try (GitRepository repository = found.get()) {
      int range = base == null ? -1 : base.indexOf(RANGE);
      if (base != null && range >= 0) {
        if (staged || workingTree) {
          throw new WrongUseException("a range A..B is a change of its own: leave --staged and --worktree out");
        }
        return fromRange(repository, base, range);
      }
      Version head = staged ? new Version.Staged() : new Version.WorkingTree();
      return GitChange.between(repository, baseIn(repository), head);
    }
  }

  private Version.Commit baseIn(GitRepository repository) throws GitException {
    if (base != null) {
      return repository.commit(base);
    }
    if (staged || workingTree) {
      return repository.head().orElseThrow(() -> new GitException("the repository has no commit yet"));
    }
    return repository.mergeBaseWithMain();
  }

  /** {@code A..B} is from A to B; {@code A...B}, as git has it, from where B left A. */
  private static Change fromRange(GitRepository repository, String text, int range) throws GitException {
    boolean fromMergeBase = text.startsWith(".", range + RANGE.length());
    String from = text.substring(0, range);
    String to = text.substring(range + RANGE.length() + (fromMergeBase ? 1 : 0));
    Version.Commit start = repository.commit(from.isEmpty() ? "HEAD" : from);
    Version.Commit end = repository.commit(to.isEmpty() ? "HEAD" : to);
    if (fromMergeBase) {
      start = repository
        .mergeBase(start, end)
        .orElseThrow(() -> new GitException("the two ends of " + text + " have no commit in common"));
    }
    return GitChange.between(repository, start, end);
  }

  private static Change fromPatch(Path patch, PerfReview program) throws GitException, IOException {
    boolean standardInput = patch.toString().equals("-");
    Path file = program.resolve(patch);
    byte[] diff;
    try {
      diff = standardInput ? System.in.readAllBytes() : Files.readAllBytes(file);
    } catch (IOException failure) {
      throw new WrongUseException("cannot read the patch " + file + ": " + failure.getMessage());
    }
    Path root = GitRepository.around(program.folder())
      .map(repository -> {
        try (repository) {
          return repository.root();
        }
      })
      .orElseGet(() -> WorkspaceFolder.around(program.folder(), program.folder()).path());
    return PatchChange.of(diff, standardInput ? "the patch" : String.valueOf(patch.getFileName()), root);
  }
}
