package dev.perfreview.python.rules;

import dev.perfreview.python.Arguments;
import dev.perfreview.python.PythonModel;
import dev.perfreview.rule.Applicability;
import dev.perfreview.rule.Certainty;
import dev.perfreview.rule.Finding;
import dev.perfreview.rule.Fix;
import dev.perfreview.syntax.SyntaxNode;
import dev.perfreview.syntax.TextEdit;
import dev.perfreview.syntax.TextRange;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A list comprehension where something else is meant: {@code any([…])} goes through all elements though the first may decide,
 * {@code set([…])} builds a list on the way.
 */
final class NeedlessComprehension {

  /** Functions that only look. */
  private static final Pattern QUESTION = Pattern.compile(
    "(is|has|can|should|get|starts|ends|exists|equals|matches).*|len|str|int|any|all|zip|range|enumerate|items|keys|values|lower|strip"
  );

  private NeedlessComprehension() {}

  /** What is wrong with a list comprehension where it stands. */
  static Optional<Finding> find(SyntaxNode comprehension, PythonModel model) {
    SyntaxNode parent = comprehension.parent();
    if (parent == null || contains(comprehension, "await", "yield")) {
      // An `await` would make an asynchronous generator of it, which is another thing.
      return Optional.empty();
    }
    return Optional.ofNullable(
      switch (parent.kind()) {
        case "argument_list" -> inCall(comprehension, parent, model);
        case "subscript" -> first(comprehension, parent);
        case "if_statement", "while_statement", "not_operator" -> tested(comprehension, comprehension);
        default -> null;
      }
    );
  }

  private static boolean contains(SyntaxNode node, String... kinds) {
    return node.streamDescendants().anyMatch(inner -> inner.isAny(kinds));
  }

  private static @Nullable Finding inCall(SyntaxNode comprehension, SyntaxNode arguments, PythonModel model) {
    SyntaxNode call = arguments.parent();
    SyntaxNode function = call == null ? null : call.field("function");
    String name = function == null || !function.is("identifier") ? null : model.names().of(function);
    if (call == null || name == null || Arguments.of(call).count() != 1) {
      return null;
    }
    return switch (name) {
      case "builtins.any", "builtins.all" -> mayActOnAll(comprehension)
        ? null
        : shortCircuit(comprehension, name.substring("builtins.".length()));
      case "builtins.set" -> display(call, comprehension, "{", "}", "a set comprehension builds the set alone");
      case "builtins.list" -> display(call, comprehension, "[", "]", "the comprehension makes the list already");
      case "builtins.len" -> length(call, comprehension);
      default -> null;
    };
  }

  /** Whether it may be written to call something for each element, whatever the answer: only names of questions are taken for such. */
  private static boolean mayActOnAll(SyntaxNode comprehension) {
    for (SyntaxNode node : comprehension.descendants()) {
      SyntaxNode function = node.is("call") ? node.field("function") : null;
      SyntaxNode name = function != null && function.is("attribute") ? function.field("attribute") : function;
      if (name != null && !QUESTION.matcher(name.text()).matches()) {
        return true;
      }
    }
    return false;
  }

  private static Finding shortCircuit(SyntaxNode comprehension, String function) {
    boolean plain = !contains(comprehension, "call", "named_expression");
    Fix fix = withoutBrackets(
      comprehension,
      plain
        ? "Use a generator expression"
        : "Use a generator expression, which leaves out the calls after the one that decides",
      plain ? Applicability.SAFE : Applicability.UNSAFE
    );
    return Finding.at(
      comprehension,
      "the list is built to its end before `%s` looks at it: a generator expression stops at the first element that decides".formatted(
        function
      )
    )
      // A list of comparisons is built about as fast as a generator goes through them: only calls are worth leaving out.
      .withCertainty(plain ? Certainty.SMALL : Certainty.SHOWN)
      .withFix(fix);
  }

  private static Fix withoutBrackets(SyntaxNode comprehension, String title, Applicability applicability) {
    int start = comprehension.start();
    int end = comprehension.end();
    return new Fix(
      title,
      applicability,
      List.of(new TextEdit(new TextRange(start, start + 1), ""), new TextEdit(new TextRange(end - 1, end), ""))
    );
  }

  private static Finding display(SyntaxNode call, SyntaxNode comprehension, String open, String close, String why) {
    TextEdit before = new TextEdit(new TextRange(call.start(), comprehension.start() + 1), open);
    TextEdit after = new TextEdit(new TextRange(comprehension.end() - 1, call.end()), close);
    Fix fix = hasCommentBeside(comprehension)
      ? null
      : new Fix("Use `" + open + "…" + close + "`", Applicability.SAFE, List.of(before, after));
    // What is built of it takes longer than the list on the way.
    return Finding.at(call, ("`%s` builds a list and throws it away: " + why).formatted(ShortText.of(call)))
      .withCertainty(Certainty.SMALL)
      .withFix(fix);
  }

  private static boolean hasCommentBeside(SyntaxNode comprehension) {
    SyntaxNode parent = comprehension.parent();
    return parent != null && parent.firstChild("comment") != null;
  }

  private static @Nullable Finding first(SyntaxNode comprehension, SyntaxNode subscript) {
    SyntaxNode index = subscript.field("subscript");
    boolean isFirst = "value".equals(comprehension.fieldName()) && index != null && index.textIs("0");
    if (!isFirst || subscript.fields("subscript").size() != 1) {
      return null;
    }
    String generator = comprehension
      .text()
      .substring(1, comprehension.text().length() - 1)
      .strip();
    return Finding.at(
      subscript,
      "`[…][0]` works out all elements for the first one: `next` on a generator expression stops there"
    ).withFix(
      Fix.unsafe(
        "Use `next(…)`, which raises StopIteration in place of IndexError when there is none",
        TextEdit.replace(subscript, "next(" + generator + ")")
      )
    );
  }

  /** {@code len([… if …]) > 0}, and the length of a list as long as the one that it is made from. */
  private static @Nullable Finding length(SyntaxNode call, SyntaxNode comprehension) {
    if (comprehension.firstChild("if_clause") != null) {
      SyntaxNode test = call.parent();
      boolean againstZero =
        test != null &&
        test.is("comparison_operator") &&
        test.namedChildren().size() == 2 &&
        test.namedChildren().getFirst().equals(call) &&
        test.namedChildren().getLast().textIs("0") &&
        (test.firstChild(">") != null || test.firstChild("!=") != null || test.firstChild("==") != null);
      return test != null && againstZero ? tested(comprehension, test) : null;
    }
    boolean one =
      comprehension
        .namedChildren()
        .stream()
        .filter(child -> child.is("for_in_clause"))
        .count() == 1;
    return one ? Finding.at(call, "`len([…])` builds a list that is as long as what it is made from") : null;
  }

  private static @Nullable Finding tested(SyntaxNode comprehension, SyntaxNode test) {
    return comprehension.firstChild("if_clause") == null
      ? null
      : Finding.at(
          test,
          "the whole list is built to see whether it has an element: `any` on a generator expression stops at the first"
        );
  }
}
