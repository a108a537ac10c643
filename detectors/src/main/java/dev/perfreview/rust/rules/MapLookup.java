package dev.perfreview.rust.rules;

import dev.perfreview.rust.Calls;
import dev.perfreview.rust.Places;
import dev.perfreview.rust.RustModel;
import dev.perfreview.rust.RustType;
import dev.perfreview.syntax.SyntaxNode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A first search for a key in a map or set.
 *
 * @param call the call that searches
 * @param map the source of what is searched
 * @param key the source of the key, references left out
 * @param scope where a second search would make this one needless
 * @param purpose what it is for
 */
record MapLookup(SyntaxNode call, String map, String key, SyntaxNode scope, Purpose purpose) {
  /** What a first search is for. */
  enum Purpose {
    /** To do something where the key is there. */
    WHEN_THERE,
    /** To insert where it is not. */
    WHEN_MISSING,
    /** To read before a change. */
    BEFORE_CHANGE,
  }

  private static final Set<String> SEARCHES = Set.of("get", "get_mut", "remove");
  private static final Set<String> UNWRAPS = Set.of("expect", "unwrap");
  private static final Set<String> SETS = Set.of("std::collections::HashSet", "std::collections::BTreeSet");

  /** The search in the condition of an {@code if}; nothing where it is combined with something else. */
  static @Nullable MapLookup inCondition(SyntaxNode branching, RustModel model) {
    SyntaxNode condition = branching.field("condition");
    boolean negated = condition != null && condition.is("unary_expression") && condition.firstChild("!") != null;
    SyntaxNode call = condition != null && negated ? condition.namedChildren().getFirst() : condition;
    SyntaxNode then = branching.field("consequence");
    String name = call == null || !call.is("call_expression") ? null : Calls.nameOf(call);
    if (call == null || then == null || name == null || !Set.of("contains_key", "contains").contains(name)) {
      return null;
    }
    SyntaxNode receiver = Calls.receiverOf(call);
    boolean isSet = name.equals("contains");
    if (receiver == null || (isSet && (!negated || !isSet(receiver, model)))) {
      return null;
    }
    return of(call, then, negated ? Purpose.WHEN_MISSING : Purpose.WHEN_THERE);
  }

  private static boolean isSet(SyntaxNode receiver, RustModel model) {
    RustType type = model.typeOf(receiver);
    return type != null && SETS.contains(type.peeled().path());
  }

  /** The search that a {@code let} takes for granted ({@code nodes.get(id).unwrap()}), to read something before a change. */
  static @Nullable MapLookup inDeclaration(SyntaxNode let, RustModel model) {
    SyntaxNode unwrap = let.field("value");
    SyntaxNode block = let.parent();
    if (unwrap == null || block == null || !unwrap.is("call_expression")) {
      return null;
    }
    SyntaxNode call = Calls.receiverOf(unwrap);
    boolean takesForGranted = UNWRAPS.contains(String.valueOf(Calls.nameOf(unwrap)));
    if (call == null || !takesForGranted || !call.is("call_expression") || !"get".equals(Calls.nameOf(call))) {
      return null;
    }
    SyntaxNode receiver = Calls.receiverOf(call);
    if (receiver == null) {
      return null;
    }
    RustType type = model.typeOf(receiver);
    boolean locks = type != null && type.peeled().is("dashmap::DashMap");
    return locks ? null : of(call, block, Purpose.BEFORE_CHANGE);
  }

  private static @Nullable MapLookup of(SyntaxNode call, SyntaxNode scope, Purpose purpose) {
    SyntaxNode receiver = Calls.receiverOf(call);
    List<SyntaxNode> arguments = Calls.argumentsOf(call);
    SyntaxNode key = arguments.size() == 1 ? bare(arguments.getFirst()) : null;
    boolean isPlace = receiver != null && Places.rootOf(receiver) != null;
    return key == null || receiver == null || !isPlace || Places.rootOf(key) == null
      ? null
      : new MapLookup(call, oneLine(receiver), oneLine(key), scope, purpose);
  }

