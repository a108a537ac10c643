package dev.perfreview.rust.copies;

import dev.perfreview.rule.Evidence;
import dev.perfreview.rule.Finding;
import dev.perfreview.rust.Binding;
import dev.perfreview.rust.Calls;
import dev.perfreview.rust.RustModel;
import dev.perfreview.rust.RustType;
import dev.perfreview.syntax.SyntaxNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A collection that is an entry of a table behind a lock, and is copied whole whenever it is looked up. */
final class LockedCopy {

  private static final int LONGEST_CHAIN = 8;

  private static final Set<String> COLLECTIONS = Set.of(
    "std::collections::BTreeMap",
    "std::collections::BTreeSet",
    "std::collections::HashMap",
    "std::collections::HashSet",
    "std::collections::VecDeque",
    "std::vec::Vec"
  );

  private LockedCopy() {}

  static @Nullable Finding of(ClonedValue copy, RustModel model) {
    RustType type = copy.method().equals("clone") ? copy.type(model) : null;
    if (type == null || type.references() > 0 || !COLLECTIONS.contains(type.path())) {
      return null;
    }
    // One entry of a table that is copied out is mostly a payload that never changes; a whole guarded list mostly does.
    SyntaxNode lock = lockBehind(copy.source(), model);
    SyntaxNode parent = copy.call().parent();
    if (lock == null || parent == null || parent.is("field_initializer")) {
      return null;
    }
    String message =
      copy.subject() +
      " copies the whole entry on each look-up while the lock is held; kept in an `Arc`, it could be handed out without a copy";
    return Finding.at(copy.call(), message).withEvidence(Evidence.at(lock, "the lock"));
  }

  /** Where the guard is taken through which an entry is looked up; nothing when there is none. */
  private static @Nullable SyntaxNode lockBehind(SyntaxNode source, RustModel model) {
    SyntaxNode node = source;
    boolean lookedUp = false;
    for (int step = 0; step < LONGEST_CHAIN; ) {
      RustType type = model.typeOf(node);
      if (type != null && type.isGuard()) {
        return lookedUp || "get".equals(Calls.nameOf(node)) ? node : null;
      }
      lookedUp |= node.is("call_expression") && "get".equals(Calls.nameOf(node));
      SyntaxNode inner = switch (node.kind()) {
        case "field_expression" -> node.field("value");
        case "call_expression" -> Calls.receiverOf(node);
        case "index_expression" -> node.namedChildren().getFirst();
        case "parenthesized_expression", "try_expression", "unary_expression", "await_expression" -> node
          .namedChildren()
          .getLast();
        default -> null;
      };
      if (inner == null) {
        Binding binding = node.is("identifier") ? model.bindingOf(node) : null;
        // What a parameter stands for is locked by the caller, if at all.
        inner = binding == null ? null : binding.declaration().field("value");
        step++;
      }
      if (inner == null) {
        return null;
      }
      node = inner;
    }
    return null;
  }
}
