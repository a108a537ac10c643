package dev.perfreview.python;

import dev.perfreview.syntax.SyntaxNode;
import dev.perfreview.syntax.SyntaxSnapshot;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link ScopeTree}. A parent comes before its children in pre-order, so one loop over the nodes knows each node's scope
 * from its parent's, however deep the tree is.
 */
final class ScopeTreeBuilder {

  private final SyntaxSnapshot syntax;
  private final int[] scopeOfNode;
  /** The number of the scope that a node opens for some of its children, 0 for the many that open none. */
  private final int[] openedBy;
  private final List<Scope> scopes = new ArrayList<>();

  ScopeTreeBuilder(SyntaxSnapshot syntax) {
    this.syntax = syntax;
    this.scopeOfNode = new int[syntax.size()];
    this.openedBy = new int[syntax.size()];
  }

  List<Scope> scopes() {
    return scopes;
  }

  int[] scopeOfNode() {
    return scopeOfNode;
  }

  void build() {
    scopes.add(new Scope(Scope.Kind.MODULE, syntax.root(), null));
    for (int index = 1; index < syntax.size(); index++) {
      int parent = syntax.parent(index);
      int scope = scopeOfNode[parent];
      boolean named = syntax.isNamed(index);
      // Most nodes are passed by with these looks at their numbers, which halves the time that a file's scopes take.
      if (named && ScopeKinds.PLACING.contains(syntax.kind(parent))) {
        scope = scopeOfChild(syntax.node(index));
      }
      scopeOfNode[index] = scope;
      if (named && ScopeKinds.BINDING.contains(syntax.kind(index))) {
        visit(syntax.node(index), scopes.get(scope));
      }
    }
  }

  private int scopeOfChild(SyntaxNode node) {
    SyntaxNode parent = node.parent();
    if (parent == null) {
      return 0;
    }
    int around = scopeOfNode[parent.index()];
    int opened = openedBy[parent.index()];
    return switch (parent.kind()) {
      case "function_definition", "lambda" -> isField(node, "body") || isField(node, "parameters") ? opened : around;
      case "class_definition" -> isField(node, "body") ? opened : around;
      case "list_comprehension", "set_comprehension", "dictionary_comprehension", "generator_expression" -> opened;
      case "default_parameter", "typed_default_parameter" -> isField(node, "name") ? around : outside(around);
      case "typed_parameter" -> isField(node, "type") ? outside(around) : around;
      case "for_in_clause" -> isField(node, "right") && isFirstClause(parent) ? outside(around) : around;
      default -> around;
    };
  }

  private static boolean isField(SyntaxNode node, String field) {
    return field.equals(node.fieldName());
  }

  private static boolean isFirstClause(SyntaxNode clause) {
    SyntaxNode comprehension = clause.parent();
    return comprehension != null && clause.equals(comprehension.firstChild("for_in_clause"));
  }

  private int outside(int scope) {
    Scope parent = scopes.get(scope).parent();
    return parent == null ? 0 : openedBy[parent.node().index()];
  }

  private void open(SyntaxNode node, Scope.Kind kind, Scope around) {
    openedBy[node.index()] = scopes.size();
    scopes.add(new Scope(kind, node, around));
  }

  private void visit(SyntaxNode node, Scope scope) {
    switch (node.kind()) {
      case "function_definition" -> {
        bindName(node.field("name"), Binding.Kind.FUNCTION, node, null, scope);
        open(node, Scope.Kind.FUNCTION, scope);
      }
      case "class_definition" -> {
        bindName(node.field("name"), Binding.Kind.CLASS, node, null, scope);
        open(node, Scope.Kind.CLASS, scope);
      }
      case "lambda" -> open(node, Scope.Kind.LAMBDA, scope);
      case "list_comprehension", "set_comprehension", "dictionary_comprehension", "generator_expression" -> open(
        node,
        Scope.Kind.COMPREHENSION,
        scope
      );
      case "parameters", "lambda_parameters" -> node
        .namedChildren()
        .forEach(parameter -> bindParameter(parameter, scope));
      case "assignment" -> bindAssignment(node, scope);
      case "augmented_assignment" -> bindTarget(node.field("left"), Binding.Kind.AUGMENTED, node.field("right"), scope);
      case "named_expression" -> bindName(
        node.field("name"),
        Binding.Kind.ASSIGNMENT,
        node.field("value"),
        null,
        outsideComprehensions(scope)
      );
      case "for_statement", "for_in_clause" -> bindTarget(
        node.field("left"),
        Binding.Kind.ELEMENT,
        node.field("right"),
        scope
      );
      case "as_pattern" -> bindAs(node, scope);
      case "case_clause" -> bindCaptures(node, scope);
      case "delete_statement" -> node
        .namedChildren()
        .forEach(target -> bindTarget(target, Binding.Kind.OTHER, null, scope));
      case "global_statement" -> node.namedChildren().forEach(name -> scope.declareGlobal(name.text()));
      case "nonlocal_statement" -> node.namedChildren().forEach(name -> scope.declareNonlocal(name.text()));
      case "import_statement", "import_from_statement" -> ImportBindings.of(node).forEach(binding ->
        bind(binding.target(), binding, scope)
      );
      case "wildcard_import" -> scope.importWildcard(moduleOf(node));
      default -> {
        // Binds nothing.
      }
    }
  }

