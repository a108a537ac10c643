package dev.perfreview.harness.tools;

/** What the files of a new rule start as: complete, so that it compiles and passes its tests, and about a function that nobody has. */
final class RuleTemplates {

  /** The rule's class. */
  static final String RULE = """
  package dev.perfreview.@LANGUAGE@.rules;

  import dev.perfreview.@LANGUAGE@.@MODEL@;
  import dev.perfreview.rule.Cost;
  import dev.perfreview.rule.Finding;
  import dev.perfreview.rule.FixAvailability;
  import dev.perfreview.rule.Rule;
  import dev.perfreview.rule.RuleInfo;
  import dev.perfreview.syntax.Language;
  import dev.perfreview.syntax.SyntaxNode;
  import java.util.Set;
  import java.util.function.Consumer;

  /** What it flags, why that is slow, and what is fine. */
  public final class @CLASS@ implements Rule<@MODEL@> {

    private static final RuleInfo INFO = new RuleInfo(
      "@ID@",
      Language.@LANGUAGE_CONSTANT@,
      "one line for lists of rules",
      Cost.OVERHEAD,
      FixAvailability.NONE,
      Set.of("@KIND@")
    );

    @Override
    public RuleInfo info() {
      return INFO;
    }

    @Override
    public void check(SyntaxNode node, @MODEL@ model, Consumer<Finding> findings) {
      SyntaxNode function = node.field("function");
      if (function != null && function.textIs("placeholder")) {
        findings.accept(Finding.at(node, "`placeholder` is slow because of what it does"));
      }
    }
  }
  """;

  /** The rule's document. */
  static final String DOCUMENT = """
  # @ID@

  One paragraph that says what this is about.

  ## What it does

  What is reported, exactly.

  ## Why it is slow

  What the machine does, in terms of n, allocations, locks or waiting.

  ## When it is fine

  What looks alike and is not reported, and when to silence it.

  ## Example

  ```@LANGUAGE@
  @EXAMPLE@
  ```

  ## Use instead

  ```@LANGUAGE@
  @BETTER@
  ```

  ## Fix safety

  What the fix may change; or that there is none, and why.

  ## Evidence

  What was measured, or which upstream fix shows what it costs.
  """;

  /** Python that must fire. */
  static final String PYTHON_FLAGS = """
  def example():
      placeholder(1)
  #~  ^^^^^^^^^^^^^^ @ID@ negligible
  """;

  /** Python that must be silent. */
  static final String PYTHON_CLEAN = """
  def example():
      better(1)
  """;

  /** Rust that must fire. */
  static final String RUST_FLAGS = """
  fn example() {
      placeholder(1);
  //~ ^^^^^^^^^^^^^^ @ID@ negligible
  }
  """;

  /** Rust that must be silent. */
  static final String RUST_CLEAN = """
  fn example() {
      better(1);
  }
  """;

  private RuleTemplates() {}
}
