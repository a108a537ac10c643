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
import org.jspecify.annotations.Nullable;

/** What names and attributes hold, as tensors. */
final class TensorPlaces {

  /** Collectives between hosts want tensors on the host. */
  private static final List<String> HOST_GROUPS = List.of("cpu_group", "gloo");

  private final PythonModel model;
  private final Places places;
  private final TensorExpressions tensors;
  private final ConstructorArguments constructors;
  private final PassedArguments passed;
  private final Map<Scope, Boolean> onHost = new HashMap<>();
  private final Map<Variable, TensorValue> variables = new HashMap<>();
  private final Set<Variable> openVariables = new HashSet<>();

  TensorPlaces(PythonModel model, Places places, TensorExpressions tensors) {
    this.model = model;
    this.places = places;
    this.tensors = tensors;
    this.constructors = new ConstructorArguments(model.scopes());
    this.passed = new PassedArguments(model.scopes());
  }

  TensorValue valueOf(SyntaxNode node, String place) {
    TensorValue joined = TensorValue.UNDEFINED;
    for (Origin origin : places.originsOf(node, place)) {
      joined = joined.join(ofOrigin(origin, node));
    }
    SyntaxNode attribute = node.field("attribute");
    return named(joined, attribute == null ? place : attribute.text());
  }

  /** What a name's own words add where the flow leaves it open. */
  static TensorValue named(TensorValue value, String name) {
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
    if (value.residence() == Residence.PRESUMED_DEVICE && NameHints.isOpen(name)) {
      return value.in(Residence.UNKNOWN);
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
      case AUGMENTED -> value == null ? TensorValue.UNKNOWN : tensors.valueOf(value);
      case ELEMENT -> tensors.calls().iterated(value, origin.path());
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
    if (whole == null) {
      return TensorValue.UNKNOWN;
    }
    TensorValue found = tensors.valueOf(whole);
    boolean opaque = known < path.size() && whole.is("call") && found.isTensor();
    if (opaque && !isOfTorch(whole)) {
      // Annotated as a tensor, and yet taken apart: a tuple of who knows what.
      return TensorValue.UNKNOWN;
    }
    for (; known < path.size(); known++) {
      found = found.element();
    }
    return found;
  }

  private boolean isOfTorch(SyntaxNode call) {
    SyntaxNode function = call.field("function");
    String name = function == null ? null : model.names().of(function);
    boolean method =
      function != null && function.is("attribute") && tensors.valueOf(function.field("object")).isTensor();
    return method || (name != null && name.startsWith("torch."));
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
      tensors.guess();
      return TensorValue.UNDEFINED;
    }
    int guessesBefore = tensors.guesses();
    TensorValue value = ofVariable(variable, use);
    openVariables.remove(variable);
    if (tensors.guesses() == guessesBefore) {
      variables.put(variable, value);
    }
    return value;
  }

  private static String lastNameOf(SyntaxNode use) {
    SyntaxNode attribute = use.field("attribute");
    return attribute == null ? use.text() : attribute.text();
  }

  private TensorValue ofVariable(Variable variable, SyntaxNode use) {
    boolean isLocal = use.is("identifier") && variable.owner().equals(model.scopes().scopeOf(use).definition());
    TensorValue joined = TensorValue.UNDEFINED;
    for (Binding binding : variable.bindings()) {
      // What the function itself assigns comes by the flow; what is left is what it starts with.
      if (!isLocal || binding.kind() == Binding.Kind.PARAMETER) {
        joined = joined.join(bound(variable, binding));
      }
    }
    if (joined.kind() == TensorValue.Kind.UNDEFINED && variable.owner().is(Scope.Kind.CLASS)) {
      for (SyntaxNode value : constructors.of(variable)) {
        joined = joined.join(tensors.valueOf(value));
      }
    }
    PythonType type = model.types().typeOf(variable);
    if (joined.kind() == TensorValue.Kind.UNKNOWN || joined.kind() == TensorValue.Kind.UNDEFINED) {
      TensorValue typed = TensorTypes.valueOf(type, presumed(use));
      return typed.kind() == TensorValue.Kind.UNKNOWN
        ? joined.kind() == TensorValue.Kind.UNDEFINED
          ? TensorValue.maybe(presumed(use))
          : joined
        : joined.residence() == Residence.HOST
          ? typed.in(Residence.HOST)
          : typed;
    }
    return joined;
  }

