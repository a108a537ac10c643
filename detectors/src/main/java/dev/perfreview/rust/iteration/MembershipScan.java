package dev.perfreview.rust.iteration;

import dev.perfreview.rule.Certainty;
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
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code contains} of a list, asked for each element of something else. */
final class MembershipScan {

  private static final Set<String> SELECTING = Set.of("any", "filter", "filter_map", "find", "position");

  private MembershipScan() {}

  static @Nullable Finding of(SyntaxNode call, RustModel model) {
    SyntaxNode list = Calls.receiverOf(call);
    SyntaxNode loop = list == null || Calls.argumentsOf(call).size() != 1 ? null : model.loopAround(call);
    SyntaxNode root = loop == null || list == null ? null : Places.rootOf(list);
    RustType type = root == null || list == null ? null : model.typeOf(list);
    if (
      list == null || loop == null || root == null || type == null || !Scans.isList(type) || Scans.holdsConstants(type)
    ) {
      return null;
    }
    Binding binding = model.bindingOf(root);
    if (binding == null || binding.isGlobal()) {
      return null;
    }
    if (loop.contains(binding.name())) {
      return ofEach(call, list, loop, model);
    }
    Finding finding = ofWhole(call, list, loop, binding);
    if (finding == null) {
      return null;
    }
    // Numbers of layers, images or candidates are mostly few, so that a list holds them in a cache line or two.
    SyntaxNode element = Calls.argumentsOf(call).getFirst();
    boolean few = LoopIndex.isOne(element, model);
    return finding.withCertainty(few ? Certainty.PRESUMED : amountOf(list, element, loop, model));
  }

  /** A list that is kept free of repetitions is as short as what is left of them. */
  private static Certainty amountOf(SyntaxNode list, SyntaxNode element, SyntaxNode loop, RustModel model) {
    return Scans.isGrownIn(loop, list.text())
      ? Amounts.ofCollection(list, model)
      : Amounts.ofCollection(list, element, model);
  }

  /** One list that is gone through on each turn. */
  private static @Nullable Finding ofWhole(SyntaxNode call, SyntaxNode list, SyntaxNode loop, Binding binding) {
    String place = list.text();
    boolean grown = Scans.isGrownIn(loop, place);
    if (!grown && !loop.isAny("for_expression", "closure_expression")) {
      // What only goes on until something is found or used up takes few turns.
      return null;
    }
    if (!grown && (Scans.isChangedIn(loop, place) || isShort(binding) || endsWithHit(call, loop))) {
      return null;
    }
    String why = grown ? " while it grows" : "";
    String message =
      "`" +
      call.text() +
      "` goes through the whole list on each turn of the loop" +
      why +
      "; a `HashSet` would find the element at once";
    Finding finding = Finding.at(call, shortened(message, call))
      .withHeatAt(loop)
      .withEvidence(Evidence.at(binding.name(), "the list"));
    // A list that is kept free of repetitions this way is mostly short.
    return grown ? finding.withCost(Cost.OVERHEAD) : finding;
  }

  /** Whether the loop ends as soon as an element is found, so that it is itself the search. */
  private static boolean endsWithHit(SyntaxNode call, SyntaxNode loop) {
    SyntaxNode branch = call.enclosing("if_expression");
    return (
      branch != null &&
      loop.contains(branch) &&
      branch.streamDescendants().anyMatch(node -> node.isAny("return_expression", "break_expression"))
    );
  }

  private static boolean isShort(Binding binding) {
    SyntaxNode value = binding.declaration().field("value");
    return value != null && (value.is("array_expression") || value.text().startsWith("vec!["));
  }

  /** A list of each element that is gone through to find the elements which have something. */
  private static @Nullable Finding ofEach(SyntaxNode call, SyntaxNode list, SyntaxNode closure, RustModel model) {
    SyntaxNode selecting = closure.is("closure_expression") ? Calls.callTaking(closure) : null;
    String method = selecting == null ? null : Calls.nameOf(selecting);
    SyntaxNode field = list.is("field_expression") ? list.field("field") : null;
    SyntaxNode iterated = selecting == null ? null : Calls.receiverOf(selecting);
    if (selecting == null || method == null || field == null || iterated == null || !SELECTING.contains(method)) {
      return null;
    }
    SyntaxNode whole = Places.rootOf(Chains.sourceOf(iterated));
    List<SyntaxNode> argument = Calls.argumentsOf(call);
    boolean ownField = whole != null && whole.is("self") && !iterated.is("self");
    boolean invariant = isOutside(argument.getFirst(), closure);
    if (!ownField || !invariant) {
      return null;
    }
    String message =
      "this goes through the `" +
      field.text() +
      "` of every element to find those that hold one value; a map from the value to its elements would find them at once";
    return Finding.at(call, message).withHeatAt(selecting).withCertainty(Amounts.ofCollection(iterated, model));
  }

  private static boolean isOutside(SyntaxNode argument, SyntaxNode closure) {
    SyntaxNode parameters = closure.field("parameters");
    String names = parameters == null ? "" : parameters.text();
    return Stream.concat(Stream.of(argument), argument.streamDescendants())
      .filter(node -> node.is("identifier"))
      .noneMatch(node -> names.contains(node.text()));
  }

  private static String shortened(String message, SyntaxNode call) {
    return call.text().length() > 60 || call.text().indexOf('\n') >= 0
      ? message.replace("`" + call.text() + "`", "`contains`")
      : message;
  }
}
