package dev.perfreview.server.cli;

import dev.perfreview.rule.Applicability;
import dev.perfreview.server.scan.FixRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which fixes a command applies, and whether it writes them: the options for that. */
final class FixOptions {

  @Option(
    names = "--fix",
    description = "Apply the fixes of the shown findings that keep the meaning, then review what is left."
  )
  private boolean fix;

  @Option(names = "--unsafe-fixes", description = "With --fix or --diff: also the fixes that need a reader's eye.")
  private boolean unsafeFixes;

  @Option(
    names = "--diff",
    description = "Write no file, and print instead of a report what --fix would change, for git apply; exit with status 1 when there is anything."
  )
  private boolean diff;

  /**
   * What the options ask for; nothing when no file is to be fixed.
   *
   * @param screen tells which findings are shown; others are not fixed
   * @throws WrongUseException when the options do not go together
   */
  @Nullable
  FixRequest request(Screen screen) {
    if (fix || diff) {
      return new FixRequest(unsafeFixes ? Applicability.UNSAFE : Applicability.SAFE, screen::shows, !diff);
    }
    if (unsafeFixes) {
      throw new WrongUseException("--unsafe-fixes says which fixes --fix applies, so it needs --fix or --diff");
    }
    return null;
  }
}
