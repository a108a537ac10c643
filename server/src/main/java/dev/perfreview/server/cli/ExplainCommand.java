package dev.perfreview.server.cli;

import dev.perfreview.analysis.RuleDocs;
import dev.perfreview.rule.RuleInfo;
import java.io.PrintWriter;
import java.util.Iterator;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Prints the document of a rule. */
@Command(
  name = "explain",
  mixinStandardHelpOptions = true,
  header = "Explain a rule: what it finds, why that is slow, what to write instead."
)
final class ExplainCommand implements Callable<Integer> {

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // set by picocli
  private PerfReview program;

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Parameters(paramLabel = "RULE", description = "The rule's id, as findings show it in brackets.")
  private String id = "";

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    MarkdownOnTerminal markdown = new MarkdownOnTerminal(program.style());
    for (
      Iterator<RuleInfo> rules = RuleIds.find(id, program.configuration().configuration()).iterator();
      rules.hasNext();

    ) {
      out.print(markdown.render(RuleDocs.markdownOf(rules.next())));
      if (rules.hasNext()) {
        out.println();
      }
    }
    return ExitStatus.CLEAN;
  }
}
