package dev.perfreview.rust.rules;

import dev.perfreview.rule.Fix;
import dev.perfreview.rust.Binding;
import dev.perfreview.rust.Calls;
import dev.perfreview.rust.Places;
import dev.perfreview.rust.RustModel;
import dev.perfreview.rust.RustType;
import dev.perfreview.syntax.SyntaxNode;
import dev.perfreview.syntax.TextEdit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A copy of text that is lent to a call which would take the text itself: {@code map.get(&name.to_string())}.
 *
 * @param purpose what the call does with it, as it reads after "allocates a copy of the text"
 * @param fix lends the text itself; nothing where the types in sight do not show that it compiles
 */
record Lending(String purpose, @Nullable Fix fix) {
  private static final Set<String> KEYED = Set.of(
    "dashmap::DashMap",
    "dashmap::DashSet",
    "hashbrown::HashMap",
    "hashbrown::HashSet",
    "indexmap::IndexMap",
    "indexmap::IndexSet",
    "rustc_hash::FxHashMap",
    "rustc_hash::FxHashSet",
    "std::collections::BTreeMap",
    "std::collections::BTreeSet",
    "std::collections::HashMap",
    "std::collections::HashSet"
  );

  private static final Set<String> SEQUENCES = Set.of(
    RustType.ARRAY,
    RustType.SLICE,
    "std::collections::VecDeque",
    "std::vec::Vec"
  );

  /** Methods that look a key up without changing anything. */
  private static final Set<String> LOOKUPS = Set.of("contains", "contains_key", "get", "get_key_value");

  /** Methods that look a key up in something that they may change. */
  private static final Set<String> CHANGING_LOOKUPS = Set.of("get_mut", "remove", "remove_entry", "take");

  /** Methods of {@code str} that take text or a pattern. */
  private static final Set<String> TEXT_METHODS = Set.of(
    "contains",
    "ends_with",
    "eq_ignore_ascii_case",
    "find",
    "matches",
    "replace",
    "replacen",
    "rfind",
    "rsplit",
    "split",
    "split_once",
    "starts_with",
    "strip_prefix",
    "strip_suffix",
    "trim_end_matches",
    "trim_start_matches"
  );

  private static final Set<String> APPENDING = Set.of("insert_str", "push_str");

  private static final String TITLE = "Lend the text itself";

  /**
   * How a call uses a copy that is lent to it.
   *
   * @param borrow the {@code &} with the copy
   * @param call the call that takes it
   * @return nothing when the call may need a {@code String}
   */
  static @Nullable Lending of(OwnedCopy copy, SyntaxNode borrow, SyntaxNode call, RustModel model) {
    String name = Calls.nameOf(call);
    SyntaxNode receiver = Calls.receiverOf(call);
    SyntaxNode own = model.functionCalled(call);
    if (name == null) {
      return null;
    }
    if (own != null) {
      return toOwnFunction(copy, borrow, call, own, model);
    }
    if (receiver == null) {
      return null;
    }
    RustType type = model.typeOf(receiver);
    if (type == null) {
      // Text, slices, sets and maps of strings all have a `contains` that does without a `String`.
      boolean search = name.equals("contains") || name.equals("contains_key");
      return search ? new Lending("only to search for it", null) : null;
    }
    RustType held = type.peeled();
    boolean changing = CHANGING_LOOKUPS.contains(name) || APPENDING.contains(name);
    if (changing && !mayBeBorrowedDuring(copy, receiver, model)) {
      return null;
    }
    if (held.isText() && (TEXT_METHODS.contains(name) || APPENDING.contains(name))) {
      // An iterator over the parts keeps the pattern borrowed.
      boolean keptOn = heads(call) && !copy.isStable(model);
      return keptOn ? null : new Lending("only to pass it to `" + name + "`", replacing(copy, borrow));
    }
    if (KEYED.contains(held.path()) && (LOOKUPS.contains(name) || CHANGING_LOOKUPS.contains(name))) {
      RustType key = held.argument(0);
      boolean stringKey = key.equals(RustType.STRING);
      return stringKey ? new Lending("only to look it up", replacing(copy, borrow)) : null;
    }
    if (SEQUENCES.contains(held.path()) && name.equals("contains") && held.argument(0).equals(RustType.STRING)) {
      return new Lending("only to search for it", searching(copy, call));
    }
    return null;
  }

