package dev.perfreview.analysis;

import dev.perfreview.analysis.Suppressions.Suppression;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SourceText;
import dev.perfreview.syntax.SyntaxSnapshot;
import dev.perfreview.syntax.TextEdit;
import dev.perfreview.syntax.TextRange;
import java.util.Optional;

/**
 * The comments that an editor inserts to silence findings. {@link Suppressions} says what a comment reaches; here the comment is chosen
 * that reaches least. Two findings of one rule that start on the same line cannot be told apart by a comment: both are silenced.
 */
public final class SuppressionEdits {

  private final SyntaxSnapshot snapshot;
  private final Suppressions suppressions;
  private final CommentPlaces places;

  private SuppressionEdits(SyntaxSnapshot snapshot) {
    this.snapshot = snapshot;
    this.suppressions = Suppressions.of(snapshot, PragmaReader.read(snapshot));
    this.places = new CommentPlaces(snapshot);
  }

  /** For a file whose comments are read once, however many of its findings are asked for. */
  public static SuppressionEdits in(SyntaxSnapshot snapshot) {
    return new SuppressionEdits(snapshot);
  }

  /**
   * The edit that silences one finding: its rule's id in a suppression comment that is there, else a new comment after the code, else one on
   * a line of its own above. Where not even that can stand (code between two multi-line strings), the whole file's.
   */
  public TextEdit ignoreHere(ReportedFinding finding) {
    return new Placing(finding.rule().id(), finding.finding().range()).edit();
  }

  /** The edit that silences a rule in the whole file: its id in an {@code ignore-file} that is there, else a new comment at the top. */
  public TextEdit ignoreInFile(String ruleId) {
    for (Suppression suppression : suppressions.all()) {
      if (suppression.ignore().wholeFile()) {
        return addTo(suppression, ruleId);
      }
    }
    SourceText text = snapshot.text();
    int line = linesThatMustComeFirst(text);
    String comment = comment(snapshot.language(), "ignore-file", ruleId);
    if (line == text.lineCount()) {
      return TextEdit.insert(text.length(), text.lineSeparator() + comment);
    }
    return TextEdit.insert(afterByteOrderMark(text, text.lineStart(line)), comment + text.lineSeparator());
  }

  /** A shebang must be the first line, and Python reads its encoding from the first two lines only (PEP 263). */
  private static int linesThatMustComeFirst(SourceText text) {
    int line = text.string().startsWith("#!") && !text.string().startsWith("#![") ? 1 : 0;
    boolean encoding =
      line < text.lineCount() && text.line(line).matches("[ \\t\\f]*#.*?coding[:=][ \\t]*[-_.a-zA-Z0-9]+.*");
    return encoding ? line + 1 : line;
  }

  private static int afterByteOrderMark(SourceText text, int offset) {
    return offset == 0 && text.string().startsWith("\uFEFF") ? 1 : offset;
  }

  private static String comment(Language language, String keyword, String ruleId) {
    return language.lineComment() + " perf: " + keyword + "[" + ruleId + "]";
  }

  private static TextEdit addTo(Suppression suppression, String ruleId) {
    return TextEdit.insert(suppression.ignore().idsRange().end(), ", " + ruleId);
  }

  /** The choice of a place for one finding's comment, from the one that reaches least to the one that reaches most. */
  private final class Placing {

    private final SourceText text;
    private final String ruleId;
    private final TextRange finding;
    private final StatementLines statement;

    Placing(String ruleId, TextRange finding) {
      this.text = snapshot.text();
      this.ruleId = ruleId;
      this.finding = finding;
      this.statement = StatementLines.around(snapshot, finding);
    }

    TextEdit edit() {
      return closeBy()
        .or(this::anywhereInTheStatement)
        .orElseGet(() -> ignoreInFile(ruleId));
    }

    /** A comment that speaks of the finding's first or last line and not of the whole statement, if that has other lines. */
    private Optional<TextEdit> closeBy() {
      FindingLines lines = FindingLines.of(snapshot, finding);
      int first = lines.first();
      int last = lines.last();
      boolean oneLine = statement.first() == first && statement.last() == last;
      boolean above = oneLine || first != statement.first();
      boolean afterFirst = oneLine || first != statement.last();
      boolean afterLast = oneLine || last != statement.last();
      return Optional.<TextEdit>empty()
        .or(() -> afterFirst ? merged(first, false) : Optional.empty())
        .or(() -> above ? merged(first, true) : Optional.empty())
        .or(() -> afterFirst ? afterCode(first) : Optional.empty())
        .or(() -> afterLast ? merged(last, false) : Optional.empty())
        .or(() -> afterLast ? afterCode(last) : Optional.empty())
        .or(() -> above ? above(first) : Optional.empty())
        .or(() -> afterFirst ? afterComment(first) : Optional.empty())
        .or(() -> afterLast ? afterComment(last) : Optional.empty());
    }

    private Optional<TextEdit> anywhereInTheStatement() {
      return Optional.<TextEdit>empty()
        .or(() -> merged(statement.last(), false))
        .or(() -> merged(statement.first(), true))
        .or(() -> afterCode(statement.last()))
        .or(() -> above(statement.first()))
        .or(() -> afterComment(statement.last()));
    }

    /** The id added to a comment that speaks of the line. */
    private Optional<TextEdit> merged(int line, boolean ownLine) {
      return suppressions
        .all()
        .stream()
        .filter(suppression -> suppression.pragma().ownLine() == ownLine)
        .filter(suppression -> suppression.target() == line || suppression.pragma().line() == line)
        .filter(suppression -> !suppression.ignore().wholeFile() && suppressions.reaches(suppression, finding))
        .findFirst()
        .map(suppression -> addTo(suppression, ruleId));
    }

    private Optional<TextEdit> afterCode(int line) {
      return places.afterCode(line).map(offset -> TextEdit.insert(offset, gap() + comment()));
    }

    private Optional<TextEdit> afterComment(int line) {
      return places.afterComment(line).map(offset -> TextEdit.insert(offset, gap() + comment()));
    }

    private Optional<TextEdit> above(int line) {
      return places
        .above(line)
        .map(offset -> TextEdit.insert(offset, text.indentationOf(line) + comment() + text.lineSeparator()));
    }

    private String gap() {
      // PEP 8 asks for two spaces, rustfmt makes one of them.
      return snapshot.language() == Language.PYTHON ? "  " : " ";
    }

    private String comment() {
      return SuppressionEdits.comment(snapshot.language(), "ignore", ruleId);
    }
  }
}
