package dev.perfreview.python.tensors;

import dev.perfreview.python.Binding;
import dev.perfreview.python.PythonClasses;
import dev.perfreview.python.PythonModel;
import dev.perfreview.python.PythonType;
import dev.perfreview.python.Scope;
import dev.perfreview.python.Variable;
import dev.perfreview.syntax.SyntaxNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Works out what expressions are as tensors, each once. */
final class TensorExpressions {

  /** No question is worth more steps than this; what is not known by then stays unknown. */
  private static final int MOST_STEPS = 3000;
  private static final int DEEPEST = 60;
  /** Collectives between hosts want tensors on the host. */
  private static final Pattern HOST_GROUP = Pattern.compile("cpu_group|gloo");

  private final PythonModel model;
  private final Places places;
  private final TensorCalls calls;
  private final ConstructorArguments constructors;
  private final Map<Integer, TensorValue> known = new HashMap<>();
  private final Map<Scope, Boolean> onHost = new HashMap<>();
  private final Map<Variable, TensorValue> variables = new HashMap<>();
  private final Set<Integer> open = new HashSet<>();
  private final Set<Variable> openVariables = new HashSet<>();
  private int steps;
  private int depth;
  /** How often something was asked for while it was being worked out, so that the answer was a guess. */
  private int guesses;

  TensorExpressions(PythonModel model) {
    this.model = model;
    this.places = new Places(model.scopes(), model.types());
    this.constructors = new ConstructorArguments(model.scopes());
    this.calls = new TensorCalls(model.names(), this, new Devices(model.names(), places, this));
  }

  TensorValue valueOf(@Nullable SyntaxNode node) {
    if (node == null) {
      return TensorValue.UNKNOWN;
    }
    TensorValue before = known.get(node.index());
    if (before != null) {
      return before;
    }
    if (depth == 0) {
      steps = 0;
    }
    if (open.contains(node.index())) {
      guesses++;
      return TensorValue.UNDEFINED;
    }
    if (depth > DEEPEST || steps++ > MOST_STEPS) {
      guesses++;
      return TensorValue.UNKNOWN;
    }
    int guessesBefore = guesses;
    depth++;
    open.add(node.index());
    TensorValue value = evaluate(node);
    open.remove(node.index());
    depth--;
    // What was worked out from a guess holds for the question at hand only.
    if (guesses == guessesBefore || depth == 0) {
      known.put(node.index(), value);
    }
    return value;
  }

  /** Which memory an argument that names a device means; nothing when it names none. */
  @Nullable
  Residence deviceOf(@Nullable SyntaxNode argument) {
    return calls.devices().residenceOf(argument);
  }

