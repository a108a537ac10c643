package dev.perfreview.python.tensors;

import dev.perfreview.syntax.SyntaxNode;
import java.util.List;

/** Lists, tuples and comprehensions, as tensors. */
final class TensorCollections {

  private final TensorExpressions tensors;
  private final Places places;

  TensorCollections(TensorExpressions tensors, Places places) {
    this.tensors = tensors;
    this.places = places;
  }

  TensorValue elements(List<SyntaxNode> nodes) {
    TensorValue met = TensorValue.OTHER;
    for (SyntaxNode node : nodes) {
      if (!node.is("comment")) {
        met = met.combine(element(node));
      }
    }
    return collectionOf(met);
  }

  /** What a tuple holds: tensors only where nothing else is among them, for its parts are mostly taken out again one by one. */
  TensorValue parts(List<SyntaxNode> nodes) {
    for (SyntaxNode node : nodes) {
      if (!node.isAny("comment", "none") && element(node).kind() == TensorValue.Kind.OTHER) {
        return TensorValue.OTHER;
      }
    }
    return elements(nodes);
  }

  /** Of a choice between two elements each must fit with the others of the collection, so that what is known of one counts. */
  private TensorValue element(SyntaxNode node) {
    return switch (node.kind()) {
      case "conditional_expression" -> element(node.namedChildren().getFirst()).combine(
        element(node.namedChildren().getLast())
      );
      case "parenthesized_expression" -> element(node.namedChildren().getFirst());
      case "list_splat" -> tensors.valueOf(node.namedChildren().getLast()).element();
      default -> tensors.valueOf(node);
    };
  }

  TensorValue collectionOf(TensorValue element) {
    return switch (element.kind()) {
      case TENSOR, TENSORS -> TensorValue.tensors(element.residence());
      case UNKNOWN -> element.residence() == Residence.HOST ? TensorValue.maybe(Residence.HOST) : TensorValue.OTHER;
      case ARRAY, OTHER, UNDEFINED -> TensorValue.OTHER;
    };
  }

  /** The element of a comprehension or display as a function such as {@code torch.stack} sees it. */
  TensorValue stacked(SyntaxNode collection) {
    if (collection.isAny("list_comprehension", "generator_expression")) {
      SyntaxNode body = collection.field("body");
      return body == null ? TensorValue.UNKNOWN : element(body);
    }
    if (collection.isAny("list", "tuple")) {
      TensorValue met = TensorValue.OTHER;
      for (SyntaxNode node : collection.namedChildren()) {
        met = node.is("comment") ? met : met.combine(element(node));
      }
      return met;
    }
    if (collection.is("identifier")) {
      List<SyntaxNode> values = places.valuesOf(collection);
      if (values.size() == 1 && values.getFirst().isAny("list_comprehension", "list", "tuple")) {
        return stacked(values.getFirst());
      }
    }
    return tensors.valueOf(collection).element();
  }
}
