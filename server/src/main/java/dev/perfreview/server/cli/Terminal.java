package dev.perfreview.server.cli;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the terminal that the program runs in, if any.
 *
 * @param showsOutput whether standard output is shown on a terminal
 * @param showsErrors whether standard error is
 * @param takesColours whether the user's environment has nothing against colours
 * @param columns how wide lines of source may be shown
 */
public record Terminal(boolean showsOutput, boolean showsErrors, boolean takesColours, int columns) {
  private static final int USUAL_COLUMNS = 120;
  private static final int FEWEST_COLUMNS = 40;

  /** What the launcher found out, which knows without loading a class, and what the environment says (no-color.org). */
  static Terminal ofProcess() {
    Map<String, String> environment = System.getenv();
    String shown = System.getProperty("perfreview.terminal", "");
    boolean colours = environment.getOrDefault("NO_COLOR", "").isEmpty() && !"dumb".equals(environment.get("TERM"));
    return new Terminal(shown.contains("out"), shown.contains("err"), colours, columnsOf(environment.get("COLUMNS")));
  }

  private static int columnsOf(@Nullable String columns) {
    if (columns == null || !columns.matches("\\d{1,4}")) {
      return USUAL_COLUMNS;
    }
    return Math.max(FEWEST_COLUMNS, Integer.parseInt(columns));
  }
}
