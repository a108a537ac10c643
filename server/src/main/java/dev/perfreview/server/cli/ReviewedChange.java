package dev.perfreview.server.cli;

import dev.perfreview.server.git.GitException;
import dev.perfreview.server.git.GitRepository;
import dev.perfreview.server.review.Change;
import dev.perfreview.server.review.ChangeSpecification;
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
    ChangeSpecification.Extent extent = staged
      ? ChangeSpecification.Extent.STAGED
      : workingTree
        ? ChangeSpecification.Extent.UNCOMMITTED
        : ChangeSpecification.Extent.BRANCH;
    try (GitRepository repository = found.get()) {
      return GitChange.between(repository, new ChangeSpecification(base, extent).in(repository));
    }
  }

  private static Change fromPatch(Path patch, PerfReview program) throws GitException, IOException {
    boolean standardInput = patch.toString().equals("-");
    Path file = program.resolve(patch);
    byte[] diff;
    try {
      diff = standardInput ? System.in.readAllBytes() : Files.readAllBytes(file);
    } catch (IOException failure) {
      throw WrongUseException.unreadable("the patch " + file, failure);
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
