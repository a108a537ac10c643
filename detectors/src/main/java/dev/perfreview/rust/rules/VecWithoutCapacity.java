package dev.perfreview.rust.rules;

import dev.perfreview.rule.Applicability;
import dev.perfreview.rule.Certainty;
import dev.perfreview.rule.Cost;
import dev.perfreview.rule.Evidence;
import dev.perfreview.rule.Finding;
import dev.perfreview.rule.Fix;
import dev.perfreview.rule.FixAvailability;
import dev.perfreview.rule.Rule;
import dev.perfreview.rule.RuleInfo;
import dev.perfreview.rust.Amounts;
import dev.perfreview.rust.Binding;
import dev.perfreview.rust.Calls;
import dev.perfreview.rust.Comments;
import dev.perfreview.rust.Places;
import dev.perfreview.rust.RustModel;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxNode;
import dev.perfreview.syntax.TextEdit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A collection made empty right before a loop that fills it with one element a turn, though the number of turns is known. */
public final class VecWithoutCapacity implements Rule<RustModel> {

  private static final RuleInfo INFO = new RuleInfo(
    "vec-without-capacity",
    Language.RUST,
    "a collection grows from empty in a loop whose number of turns is known",
    Cost.ALLOCATION,
    FixAvailability.SOMETIMES,
    Set.of("let_declaration")
  );

  /** The collections that take a capacity, with the methods that add one element to them. */
  private static final Map<String, Set<String>> GROWING = Map.of(
    "std::vec::Vec",
    Set.of("push"),
    "std::string::String",
    Set.of("push"),
    "std::collections::VecDeque",
    Set.of("push_back", "push_front"),
    "std::collections::BinaryHeap",
    Set.of("push"),
    "std::collections::HashMap",
    Set.of("insert")
  );

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(SyntaxNode let, RustModel model, Consumer<Finding> findings) {
    SyntaxNode name = let.field("pattern");
    SyntaxNode empty = let.field("value");
    String collection = empty == null ? null : emptyCollection(empty, model);
    if (name == null || empty == null || collection == null || !name.is("identifier")) {
      return;
    }
    SyntaxNode loop = firstMention(let, name.text());
    if (loop != null && loop.is("expression_statement")) {
      loop = loop.namedChildren().getFirst();
    }
    if (loop != null && loop.is("while_expression")) {
      checkStride(name, empty, loop, GROWING.getOrDefault(collection, Set.of()), model, findings);
    }
    if (loop == null || !loop.is("for_expression")) {
      return;
    }
    SyntaxNode iterated = loop.field("value");
    SyntaxNode body = loop.field("body");
    SyntaxNode fill =
      body == null ? null : FillingLoop.fillOf(body, name.text(), GROWING.getOrDefault(collection, Set.of()));
    KnownLength length = iterated == null || fill == null ? null : KnownLength.of(iterated, model);
    if (iterated == null || body == null || fill == null || length == null) {
      return;
    }
    String message =
      "`" +
      name.text() +
      "` starts without capacity and is moved to a larger buffer again and again while the loop adds `" +
      length.expression() +
      "` elements";
    Finding finding = Finding.at(empty, message).withEvidence(Evidence.at(fill, "adds one element on each turn"));
    findings.accept(
      finding
        .withCertainty(TurnWork.isIn(body) ? Certainty.SMALL : Amounts.ofCollection(iterated, model))
        .withFix(fix(let, loop, empty, length, model))
    );
  }

  /** {@code while start + width <= tokens.len()} with {@code start += stride} in each turn: the length bounds the turns. */
  private static void checkStride(
    SyntaxNode name,
    SyntaxNode empty,
    SyntaxNode loop,
    Set<String> methods,
    RustModel model,
    Consumer<Finding> findings
  ) {
    SyntaxNode body = loop.field("body");
    SyntaxNode fill = body == null ? null : FillingLoop.fillOf(body, name.text(), methods);
    Stride stride = body == null || fill == null ? null : Stride.of(loop, body, model);
    if (fill == null || stride == null) {
      return;
    }
    String message =
      "`" +
      name.text() +
      "` starts without capacity and is moved to a larger buffer again and again while the loop steps through `" +
      stride.collection() +
      "`, whose length tells how many elements it adds";
    findings.accept(Finding.at(empty, message).withEvidence(Evidence.at(fill, "adds one element on each turn")));
  }

