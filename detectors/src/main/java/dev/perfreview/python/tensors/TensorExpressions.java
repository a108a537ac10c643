package dev.perfreview.python.tensors;

import dev.perfreview.python.PythonModel;
import dev.perfreview.syntax.SyntaxNode;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Works out what expressions are as tensors, each once. */
final class TensorExpressions {

  /** No question is worth more steps than this; what is not known by then stays unknown. */
  private static final int MOST_STEPS = 3000;
  private static final int DEEPEST = 60;

  private final TensorPlaces places;
  private final TensorCollections collections;
  private final TensorCalls calls;
  /** By the node's place. */
  private final @Nullable TensorValue[] known;
  private final BitSet open = new BitSet();
  private int steps;
  private int depth;
  /** How often something was asked for while it was being worked out, so that the answer was a guess. */
  private int guesses;

  TensorExpressions(PythonModel model) {
    this.known = new TensorValue[model.syntax().size()];
    Places where = new Places(model.scopes(), model.types());
    this.places = new TensorPlaces(model, where, this);
    this.collections = new TensorCollections(this, where);
    this.calls = new TensorCalls(model.names(), this, new Devices(model.names(), where, this, model.path()));
  }

  TensorValue valueOf(@Nullable SyntaxNode node) {
    if (node == null) {
      return TensorValue.UNKNOWN;
    }
    TensorValue before = known[node.index()];
    if (before != null) {
      return before;
    }
    if (depth == 0) {
      steps = 0;
    }
    if (open.get(node.index())) {
      guesses++;
      return TensorValue.UNDEFINED;
    }
    if (depth > DEEPEST || steps++ > MOST_STEPS) {
      guesses++;
      return TensorValue.UNKNOWN;
    }
    int guessesBefore = guesses;
    depth++;
    open.set(node.index());
    TensorValue value = evaluate(node);
    open.clear(node.index());
    depth--;
    // What was worked out from a guess holds for the question at hand only.
    if (guesses == guessesBefore || depth == 0) {
      known[node.index()] = value;
    }
    return value;
  }

  /** Which memory an argument that names a device means; nothing when it names none. */
  @Nullable
  Residence deviceOf(@Nullable SyntaxNode argument) {
    return calls.devices().residenceOf(argument);
  }

  TensorCalls calls() {
    return calls;
  }

  TensorCollections collections() {
    return collections;
  }

  TensorPlaces places() {
    return places;
  }

  /** Counts an answer that was given while it was still being worked out. */
  void guess() {
    guesses++;
  }

  int guesses() {
    return guesses;
  }

  private TensorValue evaluate(SyntaxNode node) {
    return switch (node.kind()) {
      case "identifier" -> places.valueOf(node, node.text());
      case "attribute" -> attribute(node);
      case "call" -> calls.valueOf(node);
      case "subscript" -> subscript(node);
      case "parenthesized_expression", "unary_operator" -> valueOf(lastNamed(node));
      case "named_expression" -> valueOf(node.field("value"));
      case "binary_operator" -> binary(node.field("left"), node.field("right"));
      case "augmented_assignment" -> binary(node.field("left"), node.field("right"));
      case "boolean_operator" -> valueOf(node.field("left")).join(valueOf(node.field("right")));
      case "conditional_expression" -> valueOf(node.namedChildren().getFirst()).join(valueOf(lastNamed(node)));
      case "comparison_operator" -> comparison(node);
      case "tuple", "expression_list" -> collections.parts(node.namedChildren());
      case "list", "set" -> collections.elements(node.namedChildren());
      case "list_comprehension", "generator_expression", "set_comprehension" -> collections.collectionOf(
        valueOf(node.field("body"))
      );
      case "none" -> TensorValue.UNDEFINED;
      case
        "integer",
        "float",
        "string",
        "concatenated_string",
        "true",
        "false",
        "not_operator",
        "dictionary",
        "dictionary_comprehension",
        "lambda",
        "slice" -> TensorValue.OTHER;
      default -> TensorValue.UNKNOWN;
    };
  }

  private static @Nullable SyntaxNode lastNamed(SyntaxNode node) {
    List<SyntaxNode> children = node.namedChildren();
    return children.isEmpty() ? null : children.getLast();
  }

  private TensorValue binary(@Nullable SyntaxNode left, @Nullable SyntaxNode right) {
    TensorValue first = valueOf(left);
    if (left != null && left.isAny("string", "concatenated_string", "list")) {
      return TensorValue.OTHER;
    }
    return first.combine(valueOf(right));
  }

  private TensorValue comparison(SyntaxNode node) {
    for (SyntaxNode operator : node.fields("operators")) {
      if (operator.isAny("is", "is not", "in", "not in")) {
        return TensorValue.OTHER;
      }
    }
    List<SyntaxNode> operands = node.namedChildren();
    // Nobody compares a tensor with a text, and to find out what the other side is takes long.
    if (operands.stream().anyMatch(operand -> operand.is("string"))) {
      return TensorValue.OTHER;
    }
    TensorValue joined = TensorValue.OTHER;
    for (SyntaxNode operand : operands) {
      joined = joined.combine(valueOf(operand));
    }
    return joined.kind() == TensorValue.Kind.OTHER ? joined : joined.asMask(true);
  }

  private TensorValue subscript(SyntaxNode node) {
    SyntaxNode base = node.field("value");
    TensorValue value = valueOf(base);
    SyntaxNode index = node.field("subscript");
    boolean several = value.kind() == TensorValue.Kind.TENSORS || value.kind() == TensorValue.Kind.ARRAY;
    if (index != null && index.is("slice") && several) {
      return value;
    }
    if (value.kind() == TensorValue.Kind.UNKNOWN) {
      return value;
    }
    return value.kind() == TensorValue.Kind.OTHER ? places.ofType(node, "") : value.element();
  }

  private TensorValue attribute(SyntaxNode node) {
    SyntaxNode name = node.field("attribute");
    SyntaxNode object = node.field("object");
    if (name == null || object == null) {
      return TensorValue.UNKNOWN;
    }
    String attribute = name.text();
    if (TorchNames.PLAIN_ATTRIBUTES.contains(attribute)) {
      return TensorValue.OTHER;
    }
    if (TorchNames.TENSOR_ATTRIBUTES.contains(attribute)) {
      TensorValue owner = valueOf(object);
      if (owner.isTensor() || owner.kind() == TensorValue.Kind.ARRAY) {
        return owner;
      }
    }
    String place = Origin.placeOf(node);
    return place == null ? TensorPlaces.named(places.ofType(node, attribute), attribute) : places.valueOf(node, place);
  }
}
