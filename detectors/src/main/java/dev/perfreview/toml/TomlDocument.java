package dev.perfreview.toml;

import dev.perfreview.syntax.SourceText;
import dev.perfreview.syntax.TextRange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.tomlj.Toml;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;

/** A TOML text and what is wrong in it: its errors of syntax at first, then what the readers of its tables report. */
public final class TomlDocument {

  private final TomlSpans spans;
  private final TomlParseResult parsed;
  private final boolean wellFormed;
  private final List<TomlProblem> problems = new ArrayList<>();

  private TomlDocument(String text) {
    SourceText source = new SourceText(text);
    spans = new TomlSpans(source);
    parsed = Toml.parse(text);
    wellFormed = !parsed.hasErrors();
    for (TomlParseError error : parsed.errors()) {
      report(spans.restOfLine(error.position()), lowerCaseFirst(String.valueOf(error.getMessage())));
    }
  }

  /** Parses a text. */
  public static TomlDocument parse(String text) {
    return new TomlDocument(text);
  }

  /** Whether the text is TOML. Where it is not, the tables may lack some of what the text says. */
  public boolean isWellFormed() {
    return wellFormed;
  }

  /** Reads the top of the document. */
  public TomlReader root() {
    return new TomlReader(this, parsed, new TextRange(0, 0));
  }

  /** What is wrong so far, in the order of the text. */
  public List<TomlProblem> problems() {
    List<TomlProblem> ordered = new ArrayList<>(problems);
    ordered.sort(Comparator.comparingInt(problem -> problem.range().start()));
    return Collections.unmodifiableList(ordered);
  }

  void report(TextRange range, String message) {
    problems.add(new TomlProblem(range, message));
  }

  TomlSpans spans() {
    return spans;
  }

  private static String lowerCaseFirst(String message) {
    return message.isEmpty() ? message : Character.toLowerCase(message.charAt(0)) + message.substring(1);
  }
}