  /** The path of the collection that an expression makes empty: {@code Vec::new()}, {@code vec![]}. */
  private static @Nullable String emptyCollection(SyntaxNode value, RustModel model) {
    if (value.is("macro_invocation")) {
      SyntaxNode tokens = value.firstChild("token_tree");
      boolean empty = tokens != null && tokens.namedChildren().isEmpty();
      SyntaxNode macro = value.field("macro");
      return empty && macro != null && macro.textIs("vec") ? "std::vec::Vec" : null;
    }
    SyntaxNode function = value.is("call_expression") ? value.field("function") : null;
    if (function == null || !function.is("scoped_identifier") || !Calls.argumentsOf(value).isEmpty()) {
      return null;
    }
    for (String collection : GROWING.keySet()) {
      if (model.refersTo(function, collection + "::new")) {
        return collection;
      }
    }
    return null;
  }

  /** The first statement after {@code let} in its block that mentions the name. */
  private static @Nullable SyntaxNode firstMention(SyntaxNode let, String name) {
    for (SyntaxNode next = let.nextNamedSibling(); next != null; next = next.nextNamedSibling()) {
      if (!Comments.isComment(next) && FillingLoop.mentions(next, name)) {
        return next;
      }
    }
    return null;
  }

  /** Reserves the capacity where the collection is made, when the number can already be read there. */
  private static @Nullable Fix fix(
    SyntaxNode let,
    SyntaxNode loop,
    SyntaxNode empty,
    KnownLength length,
    RustModel model
  ) {
    if (length.root() != null && !isReadableAt(let, loop, length.root(), model)) {
      return null;
    }
    String title = "Reserve room for `" + length.expression() + "` elements";
    Applicability applicability = length.isCertain() ? Applicability.SAFE : Applicability.UNSAFE;
    if (!length.isCertain()) {
      title += ", if it has a `len`";
    }
    if (empty.is("macro_invocation")) {
      String reserved = "Vec::with_capacity(" + length.expression() + ")";
      return new Fix(title, applicability, List.of(TextEdit.replace(empty, reserved)));
    }
    SyntaxNode name = Calls.nameNodeOf(empty);
    SyntaxNode arguments = empty.field("arguments");
    if (name == null || arguments == null) {
      return null;
    }
    return new Fix(
      title,
      applicability,
      List.of(TextEdit.replace(name, "with_capacity"), TextEdit.replace(arguments, "(" + length.expression() + ")"))
    );
  }

  /** Whether the variable has its value at {@code let} and nothing changes or borrows it mutably up to the loop. */
  private static boolean isReadableAt(SyntaxNode let, SyntaxNode loop, SyntaxNode root, RustModel model) {
    Binding binding = model.bindingOf(root);
    if (binding == null || binding.name().index() > let.index()) {
      return false;
    }
    if (binding.declaration().is("let_declaration") && binding.declaration().field("value") == null) {
      return false;
    }
    SyntaxNode block = let.parent();
    if (block == null) {
      return false;
    }
    for (SyntaxNode statement : block.namedChildren()) {
      boolean before = statement.index() < loop.index() && !statement.contains(loop);
      // What an earlier statement borrowed is given back by now, unless a `let` keeps it.
      boolean lasts = statement.index() > let.index() || statement.is("let_declaration");
      if (before && lasts && changes(statement, root.text())) {
        return false;
      }
    }
    return true;
  }

  /** Whether a statement assigns to a variable or borrows it mutably by name. */
  private static boolean changes(SyntaxNode statement, String name) {
    return statement.streamDescendants().anyMatch(
      node ->
        switch (node.kind()) {
          case "assignment_expression", "compound_assignment_expr" -> startsWith(node.field("left"), name);
          case "reference_expression" -> node.firstChild("mutable_specifier") != null &&
            startsWith(node.field("value"), name);
          case "call_expression" -> {
            String method = Calls.nameOf(node);
            yield method != null && method.endsWith("_mut") && startsWith(Calls.receiverOf(node), name);
          }
          default -> false;
        }
    );
  }

  private static boolean startsWith(@Nullable SyntaxNode place, String name) {
    SyntaxNode root = place == null ? null : Places.rootOf(place);
    return root != null && root.textIs(name);
  }
}
