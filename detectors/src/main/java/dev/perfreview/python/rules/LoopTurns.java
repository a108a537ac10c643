package dev.perfreview.python.rules;

import dev.perfreview.python.Binding;
import dev.perfreview.python.PythonModel;
import dev.perfreview.python.Variable;
import dev.perfreview.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the turns of a loop do to each other: names that each makes anew, and what one leaves behind for the next. */
final class LoopTurns {

  private static final Set<String> COLLECTING = Set.of("append", "add", "extend", "update");
  private static final Set<String> LOGGING = Set.of("debug", "info", "warning", "error", "exception", "print", "log");

  private final SyntaxNode loop;
  private final PythonModel model;
  /** Names that hold the element or something worked out from it. */
  private final Set<String> ofElement = new HashSet<>();
  /** What the loop changes and the next turn still sees: the text of names and attributes, subscripts cut off. */
  private final Set<String> left = new HashSet<>();
  /** The nodes that change it, which do not count as reading it. */
  private final Set<SyntaxNode> changes = new HashSet<>();
  private boolean collects;
  private boolean actsOtherwise;

  private LoopTurns(SyntaxNode loop, PythonModel model) {
    this.loop = loop;
    this.model = model;
  }

  static LoopTurns of(SyntaxNode loop, SyntaxNode head, PythonModel model) {
    LoopTurns turns = new LoopTurns(loop, model);
    SyntaxNode element = head.field("left");
    SyntaxNode body = loop.field("body");
    if (element != null && body != null) {
      names(element).forEach(name -> turns.ofElement.add(name.text()));
      if (loop.is("for_statement")) {
        body.descendants().forEach(turns::read);
      }
    }
    return turns;
  }

  PythonModel model() {
    return model;
  }

  /** Whether the turns put what they get into a collection, and do nothing else that others see. */
  boolean collects() {
    return collects && !actsOtherwise;
  }

  /** Whether a turn may end the loop. */
  boolean stopEarly() {
    return loop.streamDescendants().anyMatch(this::stops);
  }

  private boolean stops(SyntaxNode node) {
    return switch (node.kind()) {
      case "break_statement", "return_statement", "yield" -> true;
      case "else_clause" -> loop.equals(node.parent());
      case "raise_statement" -> {
        SyntaxNode around = node.enclosing("except_clause", "for_statement", "if_statement");
        yield around != null && around.is("if_statement") && isAfterAwait(node);
      }
      default -> false;
    };
  }

  /** A check of what an earlier statement awaited: its failure keeps the calls after it from being made. */
  private boolean isAfterAwait(SyntaxNode statement) {
    return loop.streamDescendants().anyMatch(node -> node.is("await") && node.start() < statement.start());
  }

  /** Whether a turn reads what one before it may have changed. */
  boolean depend() {
    return loop
      .streamDescendants()
      .anyMatch(node -> node.isAny("identifier", "attribute") && left.contains(node.text()) && !changes.contains(node));
  }

  /** Whether a name belongs to the turn. */
  boolean isOfTurn(SyntaxNode identifier) {
    return ofElement.contains(identifier.text());
  }

  /** Whether code mentions the element of the turn or what was worked out from it. */
  boolean mentionsElement(SyntaxNode code) {
    return code.streamDescendants().anyMatch(node -> node.is("identifier") && ofElement.contains(node.text()));
  }

  private void read(SyntaxNode node) {
    switch (node.kind()) {
      case "assignment", "augmented_assignment" -> assigned(node);
      case "with_item", "for_statement" -> names(node).forEach(name -> {
        if (mentionsElement(node)) {
          ofElement.add(name.text());
        }
      });
      case "expression_statement" -> statement(node.namedChildren().getFirst());
      case "delete_statement", "global_statement", "nonlocal_statement" -> actsOtherwise = true;
      default -> {
        // Changes nothing by itself.
      }
    }
  }

  private void assigned(SyntaxNode assignment) {
    SyntaxNode target = assignment.field("left");
    SyntaxNode value = assignment.field("right");
    if (target == null || value == null) {
      return;
    }
    boolean derived = mentionsElement(value) || (value.is("identifier") && ofElement.contains(value.text()));
    for (SyntaxNode part : parts(target)) {
      if (part.is("identifier") && isMadeHere(part)) {
        if (derived) {
          ofElement.add(part.text());
        }
      } else {
        collects |= part.is("subscript") || assignment.is("augmented_assignment");
        change(part);
      }
    }
  }

  private void statement(SyntaxNode code) {
    SyntaxNode function = code.is("call") ? code.field("function") : null;
    if (function == null) {
      actsOtherwise |= code.isAny("await", "yield");
      return;
    }
    SyntaxNode method = function.is("attribute") ? function.field("attribute") : function;
    SyntaxNode object = function.field("object");
    if (method != null && object != null && COLLECTING.contains(method.text())) {
      collects = true;
      change(object);
    } else if (method == null || !LOGGING.contains(method.text())) {
      actsOtherwise = true;
    }
  }

  /** Notes that a turn changes something, unless that belongs to the turn alone. */
  private void change(SyntaxNode target) {
    SyntaxNode place = target;
    while (place.is("subscript")) {
      SyntaxNode value = place.field("value");
      if (value == null) {
        return;
      }
      place = value;
    }
    SyntaxNode root = place;
    while (root.is("attribute")) {
      SyntaxNode object = root.field("object");
      if (object == null) {
        return;
      }
      root = object;
    }
    boolean own = !root.equals(target) && root.is("identifier") && ofElement.contains(root.text());
    collects |= own;
    if (!own) {
      left.add(place.text());
      changes.add(place);
    }
  }

  /** Whether the loop alone gives a name its value, and anew on each turn. */
  private boolean isMadeHere(SyntaxNode identifier) {
    Variable variable = model.scopes().resolve(identifier);
    return (
      variable != null &&
      variable
        .bindings()
        .stream()
        .allMatch(binding -> binding.kind() != Binding.Kind.AUGMENTED && loop.contains(binding.target()))
    );
  }

  private static List<SyntaxNode> parts(SyntaxNode target) {
    return target.isAny("pattern_list", "tuple_pattern", "list_pattern")
      ? target
          .namedChildren()
          .stream()
          .flatMap(part -> parts(part).stream())
          .toList()
      : List.of(target);
  }

  private static List<SyntaxNode> names(SyntaxNode target) {
    @Nullable
    SyntaxNode place = switch (target.kind()) {
      case "for_statement" -> target.field("left");
      case "with_item" -> target
        .streamDescendants()
        .filter(node -> node.is("as_pattern_target"))
        .findFirst()
        .orElse(null);
      default -> target;
    };
    if (place == null) {
      return List.of();
    }
    List<SyntaxNode> names = new ArrayList<>();
    if (place.is("identifier")) {
      names.add(place);
    }
    for (SyntaxNode node : place.descendants()) {
      if (node.is("identifier")) {
        names.add(node);
      }
    }
    return names;
  }
}
