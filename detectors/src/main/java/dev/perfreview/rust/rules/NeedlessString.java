package dev.perfreview.rust.rules;

import dev.perfreview.rule.Certainty;
import dev.perfreview.rule.Cost;
import dev.perfreview.rule.Finding;
import dev.perfreview.rule.Fix;
import dev.perfreview.rule.FixAvailability;
import dev.perfreview.rule.Rule;
import dev.perfreview.rule.RuleInfo;
import dev.perfreview.rust.Amounts;
import dev.perfreview.rust.Calls;
import dev.perfreview.rust.RustModel;
import dev.perfreview.rust.RustType;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxNode;
import dev.perfreview.syntax.TextEdit;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A {@code String} made of text that is there already and that is then only looked at. */
public final class NeedlessString implements Rule<RustModel> {

  private static final RuleInfo INFO = new RuleInfo(
    "needless-string",
    Language.RUST,
    "a string is allocated where borrowed text would do",
    Cost.ALLOCATION,
    FixAvailability.SOMETIMES,
    Set.of("call_expression", "macro_invocation")
  );

  /** Methods of {@code str} that look at the text, and give back numbers, borrowed parts or text of their own. */
  private static final Set<String> LOOKS = Set.of(
    "as_bytes",
    "bytes",
    "char_indices",
    "chars",
    "contains",
    "ends_with",
    "eq_ignore_ascii_case",
    "find",
    "is_empty",
    "len",
    "lines",
    "parse",
    "replace",
    "replacen",
    "rfind",
    "rsplit",
    "rsplitn",
    "split",
    "split_once",
    "split_whitespace",
    "splitn",
    "starts_with",
    "strip_prefix",
    "strip_suffix",
    "to_ascii_lowercase",
    "to_ascii_uppercase",
    "to_lowercase",
    "to_uppercase",
    "trim",
    "trim_end",
    "trim_end_matches",
    "trim_matches",
    "trim_start",
    "trim_start_matches"
  );

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(SyntaxNode node, RustModel model, Consumer<Finding> findings) {
    SyntaxNode parent = node.parent();
    if (parent == null) {
      return;
    }
    if (node.is("macro_invocation")) {
      MetricLabel.findingsIn(node, model).forEach(finding -> findings.accept(finding.withCertainty(Certainty.SMALL)));
      if (HashedFormat.isOnlyHashed(node, model)) {
        findings.accept(
          Finding.at(
            node,
            "`format!` allocates a text only to hash it, where a hasher takes the parts one after the other"
          ).withCertainty(Certainty.SMALL)
        );
        return;
      }
    } else if (CaseFolding.isForComparison(node, model)) {
      findings.accept(
        Finding.at(
          node,
          "`" +
            Calls.nameOf(node) +
            "` allocates a copy of the text only to compare it, where `eq_ignore_ascii_case` compares in place"
        ).withCertainty(Certainty.SMALL)
      );
      return;
    }
    boolean compared = parent.is("binary_expression") && isEquality(parent);
    SyntaxNode lookingCall = Calls.methodCallOn(node);
    SyntaxNode borrow =
      parent.is("reference_expression") && parent.firstChild("mutable_specifier") == null ? parent : null;
    SyntaxNode takingCall = borrow == null ? null : Calls.callTaking(borrow);
    if (!compared && lookingCall == null && takingCall == null) {
      return;
    }
    OwnedCopy copy = OwnedCopy.of(node, model);
    if (copy == null) {
      return;
    }
    if (compared) {
      findings.accept(at(copy, "only to compare it", model).withFix(comparisonFix(copy, parent, model)));
    } else if (lookingCall != null) {
      checkLook(copy, lookingCall, model, findings);
    } else if (takingCall != null && borrow != null) {
      Lending lending = Lending.of(copy, borrow, takingCall, model);
      if (lending != null) {
        findings.accept(at(copy, lending.purpose(), model).withFix(lending.fix()));
      }
    }
  }

  private static Finding at(OwnedCopy copy, String purpose, RustModel model) {
    String code = copy.expression().text();
    String subject = code.length() > 60 || code.indexOf('\n') >= 0 ? "this `String`" : "`" + code + "`";
    return Finding.at(
      copy.expression(),
      subject + " allocates a copy of the text " + purpose + ", where borrowing it is enough"
    ).withCertainty(Amounts.ofValue(copy.place(), copy.type(), model));
  }

  private static boolean isEquality(SyntaxNode binary) {
    SyntaxNode operator = binary.field("operator");
    return operator != null && operator.isAny("==", "!=");
  }

  /** A method called on the copy: {@code name.to_string().len()}. */
  private static void checkLook(OwnedCopy copy, SyntaxNode call, RustModel model, Consumer<Finding> findings) {
    String method = Calls.nameOf(call);
    boolean asStr = "as_str".equals(method);
    if (method == null || (!asStr && !LOOKS.contains(method)) || (isHeldOn(call) && !copy.isStable(model))) {
      return;
    }
    Fix fix;
    String title = "Use the text without copying it";
    if (asStr) {
      String text = asStr(copy);
      fix = text == null ? null : Fix.safe(title, TextEdit.replace(call, text));
    } else {
      fix = Fix.safe(title, TextEdit.replace(copy.expression(), copy.receiver()));
    }
    findings.accept(at(copy, "only to call `" + method + "` on it", model).withFix(fix));
  }

  /** Rust code for the text as exactly {@code &str}. */
  private static @Nullable String asStr(OwnedCopy copy) {
    if (copy.type().is("std::string::String")) {
      return copy.receiver() + ".as_str()";
    }
    return copy.borrowed();
  }

  /**
   * Whether what the call gives may live on while other code runs: in the head of a loop or match, or as an argument of a call. The copy
   * may then be there to keep the original free for changes.
   */
  private static boolean isHeldOn(SyntaxNode call) {
    SyntaxNode child = call;
    for (SyntaxNode ancestor : call.ancestors()) {
      switch (ancestor.kind()) {
        case "expression_statement", "let_declaration", "block", "closure_expression" -> {
          return false;
        }
        case "arguments" -> {
          return true;
        }
        case "for_expression", "match_expression", "let_condition" -> {
          return "value".equals(child.fieldName());
        }
        default -> child = ancestor;
      }
    }
    return false;
  }

  /** {@code kind == "x".to_string()} as {@code kind == "x"}, when the other side's type can be compared with it. */
  private static @Nullable Fix comparisonFix(OwnedCopy copy, SyntaxNode comparison, RustModel model) {
    SyntaxNode left = comparison.field("left");
    SyntaxNode right = comparison.field("right");
    if (left == null || right == null) {
      return null;
    }
    SyntaxNode other = left.index() == copy.expression().index() ? right : left;
    RustType otherType = model.typeOf(other);
    boolean otherOwned = otherType != null && otherType.equals(RustType.STRING);
    boolean otherBorrowed = otherType != null && otherType.equals(RustType.STR);
    String text = otherOwned || otherBorrowed ? comparable(copy) : null;
    return text == null ? null : Fix.safe("Compare with the text itself", TextEdit.replace(copy.expression(), text));
  }

  /** Rust code for the text as {@code &str} or {@code String}: either can be compared with either. */
  private static @Nullable String comparable(OwnedCopy copy) {
    if (copy.type().is("str")) {
      return copy.borrowed();
    }
    boolean isString = copy.type().is("std::string::String") && copy.type().references() < 2;
    return isString ? "*".repeat(copy.type().references()) + copy.source() : null;
  }
}
