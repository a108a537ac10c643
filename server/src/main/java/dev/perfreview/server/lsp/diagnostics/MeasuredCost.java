package dev.perfreview.server.lsp.diagnostics;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a rule's page says was measured before and after its fix, in one sentence. */
public final class MeasuredCost {

  private static final String BEGIN = "<!-- measured -->";
  /** A row of the table; where several programs were measured, the first cell says which. */
  private static final Pattern ROW = Pattern.compile(
    "\\|(?: [^|]+ \\|)? (time|worst delay[^|]*) \\| ([\\d.,]+ \\w+) \\| ([\\d.,]+ \\w+) \\| ([\\d.,]+ times) \\|"
  );

  private MeasuredCost() {}

  /**
   * The sentence: "measured: time 616.9 ms before the fix, 24.4 ms after (25 times)".
   *
   * @param page the page of a rule, Markdown
   * @return none of a rule that cites others' measurements
   */
  public static Optional<String> of(String page) {
    int begin = page.indexOf(BEGIN);
    Matcher row = ROW.matcher(page);
    return begin >= 0 && row.find(begin)
      ? Optional.of(
          "measured: %s %s before the fix, %s after (%s)".formatted(
            row.group(1).strip(),
            row.group(2),
            row.group(3),
            row.group(4)
          )
        )
      : Optional.empty();
  }
}
