package dev.perfreview.python;

import dev.perfreview.python.workspace.PythonFacts;
import dev.perfreview.semantics.workspace.Effect;
import dev.perfreview.syntax.SyntaxNode;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the calls of a file that is on its own cannot come to, by a glance at it. Asked before {@link PythonFacts the file's facts} are read, for that takes as long as
 * most of the rules together, and few files have a call for which it matters.
 */
final class OwnFunctions {

  /** The method that runs where an object is called; then the name of what is called says nothing. */
  private static final String CALLED_OBJECT = "__call__";

  private final PythonModel model;
  private final Set<String> defined = new HashSet<>();
  private @Nullable Boolean waits;

  OwnFunctions(PythonModel model) {
    this.model = model;
    for (Scope scope : model.scopes().scopes()) {
      if (scope.is(Scope.Kind.FUNCTION) || scope.is(Scope.Kind.CLASS)) {
        defined.add(scope.simpleName());
      }
    }
  }

  /** Whether a {@code call} may run a function of the file. */
  boolean mayRun(SyntaxNode call) {
    SyntaxNode function = call.field("function");
    SyntaxNode attribute = function == null ? null : function.field("attribute");
    SyntaxNode name = attribute == null ? function : attribute;
    return defined.contains(CALLED_OBJECT) || (name != null && defined.contains(name.text()));
  }

  /** Whether some function of the file may have an effect by itself. */
  boolean mayHave(Effect effect) {
    if (effect != Effect.SYNCS_GPU) {
      return true;
    }
    if (waits == null) {
      waits = PythonFacts.waitsForDevice(model);
    }
    return waits;
  }
}
