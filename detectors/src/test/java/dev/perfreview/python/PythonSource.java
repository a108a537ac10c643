package dev.perfreview.python;

import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxNode;
import dev.perfreview.syntax.SyntaxTree;
import dev.perfreview.syntax.TextRange;

/** A Python text with its model, and nodes found by their text. */
final class PythonSource {

  private final String text;
  private final PythonModel model;

  PythonSource(String text) {
    this.text = text;
    this.model = new PythonModel(SyntaxTree.snapshotOf(Language.PYTHON, text));
  }

  PythonModel model() {
    return model;
  }

  /** The smallest node with this text that stands last in the source. */
  SyntaxNode last(String part) {
    return at(text.lastIndexOf(part), part);
  }

  /** The smallest node with this text that stands first in the source. */
  SyntaxNode first(String part) {
    return at(text.indexOf(part), part);
  }

  private SyntaxNode at(int start, String part) {
    if (start < 0) {
      throw new IllegalArgumentException("not in the source: " + part);
    }
    return model.syntax().nodeAt(new TextRange(start, start + part.length()));
  }

  /** The name of the type of the expression that stands last in the source; empty where this file alone does not tell it. */
  String typeOfLast(String expression) {
    PythonType type = model.types().typeOf(last(expression));
    return type.isKnown() ? type.name() : "";
  }
}
