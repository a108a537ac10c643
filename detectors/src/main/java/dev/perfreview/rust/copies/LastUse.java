package dev.perfreview.rust.copies;

import dev.perfreview.rule.Finding;
import dev.perfreview.rule.Fix;
import dev.perfreview.rust.Binding;
import dev.perfreview.rust.Calls;
import dev.perfreview.rust.Comments;
import dev.perfreview.rust.CopyCost;
import dev.perfreview.rust.RustModel;
import dev.perfreview.rust.RustType;
import dev.perfreview.rust.values.ReadingMethods;
import dev.perfreview.rust.values.SourcePlace;
import dev.perfreview.rust.values.VariableUse;
import dev.perfreview.rust.values.VariableUses;
import dev.perfreview.syntax.SyntaxNode;
import dev.perfreview.syntax.TextEdit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A copy of a variable, or of one of its fields, that is never used again: it could be moved instead. */
public final class LastUse {

  private LastUse() {}

  /** The finding; nothing where the variable is used again, may be borrowed still, or is not owned here. */
  public static @Nullable Finding of(ClonedValue copy, RustModel model) {
    if (!copy.method().equals("clone") || !copy.source().isAny("identifier", "field_expression")) {
      return null;
    }
    if (!isLastMention(copy.source(), copy.call(), model) || !copy.allocates(model)) {
      return null;
    }
    boolean whole = copy.source().is("identifier");
    String name = copy.source().text();
    String message = copy.subject() + " copies a value that is never used again, so that it could be moved";
    Finding finding = Finding.at(copy.call(), message);
    if (Comments.areIn(copy.call())) {
      return finding;
    }
    TextEdit edit = TextEdit.replace(copy.call(), name);
    return finding.withFix(whole ? Fix.safe("Move the value", edit) : Fix.unsafe("Move the field out", edit));
  }

  /** Whether a place is owned here, not borrowed by anything that lives on, and never named again after {@code expression}. */
  static boolean isLastMention(SyntaxNode source, SyntaxNode expression, RustModel model) {
    SourcePlace place = SourcePlace.of(source, model);
    if (place == null || !place.isPlain() || !isOwned(place, source, model)) {
      return false;
    }
    VariableUses uses = VariableUses.of(place.binding(), model);
    return (
      uses != null &&
      isLast(expression, place, uses) &&
      !isRepeated(expression, uses.scope()) &&
      !mayBeBorrowed(expression, place, uses, model)
    );
  }

  /** Whether the variable owns what is copied: it is no reference, guard or pointer, and neither is a field on the way. */
  private static boolean isOwned(SourcePlace place, SyntaxNode source, RustModel model) {
    Binding binding = place.binding();
    boolean plain = binding.isPlain() && binding.declaration().isAny("let_declaration", "parameter");
    if (!plain || binding.isGlobal()) {
      return false;
    }
    SyntaxNode node = source;
    while (true) {
      RustType type = model.typeOf(node);
      // Nothing is moved out of what a pointer holds.
      boolean holds = type != null && type.references() == 0 && type.equals(type.peeled());
      if (!holds) {
        return false;
      }
      SyntaxNode value = node.is("field_expression") ? node.field("value") : null;
      if (value == null) {
        return node.is("identifier");
      }
      node = value;
    }
  }

  private static boolean isLast(SyntaxNode expression, SourcePlace place, VariableUses uses) {
    List<VariableUse> after = uses.from(place.root().end());
    SyntaxNode statement = Statements.around(expression);
    // What stands before it in the same statement may borrow the value until the statement ends.
    return (
      statement != null &&
      after.isEmpty() &&
      uses
        .within(statement)
        .stream()
        .allMatch(use -> use.mention().equals(place.root()))
    );
  }

  /** Whether the copy can run again before the variable is made anew, or runs in a closure, which cannot give away what it captured. */
  private static boolean isRepeated(SyntaxNode copy, SyntaxNode scope) {
    for (SyntaxNode outer : copy.ancestors()) {
      if (outer.equals(scope)) {
        return false;
      }
      if (
        outer.isAny(
          "loop_expression",
          "while_expression",
          "for_expression",
          "closure_expression",
          "async_block",
          "function_item"
        )
      ) {
        return true;
      }
    }
    return true;
  }

  /** Whether an earlier statement may have made something that borrows from the variable and is still in use. */
  private static boolean mayBeBorrowed(SyntaxNode expression, SourcePlace place, VariableUses uses, RustModel model) {
    for (VariableUse use : uses.all()) {
      if (use.mention().equals(place.root())) {
        continue;
      }
      for (SyntaxNode outer : use.mention().ancestors()) {
        if (outer.equals(uses.scope())) {
          break;
        }
        boolean head = outer.isAny("match_expression", "if_expression", "for_expression", "while_expression");
        if (head && outer.contains(expression)) {
          return true;
        }
        if (outer.is("let_declaration") && !isOwnValue(outer, model)) {
          return true;
        }
        if (outer.is("reference_expression") && isKept(outer)) {
          return true;
        }
        // What is kept by assignment, or in a collection, may be a reference.
        if (outer.isAny("assignment_expression", "closure_expression", "async_block")) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a reference is put into something that outlives the statement. */
  private static boolean isKept(SyntaxNode reference) {
    SyntaxNode call = Calls.callTaking(reference);
    String method = call == null || Calls.receiverOf(call) == null ? null : Calls.nameOf(call);
    return method != null && ReadingMethods.isChanging(method);
  }

  /** Whether what a {@code let} makes is known to borrow from nothing. */
  static boolean isOwnValue(SyntaxNode let, RustModel model) {
    SyntaxNode value = let.field("value");
    RustType type = value == null ? null : model.typeOf(value);
    return type != null && model.copyCostOf(type) != CopyCost.UNKNOWN && !model.mayBorrow(type);
  }
}
