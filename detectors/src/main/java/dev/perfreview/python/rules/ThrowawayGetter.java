package dev.perfreview.python.rules;

import dev.perfreview.python.Arguments;
import dev.perfreview.python.Binding;
import dev.perfreview.python.MethodCall;
import dev.perfreview.python.PythonModel;
import dev.perfreview.python.Scope;
import dev.perfreview.python.Variable;
import dev.perfreview.rule.Evidence;
import dev.perfreview.rule.Finding;
import dev.perfreview.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A property or method that hands out a new copy of what its object keeps, and readers who throw the copy away: {@code
 * len(self.output_token_ids)} where the property slices the list of all tokens.
 */
final class ThrowawayGetter {

  private ThrowawayGetter() {}

  /** What is wrong with reading an attribute: its property copies a list of which the reader wants the length or one element. */
  static Optional<Finding> ofProperty(SyntaxNode attribute, PythonModel model) {
    if (!isGlance(attribute, model)) {
      return Optional.empty();
    }
    Variable variable = model.types().variableOf(attribute);
    SyntaxNode copy = variable == null ? null : copyOf(variable, true);
    return copy == null
      ? Optional.empty()
      : Optional.of(
          Finding.at(
            attribute,
            "reading `%s` copies the list, of which this wants no more than %s: let the class answer that without a copy".formatted(
              ShortText.of(attribute),
              isLength(attribute) ? "the length" : "one element"
            )
          ).withEvidence(Evidence.at(copy, "the property makes the copy here"))
        );
  }

  /** What is wrong with a method: each call makes a list anew, and all calls in sight only read it in passing. */
  static Optional<Finding> ofMethod(SyntaxNode statement, PythonModel model) {
    Scope function = model.scopes().scopeOf(statement);
    Scope owner = function.parent();
    if (!function.is(Scope.Kind.FUNCTION) || owner == null || !owner.is(Scope.Kind.CLASS)) {
      return Optional.empty();
    }
    SyntaxNode copy = copyIn(statement);
    Variable method =
      copy == null || viewedIn(copy) == null ? null : model.classes().attribute(owner, function.simpleName());
    if (copy == null || method == null || copyOf(method, false) == null) {
      return Optional.empty();
    }
    List<SyntaxNode> uses = new ArrayList<>();
    for (SyntaxNode use : model.references().to(method, model.types())) {
      SyntaxNode call = use.parent();
      PassingUse passing = call != null && call.is("call") ? PassingUse.of(call, model) : null;
      if (call == null || passing == null || callsItself(passing, call)) {
        return Optional.empty();
      }
      uses.add(call);
    }
    return uses.isEmpty()
      ? Optional.empty()
      : Optional.of(
          Finding.at(
            copy,
            "`%s` makes this list anew on each call, and callers only read it in passing: keep the list, or hand out the view".formatted(
              function.simpleName()
            )
          ).withEvidence(Evidence.at(uses.getFirst(), "read in passing here"))
        );
  }

  /** Whether a loop over the list calls methods of the object, which may change what the list is a copy of. */
  private static boolean callsItself(PassingUse use, SyntaxNode itself) {
    SyntaxNode during = use.during();
    return during != null && during.streamDescendants().anyMatch(node -> !node.equals(itself) && isCallOfSelf(node));
  }

  private static boolean isCallOfSelf(SyntaxNode node) {
    MethodCall call = MethodCall.of(node);
    return call != null && call.object().textIs("self");
  }

  private static boolean isGlance(SyntaxNode attribute, PythonModel model) {
    SyntaxNode parent = attribute.parent();
    if (parent == null) {
      return false;
    }
    if (parent.is("subscript")) {
      SyntaxNode around = parent.parent();
      SyntaxNode index = parent.field("subscript");
      boolean written = around != null && around.isAny("assignment", "augmented_assignment", "delete_statement");
      boolean target = written && !"right".equals(parent.fieldName());
      return "value".equals(attribute.fieldName()) && index != null && !index.is("slice") && !target;
    }
    PassingUse use = isLength(attribute) ? PassingUse.of(attribute, model) : null;
    return use != null && use.kind() == PassingUse.Kind.LENGTH;
  }

  private static boolean isLength(SyntaxNode attribute) {
    SyntaxNode arguments = attribute.parent();
    SyntaxNode call = arguments == null || !arguments.is("argument_list") ? null : arguments.parent();
    SyntaxNode function = call == null ? null : call.field("function");
    return function != null && function.textIs("len");
  }

  /** The copy that a property (or a method) of this name returns in some class of the family. */
  private static @Nullable SyntaxNode copyOf(Variable variable, boolean property) {
    for (Binding binding : variable.bindings()) {
      SyntaxNode function = binding.kind() == Binding.Kind.FUNCTION ? binding.value() : null;
      if (function == null || isProperty(function) != property) {
        continue;
      }
      for (SyntaxNode node : function.descendants()) {
        SyntaxNode copy = node.is("return_statement") ? copyIn(node) : null;
        if (copy != null) {
          return copy;
        }
      }
    }
    return null;
  }

  private static boolean isProperty(SyntaxNode function) {
    SyntaxNode decorated = function.parent();
    SyntaxNode decorator =
      decorated == null || !decorated.is("decorated_definition") ? null : decorated.firstChild("decorator");
    return decorator != null && decorator.textIs("@property");
  }

  /** The copy of an attribute of {@code self} that a {@code return} statement makes, all of it or an open-ended slice. */
  private static @Nullable SyntaxNode copyIn(SyntaxNode statement) {
    for (SyntaxNode node : statement.descendants()) {
      if (node.isAny("lambda", "list_comprehension", "generator_expression")) {
        return null;
      }
      boolean copies = isOpenSlice(node) || viewedIn(node) != null;
      boolean returned =
        copies &&
        statement.equals(
          node.enclosing("return_statement", "call", "binary_operator", "comparison_operator", "subscript")
        );
      if (returned) {
        return node;
      }
    }
    return null;
  }

  private static boolean isOpenSlice(SyntaxNode node) {
    SyntaxNode value = node.is("subscript") ? node.field("value") : null;
    SyntaxNode slice = node.field("subscript");
    return (
      value != null &&
      isAttributeOfSelf(value) &&
      slice != null &&
      slice.is("slice") &&
      slice.children().size() <= 2 &&
      slice.children().getLast().textIs(":") &&
      // The last few, `[-8:]`, are few however long the list is.
      !slice.children().getFirst().is("unary_operator")
    );
  }

  /** {@code self.d} of {@code list(self.d.values())}. */
  private static @Nullable SyntaxNode viewedIn(SyntaxNode node) {
    SyntaxNode function = node.is("call") ? node.field("function") : null;
    if (function == null || !function.textIs("list") || Arguments.of(node).count() != 1) {
      return null;
    }
    MethodCall view = MethodCall.of(Arguments.of(node).positional(0));
    return view != null && view.isView() && isAttributeOfSelf(view.object()) ? view.object() : null;
  }

  private static boolean isAttributeOfSelf(SyntaxNode node) {
    SyntaxNode object = node.is("attribute") ? node.field("object") : null;
    return object != null && object.textIs("self");
  }
}
