package dev.perfreview.analysis;

import dev.perfreview.analysis.Pragma.HeatDeclaration;
import dev.perfreview.heat.Heat;
import dev.perfreview.heat.HeatAssessment;
import dev.perfreview.semantics.CodeFunction;
import dev.perfreview.semantics.Placement;
import dev.perfreview.semantics.SemanticModel;
import dev.perfreview.syntax.SourceText;
import dev.perfreview.syntax.SyntaxNode;
import dev.perfreview.syntax.SyntaxSnapshot;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The heat that comments of a file declare for its functions: {@code # perf: hot(step)} on a line of the function's head or on the
 * comment, decorator and attribute lines directly above it. It holds for the functions within as well, unless they declare their own.
 */
final class DeclaredHeat {

  private final SemanticModel model;
  private final Map<SyntaxNode, HeatDeclaration> byFunction = new HashMap<>();
  private final Set<Pragma> used = new HashSet<>();

  private DeclaredHeat(SemanticModel model) {
    this.model = model;
  }

  /** What the pragmas of a file declare. */
  static DeclaredHeat of(SemanticModel model, List<Pragma> pragmas) {
    DeclaredHeat result = new DeclaredHeat(model);
    List<Pragma> declarations = pragmas
      .stream()
      .filter(pragma -> pragma.meaning() instanceof HeatDeclaration)
      .toList();
    if (!declarations.isEmpty()) {
      result.attach(declarations);
    }
    return result;
  }

  /** Whether a heat comment belongs to a function. */
  boolean uses(Pragma pragma) {
    return used.contains(pragma);
  }

  /** The heat that is declared for a place; nothing where none is. */
  @Nullable
  HeatAssessment at(Placement placement) {
    if (byFunction.isEmpty() || placement.function() == null) {
      return null;
    }
    SyntaxNode function = placement.function().declaration();
    HeatDeclaration declared = byFunction.get(function);
    for (SyntaxNode around : function.ancestors()) {
      if (declared != null) {
        break;
      }
      function = around;
      declared = byFunction.get(around);
    }
    return declared == null ? null : assess(declared, function, placement);
  }

  private @Nullable HeatAssessment assess(HeatDeclaration declared, SyntaxNode function, Placement placement) {
    // A cold branch of a hot function stays cold; but where the whole function counts as cold by nature, the comment knows better.
    String coldFunction = model.placementOf(bodyOf(function)).cold();
    if (placement.cold() != null && !Objects.equals(placement.cold(), coldFunction)) {
      return null;
    }
    if (declared.heat() == Heat.COLD) {
      return new HeatAssessment(Heat.COLD, "cold: declared `perf: cold`", null);
    }
    String reason = "runs on every " + declared.frequency() + " (declared `perf: " + declared.written() + "`)";
    return HeatAssessment.of(declared.heat(), placement.recurrence(), reason, null);
  }

  private void attach(List<Pragma> declarations) {
    SyntaxSnapshot snapshot = model.syntax();
    BitSet annotations = annotationLines(snapshot);
    for (CodeFunction function : model.functions()) {
      Head head = Head.of(function, snapshot.text(), annotations);
      for (Pragma pragma : declarations) {
        // The first of the functions that share a line is the outermost.
        if (head.contains(pragma.line()) && pragma.meaning() instanceof HeatDeclaration heat && used.add(pragma)) {
          byFunction.putIfAbsent(function.declaration(), heat);
        }
      }
    }
  }

  /** The lines that hold nothing but a comment, and those of Rust's attributes. */
  private static BitSet annotationLines(SyntaxSnapshot snapshot) {
    BitSet lines = new BitSet();
    for (LineComment comment : LineComment.in(snapshot)) {
      lines.set(comment.line(), comment.line() + (comment.ownLine() ? 1 : 0));
    }
    BitSet attributes = snapshot.grammar().kindsNamed("attribute_item");
    for (int index = 0; index < snapshot.size(); index++) {
      if (attributes.get(snapshot.kind(index))) {
        SyntaxNode attribute = snapshot.node(index);
        lines.set(attribute.line(), snapshot.text().lineOf(attribute.end() - 1) + 1);
      }
    }
    return lines;
  }

  /** What runs when a function is called. */
  static SyntaxNode bodyOf(SyntaxNode function) {
    SyntaxNode definition = function.field("definition");
    SyntaxNode body = (definition == null ? function : definition).field("body");
    return body == null ? function : body;
  }

  /** The zero-based lines on which a comment belongs to a function. */
  private record Head(int first, int last) {
    static Head of(CodeFunction function, SourceText text, BitSet annotations) {
      SyntaxNode declaration = function.declaration();
      SyntaxNode parent = declaration.parent();
      SyntaxNode outermost = parent != null && parent.is("decorated_definition") ? parent : declaration;
      int first = outermost.line();
      while (first > 0 && annotations.get(first - 1)) {
        first--;
      }
      int named = text.lineOf(function.nameNode().start());
      SyntaxNode body = bodyOf(declaration);
      // A brace stands at the end of the head; an indented block starts below it.
      int bodyLine = body.text().startsWith("{") ? body.line() : body.line() - 1;
      return new Head(first, Math.max(named, bodyLine));
    }

    boolean contains(int line) {
      return first <= line && line <= last;
    }
  }
}
