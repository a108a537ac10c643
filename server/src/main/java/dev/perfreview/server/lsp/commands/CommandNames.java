package dev.perfreview.server.lsp.commands;

import java.util.List;

/** The names of the commands in {@code workspace/executeCommand}. */
public final class CommandNames {

  /** Reviews all files of the open folders. */
  public static final String SCAN_WORKSPACE = "perfReview.scanWorkspace";
  /** Explains a rule, or what is known of a place. */
  public static final String EXPLAIN = "perfReview.explain";
  /** Shows why the functions of a document are hot: a command of clients, which the server only names in code lenses. */
  public static final String SHOW_HOT_PATHS = "perfReview.showHotPaths";
  /** Forgets all that was worked out, and starts anew. */
  public static final String RESTART = "perfReview.restart";
  /** Reviews the change under way. */
  public static final String REVIEW_CHANGES = "perfReview.reviewChanges";

  private CommandNames() {}

  /**
   * Those that the server announces. Clients make each of them a command of their own under the same name, and {@link #RESTART} they have
   * already: they start a new process.
   */
  public static List<String> announced() {
    return List.of(SCAN_WORKSPACE, EXPLAIN, REVIEW_CHANGES);
  }
}
