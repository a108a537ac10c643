package dev.perfreview.rust.copies;

import dev.perfreview.rule.Evidence;
import dev.perfreview.rule.Finding;
import dev.perfreview.rust.Calls;
import dev.perfreview.rust.CopyCost;
import dev.perfreview.rust.RustModel;
import dev.perfreview.rust.RustType;
import dev.perfreview.rust.values.SourcePlace;
import dev.perfreview.syntax.SyntaxNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A large value that is copied anew on each turn of a loop, or on each call of a closure that is tried again and again, though it stays
 * the same: sharing it through an {@code Arc} would cost a counter.
 */
final class CopyPerTurn {

  /** Calls that keep what they are given: those need a value of their own for each turn. */
  private static final Set<String> KEEPING = Set.of(
    "extend",
    "insert",
    "push",
    "push_back",
    "send",
    "try_send",
    "with"
  );

  private CopyPerTurn() {}

  static @Nullable Finding of(ClonedValue copy, RustModel model) {
    SyntaxNode repeated = repeatedAround(copy.call());
    if (repeated == null || !copy.method().equals("clone")) {
      return null;
    }
    boolean closure = repeated.is("closure_expression");
    SyntaxNode call = Calls.callTaking(copy.call());
    boolean handed =
      call != null && !isKept(call) && Calls.callTaking(call) == null && model.functionCalled(call) != null;
    if (!closure && !handed) {
      return null;
    }
    boolean large = copy.cost(model) == CopyCost.LARGE || (closure && isSerialized(copy, model));
    SourcePlace place = large ? copy.place(model) : null;
    if (place == null || repeated.contains(place.binding().name())) {
      return null;
    }
    if (!place.isShared(model) && !isUntouched(place, repeated, model)) {
      return null;
    }
    String when = closure ? "on each attempt" : "on each turn of the loop";
    String message =
      copy.subject() +
      " copies the whole value " +
      when +
      " though it stays the same; an `Arc` around it would be shared instead";
    return Finding.at(copy.call(), message).withEvidence(Evidence.at(place.binding().name(), "stays the same"));
  }

  private static boolean isUntouched(SourcePlace place, SyntaxNode repeated, RustModel model) {
    // A closure that moves what it captures has it to itself.
    return repeated.is("closure_expression") || place.isUnchanged(repeated.start(), repeated.end(), model);
  }

  private static boolean isKept(SyntaxNode call) {
    String name = Calls.nameOf(call);
    return name == null || KEEPING.contains(name) || Character.isUpperCase(name.charAt(0));
  }

  /** The innermost loop, or closure that is tried again, which makes the copy each time. */
  private static @Nullable SyntaxNode repeatedAround(SyntaxNode copy) {
    SyntaxNode child = copy;
    for (SyntaxNode outer : copy.ancestors()) {
      switch (outer.kind()) {
        case "function_item" -> {
          return null;
        }
        case "if_expression", "match_arm" -> {
          if (!"condition".equals(child.fieldName())) {
            return null;
          }
        }
        case "for_expression", "while_expression" -> {
          return "body".equals(child.fieldName()) ? outer : null;
        }
        case "closure_expression" -> {
          return isTriedAgain(outer) ? outer : null;
        }
        default -> {
        }
      }
      child = outer;
    }
    return null;
  }

  /** Whether a closure is given to something that calls it until it succeeds. */
  private static boolean isTriedAgain(SyntaxNode closure) {
    for (SyntaxNode outer : closure.ancestors()) {
      if (outer.is("call_expression")) {
        String name = Calls.nameOf(outer);
        return name != null && (name.contains("retry") || name.contains("backoff"));
      }
      if (!outer.isAny("arguments", "block")) {
        return false;
      }
    }
    return false;
  }

  /** Whether the value is of a generic type that can be serialized, which is data rather than a handle. */
  private static boolean isSerialized(ClonedValue copy, RustModel model) {
    RustType type = copy.type(model);
    SyntaxNode function = copy.call().enclosing("function_item");
    SyntaxNode parameters = function == null ? null : function.field("type_parameters");
    if (type == null || type.references() > 0 || parameters == null) {
      return false;
    }
    for (SyntaxNode parameter : parameters.namedChildren()) {
      SyntaxNode name = parameter.field("name");
      SyntaxNode bounds = parameter.field("bounds");
      if (name != null && bounds != null && name.textIs(type.path()) && bounds.text().contains("Serialize")) {
        return true;
      }
    }
    return false;
  }
}
