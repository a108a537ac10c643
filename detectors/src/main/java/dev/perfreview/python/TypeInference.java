package dev.perfreview.python;

import dev.perfreview.syntax.SyntaxNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The types of variables, attributes and expressions as far as the file tells. Flow-insensitive: a variable has one type, the one
 * that all its bindings agree on, and none when they differ or one of them is unknown.
 */
public final class TypeInference {

  private static final int DEEPEST_CHAIN = 32;

  /** How often the type of a variable that depends on itself is worked out anew: once for it, once for its elements. */
  private static final int MOST_ROUNDS = 3;

  private final ScopeTree scopes;
  private final QualifiedNames names;
  private final PythonClasses classes;
  private final ForeignMembers foreign;
  private final Annotations annotations;
  private final ExpressionTypes expressions;
  private final Map<Variable, PythonType> known = new HashMap<>();
  private final NodeMemo<PythonType> ofExpressions;
  private final Deque<Variable> open = new ArrayDeque<>();
  /** What is taken for the type of the variable that is being worked out, where it depends on itself. */
  private PythonType assumption = PythonType.BOTTOM;
  private boolean assumptionUsed;

  TypeInference(ScopeTree scopes, QualifiedNames names, PythonClasses classes, ForeignMembers foreign) {
    this.scopes = scopes;
    this.names = names;
    this.classes = classes;
    this.foreign = foreign;
    this.ofExpressions = new NodeMemo<>(scopes.module().node().snapshot());
    this.annotations = new Annotations(scopes, names);
    this.expressions = new ExpressionTypes(this, scopes, names, classes, annotations, foreign);
  }

  /** The type of an expression. */
  public PythonType typeOf(@Nullable SyntaxNode expression) {
    if (expression == null) {
      return PythonType.UNKNOWN;
    }
    if (!open.isEmpty()) {
      // What depends on a variable that is being worked out holds only for now.
      return expressions.typeOf(expression, 0);
    }
    PythonType type = ofExpressions.get(expression, node -> expressions.typeOf(node, 0));
    return type == null ? PythonType.UNKNOWN : type;
  }

  /**
   * The variable or attribute that an expression reads: a name, {@code self.name}, or {@code object.name} where the object's class
   * is one of the file.
   */
  public @Nullable Variable variableOf(SyntaxNode expression) {
    if (expression.is("identifier")) {
      return scopes.resolve(expression);
    }
    SyntaxNode object = expression.is("attribute") ? expression.field("object") : null;
    SyntaxNode name = expression.field("attribute");
    if (object == null || name == null) {
      return null;
    }
    Scope owner = classes.classOf(typeOf(object));
    return owner == null ? null : classes.attribute(owner, name.text());
  }

  /** The type that a function's annotation says it returns; of a coroutine what it gives when awaited. */
  public PythonType returned(SyntaxNode function) {
    return expressions.returned(function);
  }

  /** How files write a value of a type when they tell others of it; empty where no other file can know its members. */
  public String referenceTo(PythonType value) {
    return foreign.referenceTo(value);
  }

  /** The type that a variable or attribute has wherever it is read. */
  public PythonType typeOf(Variable variable) {
    PythonType found = known.get(variable);
    if (found != null) {
      return found;
    }
    if (variable.equals(open.peek())) {
      assumptionUsed = true;
      return assumption;
    }
    if (open.size() > DEEPEST_CHAIN || open.contains(variable)) {
      return PythonType.UNKNOWN;
    }
    found = infer(variable);
    known.put(variable, found);
    return found;
  }

  private PythonType infer(Variable variable) {
    PythonType outerAssumption = assumption;
    boolean outerUsed = assumptionUsed;
    open.push(variable);
    try {
      assumption = PythonType.BOTTOM;
      assumptionUsed = false;
      PythonType candidate = joined(variable);
      for (int round = 0; assumptionUsed && candidate.isKnown() && !candidate.equals(assumption); round++) {
        // `s = s + x` holds only when it also gives the candidate for an s that is one.
        assumption = candidate;
        candidate = round < MOST_ROUNDS ? joined(variable) : PythonType.UNKNOWN;
      }
      return candidate.equals(PythonType.BOTTOM) ? PythonType.UNKNOWN : candidate;
    } finally {
      open.pop();
      assumption = outerAssumption;
      assumptionUsed = outerUsed;
    }
  }

