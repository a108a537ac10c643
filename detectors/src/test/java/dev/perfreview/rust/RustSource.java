package dev.perfreview.rust;

import dev.perfreview.semantics.Placement;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxNode;
import dev.perfreview.syntax.SyntaxTree;
import java.util.List;

/** Finds nodes in small pieces of Rust for the tests of this package. */
final class RustSource {

  private RustSource() {}

  static RustModel modelOf(String source) {
    return new RustModel(SyntaxTree.snapshotOf(Language.RUST, source));
  }

  static List<SyntaxNode> all(RustModel model, String kind) {
    return model
      .syntax()
      .root()
      .streamDescendants()
      .filter(node -> node.is(kind) && node.isNamed())
      .toList();
  }

  static SyntaxNode first(RustModel model, String kind) {
    return all(model, kind).getFirst();
  }

  /** The calls of a function by its plain name, those within macros left out. */
  static List<SyntaxNode> callsOf(RustModel model, String function) {
    return all(model, "call_expression")
      .stream()
      .filter(call -> call.children().getFirst().textIs(function))
      .toList();
  }

  /** Where the last mention of a name stands, within macros too. */
  static Placement placementOf(RustModel model, String name) {
    return model.placementOf(
      all(model, "identifier")
        .stream()
        .filter(node -> node.textIs(name))
        .toList()
        .getLast()
    );
  }
}
