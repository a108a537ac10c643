package dev.perfreview.python.rules;

import dev.perfreview.python.Arguments;
import dev.perfreview.python.PythonModel;
import dev.perfreview.rule.Certainty;
import dev.perfreview.rule.Concern;
import dev.perfreview.rule.Cost;
import dev.perfreview.rule.Finding;
import dev.perfreview.rule.FixAvailability;
import dev.perfreview.rule.Rule;
import dev.perfreview.rule.RuleInfo;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A log message that is put together before the logger knows whether anybody wants it. */
public final class EagerLogFormatting implements Rule<PythonModel> {

  private static final RuleInfo INFO = new RuleInfo(
    "eager-log-formatting",
    Language.PYTHON,
    "a log message that is formatted even when its level is off",
    Cost.OVERHEAD,
    FixAvailability.SOMETIMES,
    Set.of("call")
  ).about(Concern.ALLOCATION);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(SyntaxNode node, PythonModel model, Consumer<Finding> findings) {
    Optional<LogCall> call = LogCall.of(node, model);
    if (call.isEmpty() || LogGuard.isGuarded(node)) {
      return;
    }
    SyntaxNode message = call.get().message();
    Optional<EagerFormat> format = EagerFormat.of(message, model);
    if (format.isPresent()) {
      Finding finding = finding(message, format.get(), call.get(), model);
      findings.accept(finding.withFix(LazyLogMessage.of(call.get(), format.get(), model).orElse(null)));
      return;
    }
    List<SyntaxNode> values = Arguments.of(node).positional();
    for (SyntaxNode value : values.subList(values.indexOf(message) + 1, values.size())) {
      EagerFormat.of(value, model)
        .filter(eager -> eager == EagerFormat.F_STRING || eager == EagerFormat.STR)
        .ifPresent(eager -> {
          Finding finding = finding(value, eager, call.get(), model);
          boolean converts = eager == EagerFormat.STR;
          findings.accept(finding.withFix(converts ? LazyLogMessage.withoutStr(call.get(), value).orElse(null) : null));
        });
    }
  }

  /** That a short text matters is only presumed: it takes less than a microsecond. */
  private static Finding finding(SyntaxNode text, EagerFormat format, LogCall call, PythonModel model) {
    LoggedText length = LoggedText.of(EagerFormat.withoutParentheses(text), model);
    String advice = length == LoggedText.WORKED_OUT ? "ask `isEnabledFor` first" : "hand the values over as arguments";
    String message = "%s is formatted even when `%s` logs nothing: %s".formatted(
      format.description(),
      call.function(),
      advice
    );
    return Finding.at(text, message).withCertainty(length == LoggedText.SHORT ? Certainty.PRESUMED : Certainty.SHOWN);
  }
}