  private static @Nullable Lending toOwnFunction(
    OwnedCopy copy,
    SyntaxNode borrow,
    SyntaxNode call,
    SyntaxNode function,
    RustModel model
  ) {
    SyntaxNode parameters = function.field("parameters");
    if (parameters == null || function.field("type_parameters") != null) {
      return null;
    }
    List<SyntaxNode> declared = parameters
      .namedChildren()
      .stream()
      .filter(parameter -> parameter.isAny("parameter", "self_parameter"))
      .toList();
    boolean hasSelf = !declared.isEmpty() && declared.getFirst().is("self_parameter");
    SyntaxNode receiver = Calls.receiverOf(call);
    int place = Calls.argumentsOf(call).indexOf(borrow) + (hasSelf && receiver != null ? 1 : 0);
    SyntaxNode type = place < declared.size() ? declared.get(place).field("type") : null;
    if (type == null || !RustType.STR.equals(model.typeWritten(type))) {
      return null;
    }
    boolean changesReceiver = hasSelf && declared.getFirst().firstChild("mutable_specifier") != null;
    if (receiver != null && changesReceiver && !mayBeBorrowedDuring(copy, receiver, model)) {
      return null;
    }
    SyntaxNode returned = function.field("return_type");
    boolean mayReturnIt = returned != null && (returned.text().contains("&") || returned.text().contains("'"));
    boolean clashes = clashesWithArguments(copy, borrow, call, model) || (mayReturnIt && heads(call));
    if (clashes && !copy.isStable(model)) {
      return null;
    }
    return new Lending("only to lend it to a function that takes `&str`", replacing(copy, borrow));
  }

  /** Whether another argument moves the text away or lends it to be changed. */
  private static boolean clashesWithArguments(OwnedCopy copy, SyntaxNode borrow, SyntaxNode call, RustModel model) {
    SyntaxNode own = Places.rootOf(copy.place());
    for (SyntaxNode argument : Calls.argumentsOf(call)) {
      boolean mutable = argument.is("reference_expression") && argument.firstChild("mutable_specifier") != null;
      SyntaxNode value = mutable ? argument.field("value") : argument;
      SyntaxNode root = value == null ? null : Places.rootOf(value);
      if (argument.index() == borrow.index() || value == null || (!mutable && root == null)) {
        continue;
      }
      boolean same = own == null || root == null || root.textIs(own.text());
      boolean changes = mutable || (root != null && isMutableReference(model.bindingOf(root)));
      if (same || (changes && !BorrowOrigin.isApart(copy.place(), value, model))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isMutableReference(@Nullable Binding binding) {
    SyntaxNode type = binding == null ? null : binding.declaration().field("type");
    SyntaxNode value = binding == null ? null : binding.declaration().field("value");
    return (
      (type != null && type.firstChild("mutable_specifier") != null) ||
      (value != null && value.firstChild("mutable_specifier") != null)
    );
  }

  /** Whether the call stands in the head of a loop, match or condition, so that what it gives lives while the body runs. */
  private static boolean heads(SyntaxNode call) {
    SyntaxNode child = call;
    for (SyntaxNode ancestor : call.ancestors()) {
      if (ancestor.isAny("expression_statement", "let_declaration", "block", "closure_expression")) {
        return false;
      }
      if (ancestor.isAny("for_expression", "match_expression", "let_condition")) {
        return "value".equals(child.fieldName());
      }
      child = ancestor;
    }
    return false;
  }

  /** Whether the text can stay borrowed while {@code changed} is changed: the two must not hang together. */
  private static boolean mayBeBorrowedDuring(OwnedCopy copy, SyntaxNode changed, RustModel model) {
    return copy.isStable(model) || BorrowOrigin.isApart(copy.place(), changed, model);
  }

  private static @Nullable Fix replacing(OwnedCopy copy, SyntaxNode borrow) {
    String text = copy.borrowed();
    return text == null ? null : Fix.safe(TITLE, TextEdit.replace(borrow, text));
  }

  /** {@code xs.contains(&x.to_string())} as {@code xs.iter().any(|item| item == x)}: a slice of strings takes no {@code &str}. */
  private static @Nullable Fix searching(OwnedCopy copy, SyntaxNode call) {
    SyntaxNode name = Calls.nameNodeOf(call);
    SyntaxNode arguments = call.field("arguments");
    String text = copy.borrowed();
    boolean cheap = copy.isLiteral() || Places.rootOf(copy.place()) != null || copy.place().is("string_literal");
    if (name == null || arguments == null || text == null || !cheap) {
      return null;
    }
    String item = text.matches(".*\\bitem\\b.*") ? "candidate" : "item";
    return Fix.safe(
      TITLE,
      TextEdit.replace(name, "iter().any"),
      TextEdit.replace(arguments, "(|" + item + "| " + item + " == " + text + ")")
    );
  }
}
