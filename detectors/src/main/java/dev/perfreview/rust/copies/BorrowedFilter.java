package dev.perfreview.rust.copies;

import dev.perfreview.rule.Finding;
import dev.perfreview.rust.Calls;
import dev.perfreview.rust.RustModel;
import dev.perfreview.rust.RustType;
import dev.perfreview.syntax.SyntaxNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Elements that are copied out of a list which is never used again: {@code xs.iter().filter(…).cloned().collect()}. */
public final class BorrowedFilter {

  private static final Set<String> SELECTING = Set.of("filter", "rev", "skip", "skip_while", "take", "take_while");

  private BorrowedFilter() {}

  /** The finding at {@code cloned}; nothing where the list is used again, or not owned here. */
  public static @Nullable Finding of(ClonedValue copy, RustModel model) {
    if (!copy.method().equals("cloned")) {
      return null;
    }
    SyntaxNode collected = Calls.methodCallOn(copy.call());
    SyntaxNode iterator = copy.source();
    while (iterator.is("call_expression") && SELECTING.contains(String.valueOf(Calls.nameOf(iterator)))) {
      SyntaxNode receiver = Calls.receiverOf(iterator);
      if (receiver == null) {
        return null;
      }
      iterator = receiver;
    }
    boolean iterates = iterator.is("call_expression") && "iter".equals(Calls.nameOf(iterator));
    SyntaxNode list = iterates ? Calls.receiverOf(iterator) : null;
    SyntaxNode name = Calls.nameNodeOf(copy.call());
    if (list == null || name == null || collected == null || !"collect".equals(Calls.nameOf(collected))) {
      return null;
    }
    RustType type = list.is("identifier") ? model.typeOf(list) : null;
    boolean owned = type != null && type.is("std::vec::Vec") && type.references() == 0 && type.argument(0).isKnown();
    if (type == null || !owned || type.argument(0).references() > 0 || !LastUse.isLastMention(list, collected, model)) {
      return null;
    }
    String message =
      "`cloned()` copies each element though `" + list.text() + "` is never used again; `into_iter` would move them";
    return Finding.at(name, message);
  }
}
