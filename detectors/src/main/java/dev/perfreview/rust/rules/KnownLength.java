package dev.perfreview.rust.rules;

import dev.perfreview.rust.Binding;
import dev.perfreview.rust.Calls;
import dev.perfreview.rust.Comments;
import dev.perfreview.rust.Places;
import dev.perfreview.rust.RustModel;
import dev.perfreview.rust.RustType;
import dev.perfreview.syntax.SyntaxNode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How many turns a {@code for} loop takes, where what it goes over tells before the loop starts.
 *
 * @param expression Rust code for the number, without side effects
 * @param root the variable that the number is read off; nothing when it is a constant
 * @param isCertain whether the type of what is counted is known; else it is only known to be iterated by reference, which nearly all
 *     that can be counted is and little else
 */
record KnownLength(String expression, @Nullable SyntaxNode root, boolean isCertain) {
  /** Types with a {@code len()} that costs nothing. */
  private static final Set<String> SIZED = Set.of(
    RustType.ARRAY,
    RustType.SLICE,
    "std::collections::BTreeMap",
    "std::collections::BTreeSet",
    "std::collections::BinaryHeap",
    "std::collections::HashMap",
    "std::collections::HashSet",
    "std::collections::VecDeque",
    "std::vec::Vec"
  );

  /** Methods after which an iterator still yields as many items. */
  private static final Set<String> SAME_LENGTH = Set.of(
    "cloned",
    "copied",
    "enumerate",
    "inspect",
    "into_iter",
    "map",
    "peekable",
    "rev",
    "zip"
  );

  /** Methods that iterate over all of a collection. */
  private static final Set<String> WHOLE = Set.of(
    "into_iter",
    "into_keys",
    "into_values",
    "iter",
    "iter_mut",
    "keys",
    "values",
    "values_mut"
  );

  /** How many elements of up to a kilobyte the first buffer of a {@code Vec} has room for. */
  private static final int FIRST_BUFFER = 4;

  /** The turns of a loop over {@code iterated}; nothing when the file does not tell. */
  static @Nullable KnownLength of(SyntaxNode iterated, RustModel model) {
    SyntaxNode node = iterated;
    boolean lent = false;
    while (true) {
      switch (node.kind()) {
        case "parenthesized_expression", "reference_expression" -> {
          lent |= node.is("reference_expression");
          List<SyntaxNode> inner = Comments.without(node.namedChildren())
            .stream()
            .filter(child -> !child.is("mutable_specifier"))
            .toList();
          if (inner.size() != 1) {
            return null;
          }
          node = inner.getFirst();
        }
        case "range_expression" -> {
          return ofRange(node, model);
        }
        case "call_expression" -> {
          SyntaxNode receiver = Calls.receiverOf(node);
          String method = Calls.nameOf(node);
          if (receiver == null || method == null) {
            return null;
          }
          KnownLength whole = WHOLE.contains(method) ? ofCollection(receiver, method.equals("iter"), model) : null;
          if (whole != null) {
            return whole;
          }
          if (!SAME_LENGTH.contains(method)) {
            return null;
          }
          node = receiver;
        }
        default -> {
          return ofCollection(node, lent, model);
        }
      }
    }
  }

  /**
   * The length of a collection.
   *
   * @param lent whether it is iterated by reference, so that it is no iterator itself
   */
  private static @Nullable KnownLength ofCollection(SyntaxNode collection, boolean lent, RustModel model) {
    SyntaxNode root = Places.rootOf(collection);
    RustType type = root == null ? null : model.typeOf(collection);
    if (root == null || Comments.areIn(collection)) {
      return null;
    }
    boolean sized = type != null && SIZED.contains(type.peeled().path());
    if (type != null && type.is(RustType.ARRAY) && isTiny(root, model)) {
      return null;
    }
    boolean probable = type == null && lent && !isWaitedOn(collection);
    if (!sized && !probable) {
      return null;
    }
    String text = collection.text().replaceAll("\\s+", "");
    String place = collection.is("unary_expression") ? "(" + text + ")" : text;
    return new KnownLength(place + ".len()", root, sized);
  }

  /** Whether a constant, or the array that a variable holds, is so small that a first buffer has room for all. */
  private static boolean isTiny(SyntaxNode root, RustModel model) {
    Binding binding = model.bindingOf(root);
    SyntaxNode declaration = binding == null ? null : binding.declaration();
    SyntaxNode value = declaration == null ? null : declaration.field("value");
    SyntaxNode type = declaration == null ? null : declaration.field("type");
    if (value != null && value.is("array_expression") && value.field("length") == null) {
      return Comments.without(value.namedChildren()).size() <= FIRST_BUFFER;
    }
    SyntaxNode length = type != null && type.is("array_type") ? type.field("length") : value;
    return length != null && length.is("integer_literal") && length.text().matches("[0-4](usize)?");
  }

  /** Whether a name says that the value is a queue between tasks, whose iterator waits for what comes. */
  private static boolean isWaitedOn(SyntaxNode place) {
    String name = place.text().substring(place.text().lastIndexOf('.') + 1);
    return name.equals("rx") || name.endsWith("_rx") || name.contains("receiver") || name.contains("stream");
  }

  private static @Nullable KnownLength ofRange(SyntaxNode range, RustModel model) {
    List<SyntaxNode> ends = Comments.without(range.namedChildren());
    if (ends.size() != 2 || !ends.getFirst().textIs("0") || range.firstChild("..") == null) {
      return null;
    }
    SyntaxNode end = ends.getLast();
    if (end.is("call_expression") && "len".equals(Calls.nameOf(end))) {
      SyntaxNode receiver = Calls.receiverOf(end);
      return receiver == null ? null : ofCollection(receiver, true, model);
    }
    SyntaxNode root = Places.rootOf(end);
    RustType type = model.typeOf(end);
    if (root == null || type == null || !type.isUnsigned()) {
      return null;
    }
    Binding binding = model.bindingOf(root);
    boolean constant = binding != null && binding.isGlobal();
    if (constant && isTiny(root, model)) {
      return null;
    }
    String number = type.is("usize") ? end.text() : end.text() + " as usize";
    return new KnownLength(number, constant ? null : root, true);
  }
}
