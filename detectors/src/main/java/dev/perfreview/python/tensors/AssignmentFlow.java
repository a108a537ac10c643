package dev.perfreview.python.tensors;

import dev.perfreview.python.Scope;
import dev.perfreview.python.ScopeTree;
import dev.perfreview.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The assignments that reach a use: walks from it back through the statements before it and around it, as far as one that surely
 * assigns. Branches join; a branch that leaves the code in between does not count; the turns of a loop follow each other.
 */
final class AssignmentFlow {

  private final ScopeTree scopes;
  private final Map<SyntaxNode, PlaceBindings> bindings = new HashMap<>();

  AssignmentFlow(ScopeTree scopes) {
    this.scopes = scopes;
  }

  /** From where a name or chain of attributes may have its value where it is used. */
  List<Origin> reaching(SyntaxNode use, String place) {
    SyntaxNode definition = definitionAround(use);
    List<SyntaxNode> targets = bindings.computeIfAbsent(definition, PlaceBindings::new).of(place);
    return targets.isEmpty() ? List.of(Origin.ENTRY) : new Walk(place, targets, definition).from(use);
  }

  private SyntaxNode definitionAround(SyntaxNode use) {
    Scope definition = scopes.scopeOf(use).definition();
    return definition.node();
  }

  /** One search. */
  private record Walk(String place, List<SyntaxNode> targets, SyntaxNode definition, List<Origin> found) {
    Walk(String place, List<SyntaxNode> targets, SyntaxNode definition) {
      this(place, targets, definition, new ArrayList<>(2));
    }

    List<Origin> from(SyntaxNode use) {
      SyntaxNode inner = use;
      for (SyntaxNode ancestor : use.ancestors()) {
        if (inner.equals(definition)) {
          break;
        }
        boolean done = ancestor.isAny("block", "module") ? statementsBefore(ancestor, inner) : around(ancestor, inner);
        if (done) {
          return found;
        }
        inner = ancestor;
      }
      found.add(Origin.ENTRY);
      return found;
    }

    private boolean statementsBefore(SyntaxNode block, SyntaxNode statement) {
      return assignsBackwards(block, statement);
    }

    /** What the statement around a block or an expression assigns before it; whether it surely does. */
    private boolean around(SyntaxNode statement, SyntaxNode child) {
      switch (statement.kind()) {
        case "for_statement" -> {
          if (!"body".equals(child.fieldName())) {
            return false;
          }
          if (assignsIn(statement.field("left"))) {
            addTarget(statement.field("left"), statement);
            return true;
          }
          assigns(child);
        }
        case "while_statement" -> {
          SyntaxNode body = statement.field("body");
          if (body != null) {
            assigns(body);
          }
        }
        case "with_statement" -> {
          SyntaxNode clause = statement.firstChild("with_clause");
          if (!child.is("with_clause") && clause != null && assignsIn(clause)) {
            found.add(Origin.OPAQUE);
            return true;
          }
        }
        case "try_statement" -> {
          SyntaxNode body = statement.field("body");
          if (body != null && !body.equals(child)) {
            assigns(body);
          }
        }
        default -> {
          // Nothing of it runs before the child but other expressions.
        }
      }
      return false;
    }

    private boolean assignsIn(@Nullable SyntaxNode node) {
      return node != null && targets.stream().anyMatch(node::contains);
    }

    /** Collects what a statement or block may assign; whether it surely assigns or never comes to its end. */
    private boolean assigns(SyntaxNode node) {
      boolean leaves = leaves(node);
      if (leaves || !assignsIn(node)) {
        return leaves;
      }
      return switch (node.kind()) {
        case "block" -> assignsBackwards(node, null);
        case "if_statement" -> branches(node);
        case "with_statement" -> {
          SyntaxNode body = node.field("body");
          if (body != null && assigns(body)) {
            yield true;
          }
          SyntaxNode clause = node.firstChild("with_clause");
          if (clause != null && assignsIn(clause)) {
            found.add(Origin.OPAQUE);
            yield true;
          }
          yield false;
        }
        case "for_statement" -> {
          SyntaxNode left = node.field("left");
          if (assignsIn(left)) {
            addTarget(left, node);
          }
          partsOf(node);
          yield false;
        }
        case "try_statement" -> {
          boolean all = true;
          for (SyntaxNode part : node.namedChildren()) {
            boolean assigns = assignsWithin(part);
            all &= assigns || part.isAny("comment", "else_clause", "finally_clause");
          }
          yield all;
        }
        case "while_statement", "match_statement" -> {
          partsOf(node);
          yield false;
        }
        case "function_definition", "class_definition", "decorated_definition", "delete_statement" -> {
          found.add(Origin.OPAQUE);
          yield true;
        }
        default -> expression(node);
      };
    }

    private boolean assignsBackwards(SyntaxNode block, @Nullable SyntaxNode end) {
      List<SyntaxNode> statements = block.namedChildren();
      boolean below = end == null;
      for (int i = statements.size() - 1; i >= 0; i--) {
        if (below && assigns(statements.get(i))) {
          return true;
        }
        below |= statements.get(i).equals(end);
      }
      return false;
    }

    private boolean branches(SyntaxNode statement) {
      SyntaxNode consequence = statement.field("consequence");
      boolean all = consequence != null && assigns(consequence);
      boolean hasElse = false;
      for (SyntaxNode alternative : statement.fields("alternative")) {
        hasElse |= alternative.is("else_clause");
        all &= assignsWithin(alternative);
      }
      return all && hasElse;
    }

    /** Of a clause: what its block assigns. */
    private boolean assignsWithin(SyntaxNode clause) {
      if (clause.is("block")) {
        return assigns(clause);
      }
      SyntaxNode block = clause.firstChild("block");
      return block != null && assigns(block);
    }

    private void partsOf(SyntaxNode statement) {
      for (SyntaxNode part : statement.namedChildren()) {
        if (part.isAny("block", "else_clause", "case_clause")) {
          assignsWithin(part);
        }
      }
    }

    /** Whether a statement, or a block by its last one, leaves, so that the code after it does not see what it assigned. */
    private static boolean leaves(SyntaxNode node) {
      SyntaxNode last = node.is("block") ? node.lastNamedChildBut("comment") : node;
      return last != null && last.isAny("return_statement", "raise_statement", "continue_statement", "break_statement");
    }

    private boolean expression(SyntaxNode statement) {
      for (int i = targets.size() - 1; i >= 0; i--) {
        SyntaxNode target = targets.get(i);
        if (statement.contains(target)) {
          SyntaxNode binder = target.enclosing("assignment", "augmented_assignment", "named_expression");
          if (binder != null) {
            addTarget(target, binder);
            return true;
          }
        }
      }
      return false;
    }

    private void addTarget(@Nullable SyntaxNode left, SyntaxNode binder) {
      SyntaxNode target = left;
      for (SyntaxNode candidate : targets) {
        target = left != null && left.contains(candidate) ? candidate : target;
      }
      if (target != null) {
        found.add(Targets.originOf(target, place, binder));
      }
    }
  }
}
