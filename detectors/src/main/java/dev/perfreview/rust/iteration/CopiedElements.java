package dev.perfreview.rust.iteration;

import dev.perfreview.rule.Finding;
import dev.perfreview.rust.Binding;
import dev.perfreview.rust.Calls;
import dev.perfreview.rust.Comments;
import dev.perfreview.rust.RustModel;
import dev.perfreview.rust.RustType;
import dev.perfreview.rust.values.VariableUse;
import dev.perfreview.rust.values.VariableUses;
import dev.perfreview.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Texts that are each copied into a list which is then only joined or looked at, so that it could hold {@code &str}. */
public final class CopiedElements {

  private static final Set<String> LOOKS = Set.of("concat", "is_empty", "join", "len");
  private static final Set<String> COPIES = Set.of("clone", "to_owned");

  private CopiedElements() {}

  /** The finding at a {@code collect()} into a {@code Vec<String>}; nothing where the texts are new or needed. */
  public static @Nullable Finding of(CollectedList list, RustModel model) {
    SyntaxNode let = list.call().parent();
    SyntaxNode name = let == null ? null : let.field("pattern");
    SyntaxNode written = let == null ? null : let.field("type");
    if (let == null || name == null || !let.is("let_declaration") || !name.is("identifier") || written == null) {
      return null;
    }
    RustType type = model.typeWritten(written);
    if (!type.argument(0).equals(RustType.STRING) || !copiesAll(list.iterated())) {
      return null;
    }
    VariableUses uses = VariableUses.of(new Binding(name, name, let), model);
    if (uses == null || uses.all().isEmpty() || !uses.all().stream().allMatch(CopiedElements::looks)) {
      return null;
    }
    int end = uses.all().getLast().mention().end();
    SyntaxNode collect = Calls.nameNodeOf(list.call());
    if (
      collect == null ||
      !SourceChanges.areNone(list.iterated(), end, model) ||
      SourceChanges.mayHoldLock(list.iterated(), model)
    ) {
      return null;
    }
    String message =
      "each text is copied into `" +
      name.text() +
      "`, which is only joined or counted; a list of `&str` would do without the copies";
    return Finding.at(list.call(), message);
  }

  private static boolean looks(VariableUse use) {
    SyntaxNode call = Calls.methodCallOn(use.mention());
    return call != null && LOOKS.contains(String.valueOf(Calls.nameOf(call)));
  }

  /** Whether each item is a copy of a text: the last adapter is {@code cloned}, or all that its closure can give is one. */
  private static boolean copiesAll(SyntaxNode iterated) {
    String name = iterated.is("call_expression") ? Calls.nameOf(iterated) : null;
    if (name == null) {
      return false;
    }
    List<SyntaxNode> arguments = Calls.argumentsOf(iterated);
    if (name.equals("cloned")) {
      return arguments.isEmpty();
    }
    SyntaxNode closure = arguments.size() == 1 ? arguments.getFirst() : null;
    SyntaxNode body = closure == null || !closure.is("closure_expression") ? null : closure.field("body");
    if (body == null || !(name.equals("map") || name.equals("filter_map"))) {
      return false;
    }
    List<SyntaxNode> values = new ArrayList<>();
    collectValues(body, values);
    return (
      values.stream().anyMatch(CopiedElements::isCopy) &&
      values.stream().allMatch(value -> isCopy(value) || value.textIs("None"))
    );
  }

  private static boolean isCopy(SyntaxNode value) {
    String method = value.is("call_expression") && Calls.receiverOf(value) != null ? Calls.nameOf(value) : null;
    return method != null && COPIES.contains(method) && Calls.argumentsOf(value).isEmpty();
  }

  /** What an expression can give: the ends of its branches, those in {@code Some(…)} taken out. */
  private static void collectValues(SyntaxNode expression, List<SyntaxNode> values) {
    switch (expression.kind()) {
      case "block", "else_clause", "parenthesized_expression" -> {
        List<SyntaxNode> statements = Comments.without(expression.namedChildren());
        if (!statements.isEmpty()) {
          collectValues(statements.getLast(), values);
        }
      }
      case "if_expression" -> {
        SyntaxNode first = expression.field("consequence");
        SyntaxNode second = expression.field("alternative");
        if (first != null && second != null) {
          collectValues(first, values);
          collectValues(second, values);
        }
      }
      case "match_expression" -> {
        SyntaxNode body = expression.field("body");
        for (SyntaxNode arm : body == null ? List.<SyntaxNode>of() : body.namedChildren()) {
          SyntaxNode value = arm.field("value");
          if (value != null) {
            collectValues(value, values);
          }
        }
      }
      case "expression_statement" -> collectValues(expression.namedChildren().getFirst(), values);
      case "call_expression" -> {
        List<SyntaxNode> arguments = Calls.argumentsOf(expression);
        boolean some = "Some".equals(Calls.nameOf(expression)) && arguments.size() == 1;
        values.add(some ? arguments.getFirst() : expression);
      }
      default -> values.add(expression);
    }
  }
}
