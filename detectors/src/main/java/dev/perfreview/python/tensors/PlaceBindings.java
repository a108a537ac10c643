package dev.perfreview.python.tensors;

import dev.perfreview.syntax.KindSet;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one function, or the top of a file, assigns to: names and chains of attributes, each with the nodes that stand for them on a
 * left-hand side, in the order of the text.
 */
final class PlaceBindings {

  private static final KindSet BINDING = KindSet.of(
    Language.PYTHON,
    "assignment",
    "augmented_assignment",
    "for_statement",
    "named_expression",
    "as_pattern_target",
    "delete_statement",
    "function_definition",
    "class_definition",
    "lambda"
  );

  private final Map<String, List<SyntaxNode>> targets = new HashMap<>();

  PlaceBindings(SyntaxNode definition) {
    collect(definition);
  }

  /** Goes through the nodes in the order of the text, for made code nests them deeper than a stack goes. */
  private void collect(SyntaxNode definition) {
    SyntaxNode inner = null;
    for (SyntaxNode node : definition.descendants(BINDING)) {
      if (inner != null && inner.contains(node)) {
        continue;
      }
      switch (node.kind()) {
        case "assignment", "augmented_assignment", "for_statement" -> addTargets(node.field("left"));
        case "named_expression" -> addTargets(node.field("name"));
        case "as_pattern_target" -> node.namedChildren().forEach(this::addTargets);
        case "delete_statement" -> node.namedChildren().forEach(this::addTargets);
        case "function_definition", "class_definition" -> {
          addTargets(node.field("name"));
          inner = node;
        }
        case "lambda" -> inner = node;
        default -> {
          // Binds nothing.
        }
      }
    }
  }

  private void addTargets(@Nullable SyntaxNode target) {
    if (target == null) {
      return;
    }
    if (target.isAny("pattern_list", "tuple_pattern", "list_pattern", "list_splat_pattern", "expression_list")) {
      target.namedChildren().forEach(this::addTargets);
      return;
    }
    String place = Origin.placeOf(target);
    if (place != null) {
      targets.computeIfAbsent(place, name -> new ArrayList<>(2)).add(target);
    }
  }

  /** Where a place is assigned to, and where what it is an attribute of is. */
  List<SyntaxNode> of(String place) {
    List<SyntaxNode> own = targets.getOrDefault(place, List.of());
    int dot = place.lastIndexOf('.');
    if (dot < 0) {
      return own;
    }
    List<SyntaxNode> all = new ArrayList<>(own);
    for (; dot > 0; dot = place.lastIndexOf('.', dot - 1)) {
      all.addAll(targets.getOrDefault(place.substring(0, dot), List.of()));
    }
    return all;
  }
}