  private PythonType joined(Variable variable) {
    PythonType declared = declared(variable);
    if (declared != null && declared.isAbstract()) {
      return joinedUnder(declared, variable);
    }
    PythonType joined = PythonType.BOTTOM;
    for (Binding binding : variable.bindings()) {
      PythonType type = typeOf(variable, binding);
      if (!type.isKnown() && !type.isPending() && declared == null) {
        return PythonType.UNKNOWN;
      }
      boolean contradicts = declared != null && type.isKnown() && !declared.join(type).isKnown();
      if (contradicts) {
        return PythonType.UNKNOWN;
      }
      joined = joined.join(type);
    }
    return declared == null ? joined : declared;
  }

  /** What is assigned tells more than an annotation that names a protocol, {@code x: Sequence[int] = []}. */
  private PythonType joinedUnder(PythonType protocol, Variable variable) {
    PythonType joined = PythonType.BOTTOM;
    for (Binding binding : variable.bindings()) {
      PythonType type = typeOf(variable, binding);
      joined = type.isKnown() ? joined.join(type) : joined;
    }
    return joined.equals(PythonType.BOTTOM) || joined.equals(PythonType.NONE) ? protocol : joined;
  }

  private @Nullable PythonType declared(Variable variable) {
    for (Binding binding : variable.bindings()) {
      if (binding.annotation() != null) {
        PythonType type = annotations.typeOf(binding.annotation());
        if (type.isKnown()) {
          return type;
        }
      }
    }
    return null;
  }

  /** The type that one of its bindings gives a variable, whatever the others say. */
  public PythonType typeOf(Variable variable, Binding binding) {
    SyntaxNode value = binding.value();
    return switch (binding.kind()) {
      case ASSIGNMENT -> value == null ? PythonType.BOTTOM : typeOf(value);
      case AUGMENTED -> expressions.augmented(binding.target(), typeOf(variable), value);
      case PARAMETER -> parameter(variable, binding);
      case ELEMENT -> typeOf(value).element();
      case CONTEXT -> entered(typeOf(value));
      case IMPORT -> imported(names.absolute(binding.imported()));
      case FUNCTION -> expressions.property(binding);
      case OTHER -> isDeleted(binding.target()) ? PythonType.BOTTOM : PythonType.UNKNOWN;
      case UNPACKED -> unpacked(binding.target());
      case VARIADIC, CLASS -> PythonType.UNKNOWN;
    };
  }

  private PythonType imported(@Nullable String name) {
    PythonType ofLibrary = LibraryTypes.imported(name);
    return name == null || ofLibrary.isKnown() ? ofLibrary : foreign.named(name);
  }

  private PythonType parameter(Variable variable, Binding binding) {
    PythonType annotated = binding.annotation() == null ? PythonType.UNKNOWN : annotations.typeOf(binding.annotation());
    if (annotated.isKnown()) {
      return annotated;
    }
    Scope self = PythonClasses.classOfSelf(variable);
    return self == null ? PythonType.UNKNOWN : PythonClasses.typeOf(self);
  }

  private PythonType unpacked(SyntaxNode target) {
    Unpacking unpacking = Unpacking.of(target);
    return unpacking == null ? PythonType.UNKNOWN : unpacking.partOf(typeOf(unpacking.value()));
  }

  /** What {@code with value as x} gives: library classes that are context managers mostly return themselves. */
  private static PythonType entered(PythonType value) {
    boolean returnsItself =
      value.name().contains(".") &&
      !value.isClassOfFile() &&
      !value.name().startsWith("threading.") &&
      !value.name().startsWith("tempfile.");
    return returnsItself ? value : PythonType.UNKNOWN;
  }

  private static boolean isDeleted(SyntaxNode target) {
    SyntaxNode parent = target.parent();
    return parent != null && (parent.is("delete_statement") || (parent.is("expression_list") && isDeleted(parent)));
  }
}