  /** The second search; nothing where the map or the key may change before, or the answer could not be kept from the first one. */
  @Nullable
  SyntaxNode again() {
    for (SyntaxNode node : scope.descendants()) {
      if (node.start() < call.end()) {
        continue;
      }
      if (node.is("await_expression") || setsKeyOrMap(node) || isOtherUse(node)) {
        return null;
      }
      if (isAgain(node)) {
        return isUnavoidable(node) ? null : node;
      }
    }
    return null;
  }

  private boolean setsKeyOrMap(SyntaxNode node) {
    SyntaxNode left = node.isAny("assignment_expression", "compound_assignment_expr") ? node.field("left") : null;
    SyntaxNode pattern = node.is("let_declaration") ? node.field("pattern") : null;
    SyntaxNode set = left == null ? pattern : left;
    return set != null && (oneLine(set).equals(key) || oneLine(set).equals(map));
  }

  private boolean isAgain(SyntaxNode node) {
    if (node.is("index_expression") && purpose == Purpose.WHEN_THERE) {
      List<SyntaxNode> parts = node.namedChildren();
      return parts.size() == 2 && oneLine(parts.getFirst()).equals(map) && oneLine(bare(parts.getLast())).equals(key);
    }
    String name = node.is("call_expression") ? Calls.nameOf(node) : null;
    SyntaxNode receiver = name == null ? null : Calls.receiverOf(node);
    List<SyntaxNode> arguments = Calls.argumentsOf(node);
    if (name == null || receiver == null || arguments.isEmpty() || !oneLine(receiver).equals(map)) {
      return false;
    }
    // A key that is cloned for the insertion would have to be cloned each time for `entry`.
    boolean sameKey = oneLine(bare(arguments.getFirst())).equals(key);
    return (
      sameKey &&
      switch (purpose) {
        case WHEN_THERE -> SEARCHES.contains(name);
        case WHEN_MISSING -> name.equals("insert") && isStatement(node);
        case BEFORE_CHANGE -> name.equals("get_mut");
      }
    );
  }

  private boolean isStatement(SyntaxNode insert) {
    SyntaxNode statement = insert.parent();
    SyntaxNode block = statement == null ? null : statement.parent();
    boolean alone = statement != null && (statement.is("expression_statement") || statement.equals(scope));
    return alone && (scope.equals(block) || scope.equals(statement));
  }

  /** Whether the map is used for something else before. */
  private boolean isOtherUse(SyntaxNode node) {
    SyntaxNode receiver = node.is("call_expression") ? Calls.receiverOf(node) : null;
    return receiver != null && oneLine(receiver).equals(map) && !isAgain(node) && !"get".equals(Calls.nameOf(node));
  }

  /** Whether a reference from the second search leaves the function, which the borrow checker does not let out of an {@code if let}. */
  private static boolean isUnavoidable(SyntaxNode second) {
    SyntaxNode function = second.enclosing("function_item", "closure_expression");
    SyntaxNode answer = function == null ? null : function.field("return_type");
    boolean leaves =
      second.enclosing("return_expression") != null ||
      second.enclosing("expression_statement", "let_declaration") == null;
    return answer != null && answer.text().contains("&") && leaves;
  }

  /** What does with one search. */
  String cure(SyntaxNode second) {
    return switch (purpose) {
      case WHEN_THERE -> "`if let Some(…)` on `" +
        (second.is("index_expression") ? "get" : nameOf(second)) +
        "` needs one search";
      case WHEN_MISSING -> "contains".equals(Calls.nameOf(call))
        ? "`insert` says itself whether it was there"
        : "`entry` needs one search";
      case BEFORE_CHANGE -> "`get_mut` at first needs one search";
    };
  }

  /** How a search is called: the method, or {@code [ ]}. */
  static String nameOf(SyntaxNode search) {
    String name = search.is("call_expression") ? Calls.nameOf(search) : null;
    return name == null ? "[…]" : name;
  }

  private static SyntaxNode bare(SyntaxNode expression) {
    SyntaxNode node = expression;
    while (node.is("reference_expression") || (node.is("unary_expression") && node.firstChild("*") != null)) {
      node = node.namedChildren().getLast();
    }
    return node;
  }

  private static String oneLine(SyntaxNode node) {
    return node.text().replaceAll("\\s+", "");
  }
}
