package dev.perfreview.server.review.report;

import dev.perfreview.analysis.RuleDocs;
import dev.perfreview.rule.RuleInfo;
import java.util.Optional;

/** The parts of a rule's page that a report quotes. */
final class RulePage {

  private static final String HEADING = "\n## ";

  private final String page;

  private RulePage(String page) {
    this.page = page;
  }

  static RulePage of(RuleInfo rule) {
    return new RulePage(RuleDocs.markdownOf(rule));
  }

  /** The first paragraph on why the pitfall is slow, in one line. */
  Optional<String> why() {
    return section("Why it is slow").map(text -> text.split("\n\n", 2)[0].replace('\n', ' ').strip());
  }

  /** What to write instead, Markdown. */
  Optional<String> instead() {
    return section("Use instead");
  }

  private Optional<String> section(String title) {
    int heading = page.indexOf(HEADING + title + "\n");
    if (heading < 0) {
      return Optional.empty();
    }
    int start = heading + HEADING.length() + title.length();
    int end = page.indexOf(HEADING, start);
    String text = page.substring(start, end < 0 ? page.length() : end).strip();
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}
