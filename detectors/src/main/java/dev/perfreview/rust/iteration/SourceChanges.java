package dev.perfreview.rust.iteration;

import dev.perfreview.rust.Binding;
import dev.perfreview.rust.RustModel;
import dev.perfreview.rust.RustType;
import dev.perfreview.rust.values.SourcePlace;
import dev.perfreview.syntax.SyntaxNode;

/** Tells whether what an iterator chain reads stays as it is until the chain is worked off later. */
final class SourceChanges {

  private SourceChanges() {}

  /** Whether every variable that the chain names is only read from the chain's end to {@code to}. */
  static boolean areNone(SyntaxNode iterated, int to, RustModel model) {
    for (SyntaxNode node : iterated.descendants()) {
      if (!node.isAny("identifier", "self") || isPartOfPath(node)) {
        continue;
      }
      Binding binding = model.bindingOf(node);
      if (binding == null || binding.isGlobal() || iterated.contains(binding.name())) {
        continue;
      }
      SourcePlace place = SourcePlace.of(node, model);
      if (place == null || !place.isUnchanged(iterated.end(), to, model)) {
        return false;
      }
    }
    return !isPlaceChanged(iterated, to, model);
  }

  private static boolean isPlaceChanged(SyntaxNode iterated, int to, RustModel model) {
    SourcePlace place = iterated.isAny("identifier", "self") ? SourcePlace.of(iterated, model) : null;
    return place != null && !place.isUnchanged(iterated.end(), to, model);
  }

  /** Whether the chain may hold a lock while it is worked off: it goes over a concurrent map. */
  static boolean mayHoldLock(SyntaxNode iterated, RustModel model) {
    RustType source = model.typeOf(Chains.sourceOf(iterated));
    if (source != null && (source.peeled().is("dashmap::DashMap") || source.isGuard())) {
      return true;
    }
    String text = iterated.text();
    return text.contains(".value()") || text.contains(".key()") || text.contains(".pair()");
  }

  private static boolean isPartOfPath(SyntaxNode node) {
    SyntaxNode parent = node.parent();
    return parent != null && parent.isAny("scoped_identifier", "scoped_type_identifier", "macro_invocation");
  }
}
