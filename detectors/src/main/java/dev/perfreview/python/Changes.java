package dev.perfreview.python;

import dev.perfreview.syntax.SyntaxNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether code may change a container: what decides if a copy of it is needed. It answers "no" only when everything that the code
 * does is in sight; a call of which nothing is known may change whatever it can get at.
 */
public final class Changes {

  private static final Set<String> READING_FUNCTIONS = Set.of(
    (
      "len print isinstance issubclass str int float bool bytes min max sum sorted any all range enumerate zip repr list dict " +
      "set tuple frozenset abs round id hash type format reversed iter ord chr hex callable"
    ).split(" ", -1)
  );
  private static final Set<String> READING_METHODS = Set.of(
    "get keys values items copy index count union intersection difference issubset issuperset isdisjoint most_common elements".split(
      " ",
      -1
    )
  );
  private static final Set<String> MUTABLE = Set.of(
    "list",
    "dict",
    "set",
    "bytearray",
    "collections.deque",
    "collections.defaultdict",
    "collections.OrderedDict",
    "collections.Counter"
  );
  private static final Set<String> IMMUTABLE = Set.of("str", "bytes", "int", "tuple", "range", "frozenset");
  private static final String[] THREAD_NAMES = { "threading", "Thread", "ThreadPoolExecutor", "to_thread" };

  private final PythonModel model;

  /** Answers for one file. */
  public Changes(PythonModel model) {
    this.model = model;
  }

  /**
   * Whether running {@code region} may add to, take from or rebind the container that an expression gives, a view of it
   * ({@code d.items()}) or its iterator. A name that only this function holds, with an object that it made, is safe from the calls
   * that do not name it.
   */
  public boolean mayChange(SyntaxNode container, SyntaxNode region) {
    SyntaxNode owner = ownerOf(container);
    if (IMMUTABLE.contains(model.types().typeOf(owner).name())) {
      return false;
    }
    Variable variable = owner.isAny("identifier", "attribute") ? model.types().variableOf(owner) : null;
    boolean own = variable != null && isOwn(variable);
    if (variable == null || (!own && model.references().mentionsAny(THREAD_NAMES))) {
      return true;
    }
    String type = model.types().typeOf(owner).name();
    for (SyntaxNode node : region.descendants()) {
      boolean elsewhere = !own && (letsOthersRun(node) || isWrittenElsewhere(node, variable, type));
      if (elsewhere || isChangingUse(node, variable)) {
        return true;
      }
    }
    return false;
  }

  /** The container itself: of {@code d.keys()} it is {@code d}. */
  private static SyntaxNode ownerOf(SyntaxNode container) {
    MethodCall call = MethodCall.of(container);
    return call != null && call.isView() ? call.object() : container;
  }

  private boolean letsOthersRun(SyntaxNode node) {
    return node.isAny("await", "yield") || (node.is("call") && !isHarmless(node));
  }

  /** Whether a node changes a container that another name holds, which may be the same one. */
  private boolean isWrittenElsewhere(SyntaxNode node, Variable variable, String type) {
    SyntaxNode written = node.is("subscript") && isTarget(node) ? node.field("value") : null;
    MethodCall call = written == null ? MethodCall.of(node) : null;
    if (call != null && !READING_METHODS.contains(call.name())) {
      written = call.object();
    }
    if (written == null) {
      return false;
    }
    PythonType other = model.types().typeOf(written);
    Variable held = written.isAny("identifier", "attribute") ? model.types().variableOf(written) : null;
    boolean apart = held != null && (isOwn(held) || (isAttribute(held) && isAttribute(variable)));
    return (!other.isKnown() || other.is(type)) && !apart;
  }

  private static boolean isAttribute(Variable variable) {
    return variable.owner().is(Scope.Kind.CLASS);
  }

  /** Whether a call is known to leave alone whatever it does not name. */
  private boolean isHarmless(SyntaxNode call) {
    SyntaxNode function = call.field("function");
    if (function == null) {
      return false;
    }
    String name = model.names().of(function);
    if (name != null) {
      return isReadingFunction(name) || name.startsWith("math.") || name.startsWith("time.");
    }
    SyntaxNode object = function.field("object");
    if (object == null) {
      return false;
    }
    PythonType type = model.types().typeOf(object);
    return IMMUTABLE.contains(type.name()) || MUTABLE.contains(type.name()) || type.is("logging.Logger");
  }

  /** Whether a node is a use of the variable that may change what it holds, or lets others do so. */
  private boolean isChangingUse(SyntaxNode node, Variable variable) {
    boolean named = node.isAny("identifier", "attribute") && isOf(node, variable);
    return named && !isReading(node);
  }

