package dev.perfreview.rust.rules;

import dev.perfreview.rule.Certainty;
import dev.perfreview.rule.Cost;
import dev.perfreview.rule.Finding;
import dev.perfreview.rule.FixAvailability;
import dev.perfreview.rule.Rule;
import dev.perfreview.rule.RuleInfo;
import dev.perfreview.rust.Calls;
import dev.perfreview.rust.RustModel;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxNode;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** A regular expression compiled in a function that only matches with it, so that each call compiles it anew. */
public final class RegexPerCall implements Rule<RustModel> {

  private static final RuleInfo INFO = new RuleInfo(
    "regex-per-call",
    Language.RUST,
    "a regular expression is compiled on each call of a function",
    Cost.OVERHEAD,
    FixAvailability.SOMETIMES,
    Set.of("call_expression")
  );

  private static final List<String> CONSTRUCTORS = List.of(
    "regex::Regex::new",
    "regex::RegexBuilder::new",
    "regex::RegexSet::new",
    "regex::RegexSetBuilder::new",
    "regex::bytes::Regex::new",
    "regex::bytes::RegexBuilder::new",
    "regex::bytes::RegexSet::new",
    "regex::bytes::RegexSetBuilder::new",
    "fancy_regex::Regex::new",
    "fancy_regex::RegexBuilder::new"
  );

  private static final Pattern FILES = Pattern.compile("Path|\\b\\w*(path|url|uri|config)\\s*:");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(SyntaxNode call, RustModel model, Consumer<Finding> findings) {
    if (!isConstructor(call, model) || model.placementOf(call).cold() != null) {
      return;
    }
    CompiledRegex regex = CompiledRegex.of(call, model);
    if (regex == null || !regex.isOnlyMatchedWith()) {
      return;
    }
    String advice = RegexHoist.isConstant(regex, model)
      ? "a `static` compiles it once"
      : "keep it compiled for each pattern, or match without one";
    Finding finding = Finding.at(
      regex.compilation().range(),
      "compiles the regular expression on each call of `" +
        regex.function().simpleName() +
        "`, which costs far more than matching with it; " +
        advice
    );
    findings.accept(
      finding
        .withCertainty(isForFiles(regex, model) ? Certainty.SMALL : Certainty.SHOWN)
        .withFix(RegexHoist.fix(regex, model))
    );
  }

  /** Whether the function makes something that lives long, or works on the names of files: models are found so when they are loaded. */
  private static boolean isForFiles(CompiledRegex regex, RustModel model) {
    SyntaxNode function = regex.function().declaration();
    SyntaxNode parameters = function.field("parameters");
    SyntaxNode body = function.field("body");
    boolean files = parameters != null && FILES.matcher(parameters.text()).find();
    return files || (body != null && model.isInConstructor(body));
  }

  /** Whether a call makes a regular expression or a builder of one. */
  static boolean isConstructor(SyntaxNode call, RustModel model) {
    String name = Calls.nameOf(call);
    SyntaxNode function = call.field("function");
    if (function == null || !function.is("scoped_identifier") || !"new".equals(name)) {
      return false;
    }
    return CONSTRUCTORS.stream().anyMatch(constructor -> model.refersTo(function, constructor));
  }
}
