package dev.perfreview.python.workspace;

import dev.perfreview.python.ForeignTypes;
import dev.perfreview.python.PythonType;
import dev.perfreview.semantics.workspace.FileFacts;
import dev.perfreview.semantics.workspace.FunctionPlace;
import dev.perfreview.semantics.workspace.Linker;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Links the names, types and calls of Python files.
 *
 * <p>The notation of references: a full name ({@code pkg.module.Class.method}), then any of {@code !} (an instance of the class so far),
 * {@code .name} (its attribute), {@code ^.name} (its attribute as {@code super()} finds it), {@code ()} (what a call returns), {@code []} (an
 * item), {@code *} (an element) and {@code ~} (awaited). So {@code pkg.engine.Engine!.cache.lookup} is the method that {@code
 * self.cache.lookup} means in a method of {@code Engine}.
 */
public final class PythonLinker implements Linker, ForeignTypes {

  private final Symbols symbols;
  private final References references;
  private final Map<String, PythonType> types = new ConcurrentHashMap<>();
  private final Map<String, List<FunctionPlace>> targets = new ConcurrentHashMap<>();

  /** Links the Python files of a workspace. */
  public PythonLinker(Collection<FileFacts> files) {
    symbols = new Symbols(files);
    references = new References(symbols);
  }

  @Override
  public PythonType typeOf(String reference) {
    // Not computeIfAbsent: working one out asks for others.
    PythonType known = types.get(reference);
    if (known == null) {
      known = references.typeOf(reference);
      types.put(reference, known);
    }
    return known;
  }

  @Override
  public List<FunctionPlace> targets(String callee) {
    List<FunctionPlace> known = targets.get(callee);
    if (known == null) {
      known = references.targets(callee);
      targets.put(callee, known);
    }
    return known;
  }
}
