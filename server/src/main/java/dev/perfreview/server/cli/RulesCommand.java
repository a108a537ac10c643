package dev.perfreview.server.cli;

import com.google.gson.stream.JsonWriter;
import dev.perfreview.rule.RuleInfo;
import dev.perfreview.rule.UserDefinition;
import dev.perfreview.server.report.Style;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Lists the rules, those of the configuration last. */
@Command(name = "rules", mixinStandardHelpOptions = true, header = "List the rules.")
final class RulesCommand implements Callable<Integer> {

  /** How the list is written; the names are the values of the option. */
  enum Format {
    /** A table for a person. */
    TEXT,
    /** An array for a program. */
    JSON,
  }

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // set by picocli
  private PerfReview program;

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Option(
    names = "--format",
    paramLabel = "FORMAT",
    defaultValue = "text",
    description = "text or json. Default: ${DEFAULT-VALUE}."
  )
  private Format format = Format.TEXT;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    List<RuleInfo> rules = program.configuration().configuration().rules();
    if (format == Format.JSON) {
      writeJson(rules, out);
    } else {
      writeTable(rules, program.style(), out);
    }
    return ExitStatus.CLEAN;
  }

  private static void writeTable(List<RuleInfo> rules, Style style, PrintWriter out) {
    int ids = rules
      .stream()
      .mapToInt(rule -> rule.id().length())
      .max()
      .orElse(0);
    int costs = rules
      .stream()
      .mapToInt(rule -> rule.cost().name().length())
      .max()
      .orElse(0);
    for (RuleInfo rule : rules) {
      out.print(style.strong(padded(rule.id(), ids)));
      out.print("  " + padded(rule.language().id(), 6));
      out.print("  " + padded(word(rule.cost()), costs));
      out.print(
        "  " +
          style.remedy(
            padded(
              switch (rule.fixes()) {
                case NONE -> "";
                case SOMETIMES -> "some fixes";
                case ALWAYS -> "fixes";
              },
              10
            )
          )
      );
      UserDefinition definition = rule.definition();
      String origin = definition == null ? "" : " (" + definition.file() + ":" + (definition.line() + 1) + ")";
      String when = rule.changeOnly() ? " (told by `review` only)" : "";
      out.println("  " + rule.summary() + when + style.faint(origin));
    }
  }

  private static void writeJson(List<RuleInfo> rules, PrintWriter out) throws IOException {
    JsonWriter json = new JsonWriter(out);
    json.setIndent("  ");
    json.beginArray();
    for (RuleInfo rule : rules) {
      json.beginObject();
      json.name("id").value(rule.id());
      json.name("language").value(rule.language().id());
      json.name("summary").value(rule.summary());
      json.name("cost").value(word(rule.cost()));
      json.name("fixes").value(word(rule.fixes()));
      json.name("changeOnly").value(rule.changeOnly());
      if (rule.definition() != null) {
        json.name("definedIn").beginObject();
        json.name("file").value(rule.definition().file().toString());
        json.name("line").value(rule.definition().line() + 1);
        json.endObject();
      }
      json.endObject();
    }
    json.endArray();
    json.flush();
    out.println();
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
