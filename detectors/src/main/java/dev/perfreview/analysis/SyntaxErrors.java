package dev.perfreview.analysis;

import dev.perfreview.rule.Fix;
import dev.perfreview.syntax.KindSet;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SourceText;
import dev.perfreview.syntax.SyntaxNode;
import dev.perfreview.syntax.SyntaxSnapshot;
import dev.perfreview.syntax.TextEdit;
import dev.perfreview.syntax.TextRange;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a text does not parse, and which code is too near to that to be changed unasked: where a parser guesses how a broken text goes on, a rule may have
 * read what is not there. Code is near to a syntax error that lies in the same function, or, outside of functions, in the same statement; that is around
 * it; or that lies within {@value #NEAR_LINES} lines.
 */
final class SyntaxErrors {

  private static final int NEAR_LINES = 3;

  private static final KindSet PYTHON_CONTAINERS = KindSet.of(Language.PYTHON, "class_definition");
  private static final KindSet RUST_CONTAINERS = KindSet.of(Language.RUST, "impl_item", "trait_item", "mod_item");

  private final SyntaxSnapshot snapshot;

  /** The kinds that hold functions, and are no statement that would be broken as a whole. */
  private final KindSet containers;

  private final List<TextRange> errors;

  private SyntaxErrors(SyntaxSnapshot snapshot, List<TextRange> errors) {
    this.snapshot = snapshot;
    this.containers = switch (snapshot.language()) {
      case PYTHON -> PYTHON_CONTAINERS;
      case RUST -> RUST_CONTAINERS;
    };
    this.errors = errors;
  }

  /** The errors of a text. */
  static SyntaxErrors of(SyntaxSnapshot snapshot) {
    List<TextRange> errors = new ArrayList<>();
    if (snapshot.root().hasError()) {
      for (int index = 0; index < snapshot.size(); index++) {
        SyntaxNode node = snapshot.node(index);
        if (node.isError() || node.isMissing()) {
          errors.add(node.range());
        }
      }
    }
    return new SyntaxErrors(snapshot, errors);
  }

  /** Whether one of the edits of a fix is too near. */
  boolean isNear(Fix fix) {
    return !errors.isEmpty() && fix.edits().stream().map(TextEdit::range).anyMatch(this::isNear);
  }

  private boolean isNear(TextRange range) {
    SourceText text = snapshot.text();
    int first = text.lineOf(range.start()) - NEAR_LINES;
    int last = text.lineOf(range.end()) + NEAR_LINES;
    for (TextRange error : errors) {
      if (text.lineOf(error.start()) <= last && text.lineOf(error.end()) >= first) {
        return true;
      }
    }
    SyntaxNode node = snapshot.nodeAt(range);
    SyntaxNode whole = node;
    for (SyntaxNode around : node.ancestors()) {
      if (around.isError()) {
        return true;
      }
      if (!isContainer(around)) {
        whole = around;
      }
    }
    return !isContainer(whole) && whole.hasError();
  }

  /** Whether a node is the file, a class or the like, or the body of one. */
  private boolean isContainer(SyntaxNode node) {
    SyntaxNode parent = node.parent();
    boolean decoratesContainer =
      node.is("decorated_definition") &&
      node
        .children()
        .stream()
        .anyMatch(child -> child.is(containers));
    return (
      parent == null ||
      node.is(containers) ||
      decoratesContainer ||
      (parent.is(containers) && "body".equals(node.fieldName()))
    );
  }
}