  private TensorValue evaluate(SyntaxNode node) {
    return switch (node.kind()) {
      case "identifier" -> place(node, node.text());
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
      case "list", "tuple", "set", "expression_list" -> elements(node.namedChildren());
      case "list_comprehension", "generator_expression", "set_comprehension" -> collection(valueOf(node.field("body")));
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
    TensorValue joined = TensorValue.OTHER;
    for (SyntaxNode operand : node.namedChildren()) {
      joined = joined.combine(valueOf(operand));
    }
    return joined.kind() == TensorValue.Kind.OTHER ? joined : joined.asMask(true);
  }

  TensorValue elements(List<SyntaxNode> nodes) {
    TensorValue met = TensorValue.OTHER;
    for (SyntaxNode node : nodes) {
      if (!node.is("comment")) {
        met = met.combine(element(node));
      }
    }
    return collection(met);
  }

  /** Of a choice between two elements each must fit with the others of the collection, so that what is known of one counts. */
  private TensorValue element(SyntaxNode node) {
    return switch (node.kind()) {
      case "conditional_expression" -> element(node.namedChildren().getFirst()).combine(
        element(node.namedChildren().getLast())
      );
      case "parenthesized_expression" -> element(node.namedChildren().getFirst());
      case "list_splat" -> valueOf(lastNamed(node)).element();
      default -> valueOf(node);
    };
  }

  private TensorValue collection(TensorValue element) {
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
    return valueOf(collection).element();
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
    return value.kind() == TensorValue.Kind.OTHER ? ofType(node, "") : value.element();
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
    return place == null ? named(ofType(node, attribute), attribute) : place(node, place);
  }

  private TensorValue place(SyntaxNode node, String place) {
    TensorValue joined = TensorValue.UNDEFINED;
    for (Origin origin : places.originsOf(node, place)) {
      joined = joined.join(ofOrigin(origin, node));
    }
    SyntaxNode attribute = node.field("attribute");
    return named(joined, attribute == null ? place : attribute.text());
  }

  /** What a name's own words add where the flow leaves it open. */
  private static TensorValue named(TensorValue value, String name) {
    boolean open = value.residence() != Residence.DEVICE && value.kind() != TensorValue.Kind.OTHER;
    if (!open) {
      return value;
    }
    if (name.equals("gpu")) {
      return TensorValue.tensor(Residence.PRESUMED_DEVICE);
    }
    if (name.equals("np")) {
      return TensorValue.ARRAY;
    }
    if (NameHints.isHost(name)) {
      return value.in(Residence.HOST);
    }
    if (value.kind() == TensorValue.Kind.UNKNOWN) {
      if (NameHints.isForwardTensor(name) && value.residence() != Residence.HOST) {
        return TensorValue.tensor(Residence.PRESUMED_DEVICE);
      }
      return NameHints.isCollection(name) ? TensorValue.UNKNOWN : value;
    }
    return value;
  }

  private TensorValue ofOrigin(Origin origin, SyntaxNode use) {
    SyntaxNode value = origin.value();
    return switch (origin.kind()) {
      case ENTRY -> atEntry(use);
      case OPAQUE -> TensorValue.UNKNOWN;
      case AUGMENTED -> value == null ? TensorValue.UNKNOWN : valueOf(value);
      case ELEMENT -> calls.iterated(value, origin.path());
      case ASSIGNED -> part(value, origin.path());
    };
  }

  /** A part of a value that is unpacked. */
  private TensorValue part(@Nullable SyntaxNode value, List<Integer> path) {
    SyntaxNode whole = value;
    int known = 0;
    while (known < path.size() && whole != null && whole.isAny("tuple", "list", "expression_list")) {
      List<SyntaxNode> parts = whole.namedChildren();
      int index = path.get(known);
      if (index >= parts.size() || parts.stream().anyMatch(part -> part.isAny("list_splat", "comment"))) {
        return TensorValue.UNKNOWN;
      }
      whole = parts.get(index);
      known++;
    }
    TensorValue found = valueOf(whole);
    for (; known < path.size(); known++) {
      found = found.element();
    }
    return found;
  }

  private TensorValue atEntry(SyntaxNode use) {
    Variable variable = places.variableOf(use);
    if (variable == null) {
      return ofType(use, lastNameOf(use));
    }
    TensorValue before = variables.get(variable);
    if (before != null) {
      return before;
    }
    if (!openVariables.add(variable)) {
      guesses++;
      return TensorValue.UNDEFINED;
    }
    int guessesBefore = guesses;
    TensorValue value = ofVariable(variable, use);
    openVariables.remove(variable);
    if (guesses == guessesBefore) {
      variables.put(variable, value);
    }
    return value;
  }

  private static String lastNameOf(SyntaxNode use) {
    SyntaxNode attribute = use.field("attribute");
    return attribute == null ? use.text() : attribute.text();
  }

  private TensorValue ofVariable(Variable variable, SyntaxNode use) {
    boolean isLocal =
      use.is("identifier") && variable.owner().equals(model.scopes().scopeOf(use).definition());
    TensorValue joined = TensorValue.UNDEFINED;
    for (Binding binding : variable.bindings()) {
      // What the function itself assigns comes by the flow; what is left is what it starts with.
      if (!isLocal || binding.kind() == Binding.Kind.PARAMETER) {
        joined = joined.join(bound(variable, binding));
      }
    }
    if (joined.kind() == TensorValue.Kind.UNDEFINED && variable.owner().is(Scope.Kind.CLASS)) {
      for (SyntaxNode value : constructors.of(variable)) {
        joined = joined.join(valueOf(value));
      }
    }
    PythonType type = model.types().typeOf(variable);
    if (joined.kind() == TensorValue.Kind.UNKNOWN || joined.kind() == TensorValue.Kind.UNDEFINED) {
      TensorValue typed = TensorTypes.valueOf(type, presumed(use));
      return typed.kind() == TensorValue.Kind.UNKNOWN
        ? (joined.kind() == TensorValue.Kind.UNDEFINED ? TensorValue.maybe(presumed(use)) : joined)
        : joined.residence() == Residence.HOST ? typed.in(Residence.HOST) : typed;
    }
    return joined;
  }

  private TensorValue bound(Variable variable, Binding binding) {
    SyntaxNode value = binding.value();
    return switch (binding.kind()) {
      case PARAMETER -> parameter(variable, binding);
      case ASSIGNMENT -> value == null ? TensorValue.UNDEFINED : valueOf(value);
      case AUGMENTED -> TensorValue.UNDEFINED;
      case ELEMENT -> ofOrigin(Targets.originOf(binding.target(), binding.target().text(), binderOf(binding)), binding.target());
      case UNPACKED -> TensorValue.maybe(Residence.UNKNOWN);
      case VARIADIC, IMPORT, FUNCTION, CLASS, CONTEXT, OTHER -> TensorValue.UNKNOWN;
    };
  }

  private static SyntaxNode binderOf(Binding binding) {
    SyntaxNode binder = binding.target().enclosing("for_statement", "for_in_clause");
    return binder == null ? binding.target() : binder;
  }

  private TensorValue parameter(Variable variable, Binding binding) {
    if (PythonClasses.classOfSelf(variable) != null) {
      return TensorValue.OTHER;
    }
    return TensorTypes.valueOf(model.types().typeOf(variable), presumed(binding.target()));
  }

  /** What the type of a call says; one that has none may give anything. */
  TensorValue typed(SyntaxNode call) {
    PythonType type = model.types().typeOf(call);
    return type.isKnown() ? TensorTypes.valueOf(type, presumed(call)) : TensorValue.UNKNOWN;
  }

  private TensorValue ofType(SyntaxNode node, String name) {
    if (name.isEmpty() && !model.types().typeOf(node).isKnown()) {
      return TensorValue.UNKNOWN;
    }
    return TensorTypes.valueOf(model.types().typeOf(node), presumed(node));
  }

  /** Where a tensor is that nothing in sight tells of: on the device, except in code that works on the host. */
  private Residence presumed(SyntaxNode node) {
    for (Scope scope = model.scopes().scopeOf(node); scope != null; scope = scope.parent()) {
      if (onHost.computeIfAbsent(scope, TensorExpressions::worksOnHost)) {
        return Residence.UNKNOWN;
      }
    }
    return Residence.PRESUMED_DEVICE;
  }

  private static boolean worksOnHost(Scope scope) {
    return switch (scope.kind()) {
      case CLASS -> NameHints.isHostClass(scope.simpleName());
      case FUNCTION -> HOST_GROUP.matcher(scope.node().text()).find();
      case MODULE, LAMBDA, COMPREHENSION -> false;
    };
  }
}
