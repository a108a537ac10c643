package dev.perfreview.rust.copies;

import dev.perfreview.rule.Finding;
import dev.perfreview.rule.Fix;
import dev.perfreview.rust.Calls;
import dev.perfreview.rust.Comments;
import dev.perfreview.rust.CopyCost;
import dev.perfreview.rust.RustModel;
import dev.perfreview.rust.RustType;
import dev.perfreview.rust.values.ReadingMethods;
import dev.perfreview.rust.values.SourcePlace;
import dev.perfreview.syntax.SyntaxNode;
import dev.perfreview.syntax.TextEdit;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A copy that dies in the expression that makes it, which only looks at it: {@code &x.clone()}, {@code x.clone().len()}. */
final class TemporaryCopy {

  /** Reading methods that make another copy or need an owner, which are no better without the first. */
  private static final Set<String> COPYING = Set.of("clone", "cloned", "copied", "to_owned", "to_string", "to_vec");

  private TemporaryCopy() {}

  static @Nullable Finding of(ClonedValue copy, RustModel model) {
    SyntaxNode parent = copy.call().parent();
    if (parent == null) {
      return null;
    }
    SyntaxNode looking = Calls.methodCallOn(copy.call());
    boolean lent =
      parent.is("reference_expression") &&
      parent.firstChild("mutable_specifier") == null &&
      Calls.callTaking(parent) != null;
    boolean compared = parent.is("binary_expression") && isEquality(parent);
    boolean iterated = isIterated(copy.call(), looking);
    if (!lent && !compared && !iterated && (looking == null || !looksOnly(looking))) {
      return null;
    }
    SyntaxNode statement = Statements.around(copy.call());
    SourcePlace place = statement == null || !copy.allocates(model) ? null : copy.place(model);
    if (statement == null || place == null || !place.isUnchanged(statement.start(), statement.end(), model)) {
      return null;
    }
    if (iterated) {
      return holdsCheapItems(copy, model) ? finding(copy, "only to iterate over it") : null;
    }
    String purpose = lent ? "only to lend it" : compared ? "only to compare it" : "only to look at it";
    return finding(copy, purpose).withFix(lent ? lendingFix(copy, parent, model) : fix(copy, compared, model));
  }

  private static Finding finding(ClonedValue copy, String purpose) {
    return Finding.at(copy.call(), copy.subject() + " copies the value " + purpose + ", where a reference would do");
  }

  private static boolean looksOnly(SyntaxNode call) {
    String method = String.valueOf(Calls.nameOf(call));
    return ReadingMethods.isReading(method) && !COPYING.contains(method);
  }

  private static boolean isEquality(SyntaxNode binary) {
    SyntaxNode operator = binary.field("operator");
    return operator != null && operator.isAny("==", "!=");
  }

  private static boolean isIterated(SyntaxNode copy, @Nullable SyntaxNode looking) {
    SyntaxNode parent = copy.parent();
    boolean inHead = parent != null && parent.is("for_expression") && "value".equals(copy.fieldName());
    return inHead || (looking != null && "into_iter".equals(Calls.nameOf(looking)));
  }

  /** Whether the items are copied without a price, so that none needs the copy of the collection to be owned. */
  private static boolean holdsCheapItems(ClonedValue copy, RustModel model) {
    RustType type = copy.type(model);
    return (
      type != null &&
      type.path().startsWith("std::") &&
      !type.arguments().isEmpty() &&
      type
        .arguments()
        .stream()
        .allMatch(item -> model.copyCostOf(item) == CopyCost.CHEAP)
    );
  }

  private static @Nullable Fix lendingFix(ClonedValue copy, SyntaxNode borrow, RustModel model) {
    RustType source = model.typeOf(copy.source());
    if (source == null || copy.method().equals("cloned") || Comments.areIn(borrow)) {
      return null;
    }
    String title = "Lend the value itself";
    String code = copy.source().text();
    return switch (source.references()) {
      case 0 -> source.isGuard() ? null : Fix.safe(title, TextEdit.replace(borrow, "&" + code));
      case 1 -> Fix.safe(title, TextEdit.replace(borrow, code));
      default -> null;
    };
  }

  private static @Nullable Fix fix(ClonedValue copy, boolean compared, RustModel model) {
    RustType source = model.typeOf(copy.source());
    boolean plain = copy.method().equals("clone") && !Comments.areIn(copy.call());
    if (!plain || source == null || source.isGuard() || (compared && source.references() > 0)) {
      return null;
    }
    return Fix.safe("Use the value without copying it", TextEdit.delete(copy.source().end(), copy.call().end()));
  }
}
