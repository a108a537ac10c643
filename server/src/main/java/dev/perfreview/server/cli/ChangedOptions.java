package dev.perfreview.server.cli;

import dev.perfreview.server.git.GitException;
import dev.perfreview.server.git.GitRepository;
import dev.perfreview.server.git.Version;
import dev.perfreview.server.review.ChangedLines;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that leave out all but what has changed. */
final class ChangedOptions {

  @Option(
    names = "--changed",
    description = "Show only findings on lines that are new or changed since HEAD left the main branch (origin/HEAD, main or master)."
  )
  private boolean changed;

  @Option(names = "--base", paramLabel = "COMMIT", description = "With --changed: since this commit.")
  private @Nullable String base;

  /**
   * The lines that count; nothing when all do.
   *
   * @param folder where the program was called
   * @throws WrongUseException when they cannot be told
   */
  @Nullable
  ChangedLines lines(Path folder) {
    if (!changed) {
      if (base != null) {
        throw new WrongUseException("--base says since when --changed looks, so it needs --changed");
      }
      return null;
    }
    try (
      GitRepository repository = GitRepository.around(folder).orElseThrow(() ->
        new WrongUseException(folder + " lies in no git repository, so nobody can tell what --changed there")
      )
    ) {
      Version.Commit commit = base == null ? repository.mergeBaseWithMain() : repository.commit(base);
      return ChangedLines.since(repository, commit);
    } catch (GitException failure) {
      throw new WrongUseException(String.valueOf(failure.getMessage()));
    }
  }
}
