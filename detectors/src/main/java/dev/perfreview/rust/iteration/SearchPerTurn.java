package dev.perfreview.rust.iteration;

import dev.perfreview.rule.Cost;
import dev.perfreview.rule.Evidence;
import dev.perfreview.rule.Finding;
import dev.perfreview.rust.Amounts;
import dev.perfreview.rust.Binding;
import dev.perfreview.rust.Calls;
import dev.perfreview.rust.Places;
import dev.perfreview.rust.RustModel;
import dev.perfreview.rust.RustType;
import dev.perfreview.syntax.SyntaxNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A search through a list on each turn of a loop, for the element that belongs to the turn: {@code ys.iter().find(|y| y.id == x.id)}. */
final class SearchPerTurn {

  private SearchPerTurn() {}

  static @Nullable Finding of(SyntaxNode call, RustModel model) {
    SyntaxNode iterator = Calls.receiverOf(call);
    List<SyntaxNode> arguments = Calls.argumentsOf(call);
    boolean whole = iterator != null && iterator.is("call_expression") && "iter".equals(Calls.nameOf(iterator));
    SyntaxNode list = whole && iterator != null ? Calls.receiverOf(iterator) : null;
    SyntaxNode closure =
      arguments.size() == 1 && arguments.getFirst().is("closure_expression") ? arguments.getFirst() : null;
    SyntaxNode root = list == null ? null : Places.rootOf(list);
    SyntaxNode body = closure == null ? null : closure.field("body");
    SyntaxNode loop = root == null || body == null || !isComparison(body) ? null : model.loopAround(call);
    if (list == null || root == null || body == null || closure == null || loop == null || endsEarly(loop)) {
      return null;
    }
    RustType type = model.typeOf(list);
    if (type == null || !Scans.isList(type) || Scans.holdsConstants(type)) {
      return null;
    }
    Binding binding = model.bindingOf(root);
    if (
      binding == null || binding.isGlobal() || loop.contains(binding.name()) || !namesTurn(body, closure, loop, model)
    ) {
      return null;
    }
    if (Scans.isChangedIn(loop, list.text()) && !Scans.isGrownIn(loop, list.text())) {
      return null;
    }
    String message =
      "the whole of `" +
      list.text() +
      "` is searched on each turn of the loop; a map from the key, built once, would find the element at once";
    Finding finding = Finding.at(call, message)
      .withHeatAt(loop)
      .withCertainty(Amounts.ofCollection(list, model))
      .withEvidence(Evidence.at(binding.name(), "the list"));
    // A list that is kept free of repetitions this way is mostly short.
    return Scans.isGrownIn(loop, list.text()) ? finding.withCost(Cost.OVERHEAD) : finding;
  }

  /** Whether the turns are those of a search that ends with its first hit. */
  private static boolean endsEarly(SyntaxNode loop) {
    SyntaxNode call = loop.is("closure_expression") ? Calls.callTaking(loop) : null;
    String method = call == null ? null : Calls.nameOf(call);
    return method != null && List.of("all", "any", "find", "find_map", "position").contains(method);
  }

  /** Whether the condition asks for one key and nothing else. */
  private static boolean isComparison(SyntaxNode body) {
    SyntaxNode operator = body.is("binary_expression") ? body.field("operator") : null;
    return operator != null && operator.is("==");
  }

  /** Whether the condition depends on the turn of the loop, beyond the closure's own parameter. */
  private static boolean namesTurn(SyntaxNode body, SyntaxNode closure, SyntaxNode loop, RustModel model) {
    return body
      .streamDescendants()
      .filter(node -> node.is("identifier"))
      .anyMatch(node -> {
        Binding binding = model.bindingOf(node);
        return binding != null && loop.contains(binding.name()) && !closure.contains(binding.name());
      });
  }
}