  private TensorValue bound(Variable variable, Binding binding) {
    SyntaxNode value = binding.value();
    return switch (binding.kind()) {
      case PARAMETER -> parameter(variable, binding);
      case ASSIGNMENT -> value == null ? TensorValue.UNDEFINED : tensors.valueOf(value);
      case AUGMENTED -> TensorValue.UNDEFINED;
      case ELEMENT -> ofOrigin(
        Targets.originOf(binding.target(), binding.target().text(), binderOf(binding)),
        binding.target()
      );
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
    TensorValue typed = TensorTypes.valueOf(model.types().typeOf(variable), presumed(binding.target()));
    return typed.residence() == Residence.PRESUMED_DEVICE ? asPassed(typed, binding.target()) : typed;
  }

  /** What kind of thing the file itself hands over for the parameter that a name means; nothing where that is several kinds, or not in sight. */
  TensorValue.@Nullable Kind kindPassedFor(SyntaxNode name) {
    Variable variable = places.variableOf(name);
    TensorValue.Kind kind = null;
    for (Binding binding : variable == null ? List.<Binding>of() : variable.bindings()) {
      if (binding.kind() == Binding.Kind.PARAMETER) {
        for (SyntaxNode value : passed.of(binding.target())) {
          TensorValue.Kind one = tensors.valueOf(value).kind();
          if (kind != null && kind != one) {
            return null;
          }
          kind = one;
        }
      }
    }
    return kind;
  }

  /** A presumption gives way to what the file itself hands over. */
  private TensorValue asPassed(TensorValue presumed, SyntaxNode parameter) {
    boolean ofHost = false;
    boolean ofDevice = false;
    for (SyntaxNode value : passed.of(parameter)) {
      Residence residence = tensors.valueOf(value).residence();
      ofHost |= residence == Residence.HOST;
      ofDevice |= residence.isDevice();
    }
    return ofHost ? presumed.in(ofDevice ? Residence.UNKNOWN : Residence.HOST) : presumed;
  }

  /** What the type of a call says; one that has none may give anything. */
  TensorValue typed(SyntaxNode call) {
    PythonType type = model.types().typeOf(call);
    return type.isKnown() ? TensorTypes.valueOf(type, presumed(call)) : TensorValue.UNKNOWN;
  }

  TensorValue ofType(SyntaxNode node, String name) {
    if (name.isEmpty() && !model.types().typeOf(node).isKnown()) {
      return TensorValue.UNKNOWN;
    }
    return TensorTypes.valueOf(model.types().typeOf(node), presumed(node));
  }

  /** Where a tensor is that nothing in sight tells of: on the device, except in code that works on the host. */
  private Residence presumed(SyntaxNode node) {
    for (Scope scope = model.scopes().scopeOf(node); scope != null; scope = scope.parent()) {
      if (onHost.computeIfAbsent(scope, this::worksOnHost)) {
        return Residence.UNKNOWN;
      }
    }
    return Residence.PRESUMED_DEVICE;
  }

  private boolean worksOnHost(Scope scope) {
    return switch (scope.kind()) {
      case CLASS -> NameHints.isHostClass(scope.simpleName());
      case FUNCTION -> mentionsAny(scope.node(), HOST_GROUPS);
      case MODULE -> NameHints.isHostCode(model.path());
      case LAMBDA, COMPREHENSION -> false;
    };
  }

  /** Looks in the text where it stands: a class's functions are most of their file, and this is asked for each. */
  private static boolean mentionsAny(SyntaxNode node, List<String> words) {
    String text = node.snapshot().text().string();
    for (String word : words) {
      if (text.indexOf(word, node.start(), node.end()) >= 0) {
        return true;
      }
    }
    return false;
  }
}
