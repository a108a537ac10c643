package dev.perfreview.rust.guards;

import dev.perfreview.rust.guards.Destination.Fate;
import dev.perfreview.syntax.SyntaxNode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who owns the guard that an expression holds, by the place where the expression stands. Moves into calls, closures and fields end what
 * is followed.
 */
final class Ownership {

  /** Methods that take a guard and answer one: tokio's {@code downgrade}, {@code into_mapped}; those of DashMap's entries. */
  private static final Set<String> GUARD_TO_GUARD = Set.of(
    "downgrade",
    "into_mapped",
    "or_default",
    "or_insert",
    "or_insert_with",
    "or_insert_with_key",
    "and_modify",
    "insert_entry"
  );

  /** Functions of guard types that take a guard and answer one: {@code MutexGuard::map}, {@code RwLockWriteGuard::downgrade}. */
  private static final Set<String> GUARD_FUNCTIONS = Set.of(
    "map",
    "try_map",
    "filter_map",
    "map_split",
    "downgrade",
    "downgrade_to_upgradable",
    "downgrade_map",
    "upgrade",
    "clone",
    "leak"
  );

  /** Methods that only look into the {@code Option} or {@code Result} around a guard. */
  private static final Set<String> LOOKS_INTO_WRAPPER = Set.of(
    "is_ok",
    "is_err",
    "is_some",
    "is_none",
    "as_ref",
    "as_mut",
    "as_deref",
    "as_deref_mut",
    "iter"
  );

  private static final Set<String> WRAPPING_CONSTRUCTORS = Set.of("new", "pin", "from");

  private Ownership() {}

  /** Who owns the guard that taking the lock made. */
  static Destination of(Acquisition acquisition) {
    return of(acquisition.guard(), false, acquisition.wrapped());
  }

  /** Where a variable that holds a guard hands it by being named here. */
  static Destination ofUse(SyntaxNode identifier) {
    return of(identifier, true, false);
  }

  /**
   * Where the value of an expression goes.
   *
   * @param isPlace whether the expression names a variable, which looking at it leaves as it is
   * @param wrapped whether the guard is in an {@code Option} or {@code Result}
   */
  private static Destination of(SyntaxNode value, boolean isPlace, boolean wrapped) {
    SyntaxNode parent = value.parent();
    if (parent == null) {
      return Fate.GONE;
    }
    return switch (parent.kind()) {
      case "let_declaration" -> declared(value, parent, parent.field("pattern"), isPlace);
      case "let_condition" -> declared(value, parent, parent.field("pattern"), isPlace);
      case "match_expression" -> isPlace ? Fate.STAYS : new Owner.Scrutinee(parent);
      case "for_expression" -> isPlace ? Fate.GONE : new Owner.Temporary(parent);
      case "expression_statement" -> isPlace ? Fate.STAYS : new Owner.Temporary(parent);
      case "block" -> ofBlock(parent);
      case "unsafe_block", "parenthesized_expression", "else_clause" -> of(
        parent,
        isPlace && parent.is("parenthesized_expression"),
        wrapped
      );
      case "if_expression" -> is(value, "condition") ? temporary(value, isPlace) : of(parent, false, wrapped);
      case "match_arm" -> is(value, "value") ? ofMatch(parent, wrapped) : Fate.GONE;
      case "arguments" -> ofArgument(parent, wrapped);
      case "field_expression" -> ofReceiver(value, parent, isPlace, wrapped);
      case "field_initializer", "shorthand_field_initializer" -> ofInitializer(parent);
      case "tuple_expression", "array_expression" -> ofElement(value, parent);
      case "assignment_expression" -> is(value, "right") ? assigned(parent) : temporary(value, isPlace);
      case "try_expression" -> isPlace ? Fate.GONE : of(parent, false, false);
      case
        "reference_expression",
        "unary_expression",
        "index_expression",
        "binary_expression",
        "compound_assignment_expr",
        "range_expression",
        "while_expression",
        "let_chain",
        "await_expression",
        "token_tree" -> temporary(value, isPlace);
      default -> Fate.GONE;
    };
  }

  /** Who owns a guard that a {@code match} takes apart, in one of its arms; nobody where the arm's pattern tells that there is none. */
  static Destination inArm(SyntaxNode match, SyntaxNode arm) {
    SyntaxNode pattern = arm.field("pattern");
    String text = pattern == null ? "_" : pattern.text();
    if (pattern == null || text.startsWith("Err") || text.startsWith("None") || text.equals("_")) {
      return Fate.GONE;
    }
    List<SyntaxNode> names = PatternNames.declaredBy(pattern);
    return names.isEmpty() ? new Owner.Scrutinee(match) : new Owner.Variable(names.getFirst(), arm);
  }

