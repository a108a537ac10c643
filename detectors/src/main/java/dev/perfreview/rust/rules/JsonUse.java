package dev.perfreview.rust.rules;

import dev.perfreview.rust.Binding;
import dev.perfreview.rust.Bindings;
import dev.perfreview.rust.Calls;
import dev.perfreview.rust.Places;
import dev.perfreview.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is done with JSON that {@code serde_json} makes or parses. */
final class JsonUse {

  /** Functions by which parts of a system talk to each other; HTTP and its streams are not among them. */
  private static final Pattern PUBLISHES = Pattern.compile(
    "(broadcast|enqueue|publish|kv_put|xadd|send_multipart)(_.*)?"
  );

  private static final Set<String> LOOKUPS = Set.of("get", "pointer", "get_mut");

  private JsonUse() {}

  /** The {@code for} loop whose turns all make JSON of the same value; nothing where only some turns do. */
  static @Nullable SyntaxNode loopOfConstant(SerdeCall serde) {
    SyntaxNode argument = serde.argument();
    SyntaxNode loop = serde.encodes() ? loopAround(serde.call()) : null;
    SyntaxNode root = Places.rootOf(argument);
    SyntaxNode body = loop == null ? null : loop.field("body");
    if (loop == null || body == null || root == null || !root.is("identifier")) {
      return null;
    }
    Binding binding = Bindings.find(root.text(), root);
    boolean leaves = body.streamDescendants().anyMatch(node -> node.isAny("break_expression", "return_expression"));
    boolean outside = binding != null && !loop.contains(binding.name());
    return outside && !leaves && !isChanged(root.text(), body) ? loop : null;
  }

  /** The loop that runs a call on each turn. */
  private static @Nullable SyntaxNode loopAround(SyntaxNode call) {
    for (SyntaxNode outer : call.ancestors()) {
      if (outer.is("for_expression")) {
        return outer;
      }
      if (
        outer.isAny(
          "if_expression",
          "match_arm",
          "closure_expression",
          "async_block",
          "while_expression",
          "loop_expression",
          "function_item"
        )
      ) {
        return null;
      }
    }
    return null;
  }

  private static boolean isChanged(String name, SyntaxNode body) {
    for (SyntaxNode node : body.descendants()) {
      SyntaxNode changed = switch (node.kind()) {
        case "assignment_expression", "compound_assignment_expr" -> node.field("left");
        case "reference_expression" -> node.firstChild("mutable_specifier") == null ? null : node.field("value");
        case "call_expression" -> Calls.receiverOf(node);
        default -> null;
      };
      SyntaxNode root = changed == null ? null : Places.rootOf(changed);
      if (root != null && root.textIs(name)) {
        return true;
      }
    }
    return false;
  }

  /** The first lookup of a field in a parsed {@code Value}, of which nothing but such lookups is made. */
  static @Nullable SyntaxNode onlyLookup(SerdeCall serde) {
    SyntaxNode name = variableOf(serde.call());
    SyntaxNode let = name == null ? null : name.enclosing("let_declaration");
    SyntaxNode type = let == null ? null : let.field("type");
    SyntaxNode function = serde.call().field("function");
    boolean isTree =
      (type != null && type.text().matches("(serde_json::)?Value")) ||
      (function != null && function.text().matches("(?s).*::<\\s*(serde_json::)?Value\\s*>"));
    if (name == null || let == null || !isTree) {
      return null;
    }
    List<SyntaxNode> uses = usesOf(name, let);
    boolean looksUp = !uses.isEmpty() && uses.stream().allMatch(JsonUse::isLookup);
    return looksUp ? uses.getFirst() : null;
  }

  private static boolean isLookup(SyntaxNode use) {
    SyntaxNode parent = use.parent();
    SyntaxNode method = Calls.methodCallOn(use);
    boolean indexed = parent != null && parent.is("index_expression") && parent.namedChildren().getFirst().equals(use);
    return indexed || (method != null && LOOKUPS.contains(String.valueOf(Calls.nameOf(method))));
  }

  /** Where text that a call makes is published. */
  static @Nullable SyntaxNode publication(SerdeCall serde) {
    SyntaxNode direct = publicationOf(serde.call());
    SyntaxNode name = direct == null ? variableOf(serde.call()) : null;
    SyntaxNode let = name == null ? null : name.enclosing("let_declaration");
    if (name == null || let == null) {
      return direct;
    }
    for (SyntaxNode use : usesOf(name, let)) {
      SyntaxNode published = publicationOf(use);
      if (published != null) {
        return published;
      }
    }
    return null;
  }

  private static @Nullable SyntaxNode publicationOf(SyntaxNode value) {
    for (SyntaxNode outer : value.ancestors()) {
      if (outer.isAny("block", "let_declaration", "closure_expression", "match_arm")) {
        return null;
      }
      String name = outer.is("call_expression") ? Calls.nameOf(outer) : null;
      if (name != null && PUBLISHES.matcher(name).matches()) {
        return outer;
      }
    }
    return null;
  }

  /** The variable that a {@code let} gives the value of a call, whatever unwraps it. */
  private static @Nullable SyntaxNode variableOf(SyntaxNode call) {
    SyntaxNode inner = call;
    for (SyntaxNode outer : call.ancestors()) {
      if (outer.is("let_declaration")) {
        SyntaxNode pattern = outer.field("pattern");
        return pattern != null && pattern.is("identifier") ? pattern : null;
      }
      boolean isChain = outer.isAny("try_expression", "field_expression", "call_expression", "match_expression");
      if (!isChain || "arguments".equals(inner.fieldName())) {
        return null;
      }
      inner = outer;
    }
    return null;
  }

  private static List<SyntaxNode> usesOf(SyntaxNode name, SyntaxNode let) {
    SyntaxNode scope = let.parent();
    List<SyntaxNode> uses = new ArrayList<>();
    for (SyntaxNode node : scope == null ? List.<SyntaxNode>of() : scope.descendants()) {
      if (node.is("identifier") && node.textIs(name.text()) && node.start() > let.end()) {
        uses.add(node);
      }
    }
    return uses;
  }
}