  private static Scope outsideComprehensions(Scope scope) {
    Scope target = scope;
    while (target.is(Scope.Kind.COMPREHENSION) && target.parent() != null) {
      target = target.parent();
    }
    return target;
  }

  private void bindAssignment(SyntaxNode assignment, Scope scope) {
    SyntaxNode value = assignment.field("right");
    while (value != null && value.is("assignment")) {
      value = value.field("right");
    }
    SyntaxNode left = assignment.field("left");
    if (left != null && left.is("identifier")) {
      bindName(left, Binding.Kind.ASSIGNMENT, value, assignment.field("type"), scope);
    } else {
      bindTarget(left, Binding.Kind.UNPACKED, value, scope);
    }
  }

  private void bindParameter(SyntaxNode parameter, Scope scope) {
    switch (parameter.kind()) {
      case "identifier" -> bindName(parameter, Binding.Kind.PARAMETER, null, null, scope);
      case "typed_parameter" -> {
        SyntaxNode first = parameter.namedChildren().getFirst();
        if (first.is("identifier")) {
          bindName(first, Binding.Kind.PARAMETER, null, parameter.field("type"), scope);
        } else {
          bindTarget(first, Binding.Kind.VARIADIC, null, scope);
        }
      }
      case "default_parameter", "typed_default_parameter" -> bindName(
        parameter.field("name"),
        Binding.Kind.PARAMETER,
        parameter.field("value"),
        parameter.field("type"),
        scope
      );
      case "list_splat_pattern", "dictionary_splat_pattern" -> bindTarget(
        parameter,
        Binding.Kind.VARIADIC,
        null,
        scope
      );
      default -> {
        // The bare `*` and `/`, or a comment.
      }
    }
  }

  private void bindAs(SyntaxNode pattern, Scope scope) {
    SyntaxNode alias = pattern.field("alias");
    if (alias == null) {
      return;
    }
    SyntaxNode parent = pattern.parent();
    boolean context = parent != null && parent.is("with_item");
    SyntaxNode target = alias.is("as_pattern_target") ? alias.namedChildren().stream().findFirst().orElse(null) : alias;
    SyntaxNode value = context ? pattern.namedChildren().getFirst() : null;
    bindTarget(target, context ? Binding.Kind.CONTEXT : Binding.Kind.OTHER, value, scope);
  }

  private void bindCaptures(SyntaxNode clause, Scope scope) {
    for (SyntaxNode child : clause.namedChildren()) {
      if (!child.is("case_pattern")) {
        continue;
      }
      for (SyntaxNode name : child.descendants()) {
        SyntaxNode around = name.parent();
        boolean alone =
          around != null && around.isAny("dotted_name", "splat_pattern") && around.namedChildren().size() == 1;
        if (alone && name.is("identifier")) {
          bindName(name, Binding.Kind.OTHER, null, null, scope);
        }
      }
    }
  }

  /** Binds every name of a target: itself when it is one, else its parts, which are {@linkplain Binding.Kind#UNPACKED unpacked}. */
  private void bindTarget(@Nullable SyntaxNode target, Binding.Kind kind, @Nullable SyntaxNode value, Scope scope) {
    if (target == null) {
      return;
    }
    if (target.is("identifier")) {
      bindName(target, kind, value, null, scope);
      return;
    }
    Binding.Kind ofParts = kind == Binding.Kind.VARIADIC || kind == Binding.Kind.OTHER ? kind : Binding.Kind.UNPACKED;
    Deque<SyntaxNode> open = new ArrayDeque<>(List.of(target));
    while (!open.isEmpty()) {
      SyntaxNode part = open.pop();
      if (part.is("identifier")) {
        bindName(part, ofParts, value, null, scope);
      } else if (!part.isAny("attribute", "subscript", "call")) {
        open.addAll(part.namedChildren());
      }
    }
  }

  private void bindName(
    @Nullable SyntaxNode name,
    Binding.Kind kind,
    @Nullable SyntaxNode value,
    @Nullable SyntaxNode annotation,
    Scope scope
  ) {
    if (name != null) {
      bind(name, new Binding(kind, name, value, annotation, null), scope);
    }
  }

  private void bind(SyntaxNode name, Binding binding, Scope scope) {
    String text = name.text();
    Scope target = scope;
    if (scope.isGlobal(text)) {
      target = scopes.getFirst();
    } else if (scope.isNonlocal(text)) {
      target = scope.parent();
      while (target != null && (target.is(Scope.Kind.CLASS) || target.variable(text) == null)) {
        target = target.parent();
      }
    }
    (target == null ? scope : target).bind(text, binding);
  }

  private static String moduleOf(SyntaxNode wildcard) {
    SyntaxNode statement = wildcard.parent();
    SyntaxNode module = statement == null ? null : statement.field("module_name");
    return module == null ? "" : module.text();
  }
}
