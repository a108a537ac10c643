package dev.perfreview.userrules;

import dev.perfreview.heat.Glob;
import dev.perfreview.rule.Applicability;
import dev.perfreview.rule.Certainty;
import dev.perfreview.rule.Finding;
import dev.perfreview.rule.Fix;
import dev.perfreview.rule.RuleInfo;
import dev.perfreview.syntax.QueryMatch;
import dev.perfreview.syntax.QueryTree;
import dev.perfreview.syntax.SyntaxQuery;
import dev.perfreview.syntax.SyntaxQuery.Ending;
import dev.perfreview.syntax.TextEdit;
import dev.perfreview.syntax.TextRange;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A rule that a user wrote. Immutable but for how often it was given up; thread-safe. */
public final class UserRule {

  /** The capture at which findings stand; the outermost of the match where the query has none of this name. */
  static final String PLACE = "finding";

  /** In so many files a query may take too long before it is left out of all others. */
  static final int MOST_GIVEN_UP = 3;

  /** The longest text of a capture in a message, in UTF-16 units. */
  private static final int LONGEST_QUOTE = 60;

  private final RuleInfo info;
  private final SyntaxQuery query;
  private final Template message;
  private final @Nullable Replacement replacement;
  private final List<Glob> paths;
  private final boolean hotOnly;
  private final AtomicInteger givenUp = new AtomicInteger();

  /**
   * What is to stand in the place of a finding's code.
   *
   * @param text the code
   * @param applicability how far it can be trusted
   */
  record Replacement(Template text, Applicability applicability) {}

  /**
   * A rule.
   *
   * @param info what it declares
   * @param query finds it
   * @param message what is said of a match
   * @param replacement what to write instead; nothing where a person must think
   * @param paths the files that it is about; all when empty
   * @param hotOnly whether it is worth saying on hot lines only
   */
  UserRule(
    RuleInfo info,
    SyntaxQuery query,
    Template message,
    @Nullable Replacement replacement,
    List<Glob> paths,
    boolean hotOnly
  ) {
    this.info = info;
    this.query = query;
    this.message = message;
    this.replacement = replacement;
    this.paths = List.copyOf(paths);
    this.hotOnly = hotOnly;
  }

  /** What it declares. */
  public RuleInfo info() {
    return info;
  }

  /** Whether it is about a file, by its path from the workspace folder. */
  public boolean speaksOf(String path) {
    return paths.isEmpty() || paths.stream().anyMatch(glob -> glob.matches(path));
  }

  /** Whether its query took too long in so many files that it is not tried again until the configuration is read anew. */
  public boolean isGivenUp() {
    return givenUp.get() >= MOST_GIVEN_UP;
  }

  /** Notes that its query was given up in a file; answers whether that was once too often. */
  public boolean giveUp() {
    return givenUp.incrementAndGet() >= MOST_GIVEN_UP;
  }

  /**
   * Looks for it in a file of its language.
   *
   * @param stop asked now and then whether nobody waits for the rest
   * @param findings takes each finding
   */
  public Ending check(QueryTree file, BooleanSupplier stop, Consumer<Finding> findings) {
    String text = file.snapshot().text().string();
    return query.search(file, stop, match -> {
      TextRange place = placeOf(match);
      // The parser makes up nodes without text to go on after an error.
      if (place != null && place.length() > 0) {
        findings.accept(findingAt(place, match, text));
      }
    });
  }

  private @Nullable TextRange placeOf(QueryMatch match) {
    return query.captures().contains(PLACE) ? match.span(PLACE) : match.outermost();
  }

  private Finding findingAt(TextRange place, QueryMatch match, String text) {
    Finding finding = Finding.at(place, message.fill(name -> quoted(textOf(match, name, text)))).withCertainty(
      hotOnly ? Certainty.SHOWN_WHERE_HOT : Certainty.SHOWN
    );
    return replacement == null ? finding : finding.withFix(fix(place, match, text, replacement));
  }

  private @Nullable Fix fix(TextRange place, QueryMatch match, String text, Replacement with) {
    String code = with.text().fill(name -> textOf(match, name, text));
    if (code.contentEquals(text.substring(place.start(), place.end()))) {
      return null;
    }
    String what = code.isBlank() ? "Remove it" : "Replace by `" + quoted(code) + "`";
    boolean safe = with.applicability() == Applicability.SAFE;
    String title = safe ? what : what + " (may change what the program does)";
    return new Fix(title, with.applicability(), List.of(new TextEdit(place, code)));
  }

  private static String textOf(QueryMatch match, String capture, String text) {
    TextRange span = match.span(capture);
    return span == null ? "" : text.substring(span.start(), span.end());
  }

  /** Code for a message of one line. */
  private static String quoted(String code) {
    String line = code.strip().replaceAll("\\s+", " ");
    return line.length() <= LONGEST_QUOTE ? line : line.substring(0, LONGEST_QUOTE - 1).stripTrailing() + "…";
  }
}