  private static boolean is(SyntaxNode node, String field) {
    return field.equals(node.fieldName());
  }

  private static Destination temporary(SyntaxNode value, boolean isPlace) {
    return isPlace ? Fate.STAYS : new Owner.Temporary(TemporaryScopes.scopeOf(value));
  }

  private static Destination declared(
    SyntaxNode value,
    SyntaxNode declaration,
    @Nullable SyntaxNode pattern,
    boolean isPlace
  ) {
    List<SyntaxNode> names = pattern == null ? List.of() : PatternNames.declaredBy(pattern);
    if (pattern == null || names.isEmpty() || (isPlace && !pattern.isAny("identifier", "mut_pattern"))) {
      return temporary(value, isPlace);
    }
    SyntaxNode scope = declaration.is("let_condition") ? TemporaryScopes.scopeOf(declaration) : declaration.parent();
    return scope == null ? Fate.GONE : new Owner.Variable(names.getFirst(), scope);
  }

  private static Destination ofBlock(SyntaxNode block) {
    SyntaxNode parent = block.parent();
    boolean isBody =
      parent != null &&
      parent.isAny(
        "function_item",
        "closure_expression",
        "async_block",
        "loop_expression",
        "while_expression",
        "for_expression"
      );
    return isBody ? Fate.GONE : of(block, false, false);
  }

  private static Destination ofMatch(SyntaxNode arm, boolean wrapped) {
    SyntaxNode match = arm.enclosing("match_expression");
    return match == null ? Fate.GONE : of(match, false, wrapped);
  }

  private static Destination ofArgument(SyntaxNode arguments, boolean wrapped) {
    SyntaxNode call = arguments.parent();
    SyntaxNode function = call == null ? null : call.field("function");
    if (call == null || function == null || !function.isAny("identifier", "scoped_identifier")) {
      return Fate.GONE;
    }
    String path = function.text();
    String name = path.substring(path.lastIndexOf(':') + 1);
    String type = path.substring(0, Math.max(0, path.length() - name.length() - 2));
    boolean isConstructor =
      Character.isUpperCase(name.charAt(0)) || (WRAPPING_CONSTRUCTORS.contains(name) && isPointer(type));
    boolean keepsGuard =
      GUARD_FUNCTIONS.contains(name) && (type.endsWith("Guard") || type.endsWith("Ref") || type.endsWith("RefMut"));
    return isConstructor || keepsGuard ? of(call, false, wrapped) : Fate.GONE;
  }

  private static boolean isPointer(String type) {
    return type.equals("Box") || type.equals("Arc") || type.equals("Rc") || type.equals("Pin");
  }

  private static Destination ofReceiver(SyntaxNode value, SyntaxNode field, boolean isPlace, boolean wrapped) {
    SyntaxNode call = field.parent();
    SyntaxNode name = field.field("field");
    if (call != null && name != null && is(field, "function")) {
      if (GUARD_TO_GUARD.contains(name.text())) {
        return of(call, false, false);
      }
      if (wrapped && !LOOKS_INTO_WRAPPER.contains(name.text())) {
        return Fate.GONE;
      }
    }
    return temporary(value, isPlace);
  }

  private static Destination ofInitializer(SyntaxNode initializer) {
    SyntaxNode struct = initializer.enclosing("struct_expression");
    return struct == null ? Fate.GONE : of(struct, false, false);
  }

  /** The owner of an element of a tuple or array: the variable at the same place where the tuple is taken apart at once. */
  private static Destination ofElement(SyntaxNode element, SyntaxNode whole) {
    SyntaxNode declaration = whole.parent();
    SyntaxNode pattern = declaration == null ? null : declaration.field("pattern");
    if (declaration != null && declaration.is("let_declaration") && pattern != null && pattern.is("tuple_pattern")) {
      List<SyntaxNode> elements = whole.namedChildren();
      List<SyntaxNode> patterns = pattern.namedChildren();
      int place = elements.indexOf(element);
      if (elements.size() == patterns.size() && place >= 0) {
        return declared(element, declaration, patterns.get(place), false);
      }
    }
    return declaration != null && declaration.is("match_expression")
      ? new Owner.Temporary(declaration)
      : of(whole, false, false);
  }

  private static Destination assigned(SyntaxNode assignment) {
    SyntaxNode left = assignment.field("left");
    SyntaxNode declared = left != null && left.is("identifier") ? PatternNames.declarationOf(left) : null;
    SyntaxNode declaration = declared == null ? null : declared.enclosing("let_declaration");
    SyntaxNode scope = declaration == null ? null : declaration.parent();
    return declared == null || scope == null ? Fate.GONE : new Owner.Variable(declared, scope);
  }
}