  private boolean isOf(SyntaxNode node, Variable variable) {
    SyntaxNode name = node.is("attribute") ? node.field("attribute") : node;
    return name != null && name.textIs(variable.name()) && variable.equals(model.types().variableOf(node));
  }

  /** Whether a use of a container reads it and neither changes it nor hands it to anyone who may. */
  public boolean isReading(SyntaxNode use) {
    SyntaxNode parent = use.parent();
    if (parent == null) {
      return false;
    }
    return switch (parent.kind()) {
      case "attribute" -> "attribute".equals(use.fieldName()) || isReadingMethod(parent);
      case "subscript" -> !isTarget(parent);
      case "argument_list" -> isReadingCall(parent.parent());
      case "for_statement", "for_in_clause" -> "right".equals(use.fieldName());
      case "if_statement", "elif_clause", "while_statement", "not_operator", "comparison_operator", "if_clause" -> true;
      case "keyword_argument" -> "name".equals(use.fieldName());
      default -> false;
    };
  }

  private static boolean isReadingMethod(SyntaxNode attribute) {
    SyntaxNode method = attribute.field("attribute");
    return method != null && READING_METHODS.contains(method.text());
  }

  private boolean isReadingCall(@Nullable SyntaxNode call) {
    SyntaxNode function = call == null || !call.is("call") ? null : call.field("function");
    String name = function == null ? null : model.names().of(function);
    return name != null && isReadingFunction(name);
  }

  private static boolean isReadingFunction(String dottedName) {
    return dottedName.startsWith("builtins.") && READING_FUNCTIONS.contains(dottedName.substring("builtins.".length()));
  }

  private static boolean isTarget(SyntaxNode subscript) {
    SyntaxNode parent = subscript.parent();
    return (
      parent == null ||
      parent.isAny("delete_statement", "augmented_assignment", "pattern_list", "tuple_pattern") ||
      (parent.is("assignment") && "left".equals(subscript.fieldName())) ||
      (parent.is("expression_list") && isTarget(parent))
    );
  }

  /**
   * Whether a variable is a function's own, each object that it gets is made there, and all its uses stay in sight: nothing else can
   * hold what it holds.
   */
  public boolean isOwn(Variable variable) {
    return (
      isMadeHere(variable) &&
      model
        .references()
        .to(variable)
        .stream()
        .noneMatch(use -> leaves(use, variable))
    );
  }

  /** The same up to a place: what leaves the function only behind it is its own until then. */
  public boolean isOwnUntil(Variable variable, SyntaxNode place) {
    SyntaxNode loop = place.enclosing("for_statement", "while_statement", "function_definition");
    return (
      isMadeHere(variable) &&
      model
        .references()
        .to(variable)
        .stream()
        .filter(
          use -> use.start() < place.start() || (loop != null && !loop.is("function_definition") && loop.contains(use))
        )
        .noneMatch(use -> leaves(use, variable))
    );
  }

  private boolean leaves(SyntaxNode use, Variable variable) {
    return !model.scopes().scopeOf(use).definition().equals(variable.owner()) || escapes(use);
  }

  private boolean isMadeHere(Variable variable) {
    if (!variable.owner().is(Scope.Kind.FUNCTION)) {
      return false;
    }
    for (Binding binding : variable.bindings()) {
      boolean made =
        binding.kind() == Binding.Kind.AUGMENTED ||
        (binding.kind() == Binding.Kind.ASSIGNMENT && binding.value() != null && isMade(binding.value()));
      if (!made) {
        return false;
      }
    }
    return true;
  }

  /** Whether an expression makes a new container each time. */
  public boolean isMade(SyntaxNode value) {
    return switch (value.kind()) {
      case "list", "dictionary", "set", "list_comprehension", "dictionary_comprehension", "set_comprehension" -> true;
      case "call" -> {
        SyntaxNode function = value.field("function");
        String name = function == null ? null : model.names().of(function);
        SyntaxNode method = function == null ? null : function.field("attribute");
        yield name == null
          ? method != null && (method.textIs("split") || method.textIs("tolist") || method.textIs("copy"))
          : MUTABLE.contains(name.replace("builtins.", "")) || name.equals("builtins.sorted");
      }
      default -> false;
    };
  }

  private boolean escapes(SyntaxNode use) {
    SyntaxNode parent = use.parent();
    if (parent == null) {
      return true;
    }
    return switch (parent.kind()) {
      case "assignment", "augmented_assignment" -> !"left".equals(use.fieldName());
      case "attribute", "subscript", "delete_statement", "return_statement" -> false;
      default -> !isReading(use);
    };
  }
}
