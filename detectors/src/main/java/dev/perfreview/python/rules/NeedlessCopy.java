package dev.perfreview.python.rules;

import dev.perfreview.python.Arguments;
import dev.perfreview.python.Changes;
import dev.perfreview.python.MethodCall;
import dev.perfreview.python.PythonModel;
import dev.perfreview.python.PythonType;
import dev.perfreview.rule.Applicability;
import dev.perfreview.rule.Certainty;
import dev.perfreview.rule.Finding;
import dev.perfreview.rule.Fix;
import dev.perfreview.syntax.SyntaxNode;
import dev.perfreview.syntax.TextEdit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A copy of a collection that is only read in passing: {@code for x in list(d.values())}.
 *
 * @param node the expression that makes the copy
 * @param source what is copied
 */
record NeedlessCopy(SyntaxNode node, SyntaxNode source) {
  private static final Set<String> SIZED = Set.of(
    "list tuple set frozenset range str dict dict_keys dict_values dict_items collections.deque collections.defaultdict"
      .concat(" collections.OrderedDict collections.Counter")
      .split(" ", -1)
  );

  /** What is wrong with an expression, when it is such a copy. */
  static Optional<Finding> find(SyntaxNode node, PythonModel model) {
    SyntaxNode source = sourceOf(node, model);
    PassingUse use = source == null ? null : PassingUse.of(node, model);
    if (source == null || use == null) {
      return Optional.empty();
    }
    NeedlessCopy copy = new NeedlessCopy(node, source);
    return copy.isNeedless(use, model) ? Optional.of(copy.finding(use, model)) : Optional.empty();
  }

  private static @Nullable SyntaxNode sourceOf(SyntaxNode node, PythonModel model) {
    SyntaxNode function = node.is("call") ? node.field("function") : null;
    if (function == null || !function.is("identifier") || !(function.textIs("list") || function.textIs("tuple"))) {
      return null;
    }
    Arguments arguments = Arguments.of(node);
    boolean copies = arguments.count() == 1 && !arguments.hasSplat() && model.scopes().resolve(function) == null;
    return copies ? arguments.positional(0) : null;
  }

  private boolean isNeedless(PassingUse use, PythonModel model) {
    PythonType type = model.types().typeOf(source);
    boolean sized = SIZED.contains(type.name()) || (!type.isKnown() && isView());
    if (!sized) {
      return false;
    }
    SyntaxNode during = use.during();
    return during == null || !new Changes(model).mayChange(source, during);
  }

  /** {@code x.keys()}, {@code x.values()} and {@code x.items()}, which all mappings have. */
  private boolean isView() {
    MethodCall call = MethodCall.of(source);
    return call != null && call.isView();
  }

  private Finding finding(PassingUse use, PythonModel model) {
    String why = switch (use.kind()) {
      case LOOP -> "the loop can go over `%s` itself";
      case ARGUMENT -> "the elements can be taken from `%s` itself";
      case LENGTH -> "`%s` knows its length";
      case MEMBERSHIP -> "`%s` can be asked itself";
      case FIRST -> "`%s` can give its first element by itself";
      case TRUTH -> "`%s` is false when it is empty";
    };
    String name = ShortText.of(source);
    // What takes the elements goes through all of them, and what is asked for its first alone is mostly short.
    boolean little = use.kind() == PassingUse.Kind.ARGUMENT || use.kind() == PassingUse.Kind.FIRST;
    return Finding.at(node, ("`%s` copies every element: " + why).formatted(ShortText.of(node), name))
      .withCertainty(little ? Certainty.SMALL : Certainty.SHOWN)
      .withFix(fix(use, model));
  }

  private @Nullable Fix fix(PassingUse use, PythonModel model) {
    if (node.streamDescendants().anyMatch(inner -> inner.is("comment"))) {
      return null;
    }
    PythonType type = model.types().typeOf(source);
    String title = "Use `" + ShortText.of(source) + "` itself";
    if (use.kind() == PassingUse.Kind.FIRST) {
      return first(type, title);
    }
    boolean atom = source.isAny("identifier", "attribute", "subscript", "call", "list", "tuple", "set", "string");
    String text = atom ? source.text() : "(" + source.text() + ")";
    return new Fix(
      title,
      type.isKnown() ? Applicability.SAFE : Applicability.UNSAFE,
      List.of(TextEdit.replace(node, text))
    );
  }

  private @Nullable Fix first(PythonType type, String title) {
    SyntaxNode subscript = node.parent();
    if (type.isAny("list", "tuple", "range", "str", "collections.deque")) {
      return Fix.safe(title, TextEdit.replace(node, source.text()));
    }
    return subscript == null
      ? null
      : Fix.unsafe(
          "Use `next(iter(…))`, which raises StopIteration in place of IndexError when there is none",
          TextEdit.replace(subscript, "next(iter(" + source.text() + "))")
        );
  }
}
