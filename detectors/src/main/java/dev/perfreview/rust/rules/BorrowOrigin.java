package dev.perfreview.rust.rules;

import dev.perfreview.rust.Binding;
import dev.perfreview.rust.Calls;
import dev.perfreview.rust.Places;
import dev.perfreview.rust.RustModel;
import dev.perfreview.rust.RustType;
import dev.perfreview.syntax.SyntaxNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Follows a local reference back to the place that it borrows from, to tell whether another place may change meanwhile. */
final class BorrowOrigin {

  private static final int LONGEST_CHAIN = 8;

  /** Owners of the text that they hold, so that nothing else is borrowed through them. */
  private static final Set<String> OWNERS = Set.of(
    "std::string::String",
    "std::vec::Vec",
    "std::collections::HashSet",
    "std::collections::BTreeSet",
    "std::collections::VecDeque"
  );

  /** Methods whose result may be one of their arguments. */
  private static final Set<String> MIXES = Set.of("chain", "max", "min", "or", "unwrap_or", "xor", "zip");

  private BorrowOrigin() {}

  /** Whether the text at {@code place} can stay borrowed while {@code changed} is changed: the two are known to lie apart. */
  static boolean isApart(SyntaxNode place, SyntaxNode changed, RustModel model) {
    SyntaxNode origin = originOf(place, model);
    if (origin == null || Places.rootOf(changed) == null) {
      return false;
    }
    List<String> from = segmentsOf(origin);
    List<String> to = segmentsOf(changed);
    if (!from.getFirst().equals(to.getFirst())) {
      return ownsItsText(origin, model);
    }
    for (int i = 1; i < Math.min(from.size(), to.size()); i++) {
      if (!from.get(i).equals(to.get(i))) {
        return true;
      }
    }
    return false;
  }

  /** The place that a value is read off: itself, or what its variable was bound to, through calls that only look into it. */
  private static @Nullable SyntaxNode originOf(SyntaxNode place, RustModel model) {
    SyntaxNode current = place;
    for (int step = 0; step < LONGEST_CHAIN; step++) {
      SyntaxNode origin = chainStart(current, model);
      SyntaxNode root = origin == null ? null : Places.rootOf(origin);
      if (origin == null || root == null) {
        return null;
      }
      Binding binding = root.is("self") ? null : model.bindingOf(root);
      RustType type = model.typeOf(root);
      boolean borrows = type != null && type.references() > 0;
      if (
        binding == null ||
        !borrows ||
        !binding.declaration().isAny("let_declaration", "let_condition", "for_expression")
      ) {
        return origin;
      }
      SyntaxNode value = binding.declaration().field("value");
      if (value == null) {
        return null;
      }
      current = value;
    }
    return null;
  }

  /** The place that a chain of the standard library's methods starts from, when no argument lends anything to it. */
  private static @Nullable SyntaxNode chainStart(SyntaxNode expression, RustModel model) {
    SyntaxNode node = expression;
    while (Places.rootOf(node) == null) {
      switch (node.kind()) {
        case "try_expression", "reference_expression", "parenthesized_expression" -> node = node
          .namedChildren()
          .getLast();
        case "call_expression" -> {
          SyntaxNode receiver = Calls.receiverOf(node);
          boolean lends = Calls.argumentsOf(node)
            .stream()
            .anyMatch(
              argument -> !argument.isAny("integer_literal", "string_literal", "type_cast_expression", "identifier")
            );
          if (
            receiver == null ||
            lends ||
            MIXES.contains(String.valueOf(Calls.nameOf(node))) ||
            model.typeOf(receiver) == null ||
            model.functionCalled(node) != null
          ) {
            return null;
          }
          node = receiver;
        }
        default -> {
          return null;
        }
      }
    }
    return node;
  }

  private static boolean ownsItsText(SyntaxNode origin, RustModel model) {
    RustType type = model.typeOf(origin);
    if (!origin.is("identifier") || type == null || type.references() > 0 || !OWNERS.contains(type.path())) {
      return false;
    }
    return type.equals(RustType.STRING) || type.argument(0).equals(RustType.STRING);
  }

  /** {@code self}, {@code tokenizer} and {@code words} of {@code self.tokenizer.words}. */
  private static List<String> segmentsOf(SyntaxNode place) {
    Deque<String> segments = new ArrayDeque<>();
    SyntaxNode node = place;
    while (!node.isAny("identifier", "self")) {
      SyntaxNode field = node.field("field");
      if (field != null) {
        segments.push(field.text());
      }
      SyntaxNode value = node.field("value");
      node = value != null ? value : node.namedChildren().getLast();
    }
    segments.push(node.text());
    return new ArrayList<>(segments);
  }
}
