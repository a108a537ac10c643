package dev.perfreview.semantics.workspace;

import dev.perfreview.semantics.workspace.FunctionFacts.Trait;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Follows a change from the functions that it edits to the files that it does not touch: a coroutine elsewhere blocks from now on, since what
 * it calls does. Only what a function does to its callers is followed, so most changes end where they start.
 */
public final class ChangedEffects {

  private static final Set<Trait> TOLD = EnumSet.of(Trait.ASYNC, Trait.CACHED);

  private final Workspace before;
  private final Workspace after;

  private ChangedEffects(Workspace before, Workspace after) {
    this.before = before;
    this.after = after;
  }

  /**
   * The files in which a call may come to something else than before.
   *
   * @param edited the paths of the files that the change edits, in either version
   * @return paths of other files, which both versions have
   */
  public static Set<String> files(Workspace before, Workspace after, Set<String> edited) {
    return new ChangedEffects(before, after).follow(edited);
  }

  private Set<String> follow(Set<String> edited) {
    Set<String> affected = new TreeSet<>();
    Set<FunctionPlace> seen = new HashSet<>();
    List<FunctionPlace> changed = new ArrayList<>();
    for (String path : edited) {
      FileFacts file = after.file(path);
      if (file != null) {
        for (FunctionFacts function : file.functions()) {
          FunctionPlace place = new FunctionPlace(file, function);
          if (tellsSomethingElse(place)) {
            changed.add(place);
          }
        }
      }
    }
    // Each round takes one more call on the way; no chain that is told is longer.
    for (int round = 0; round < CallGraph.LONGEST_CHAIN && !changed.isEmpty(); round++) {
      List<FunctionPlace> next = new ArrayList<>();
      for (FunctionPlace caller : callersOf(changed)) {
        if (seen.add(caller)) {
          affected.add(caller.file().path());
          if (tellsSomethingElse(caller)) {
            next.add(caller);
          }
        }
      }
      changed = next;
    }
    affected.removeAll(edited);
    affected.removeIf(path -> before.file(path) == null);
    return affected;
  }

  /** Whether a function does something else to whoever calls it than it did before; one that is new does. */
  private boolean tellsSomethingElse(FunctionPlace place) {
    FileFacts file = before.file(place.file().path());
    FunctionFacts function = file == null ? null : file.function(place.function().name());
    if (file == null || function == null) {
      return !effectsOf(after, place).isEmpty();
    }
    return (
      !traitsOf(function).equals(traitsOf(place.function())) ||
      !function.result().equals(place.function().result()) ||
      !effectsOf(before, new FunctionPlace(file, function)).equals(effectsOf(after, place))
    );
  }

  private static Set<Trait> traitsOf(FunctionFacts function) {
    Set<Trait> traits = EnumSet.noneOf(Trait.class);
    for (Trait trait : TOLD) {
      if (function.is(trait)) {
        traits.add(trait);
      }
    }
    return traits;
  }

  private static Set<String> effectsOf(Workspace workspace, FunctionPlace place) {
    Set<String> effects = new HashSet<>();
    for (Effect effect : Effect.values()) {
      if (workspace.calls().chainTo(place, effect).isPresent()) {
        effects.add(effect.name());
      }
    }
    for (EffectFacts own : place.function().effects()) {
      if (own.parameter() != null) {
        effects.add(own.effect() + " of " + own.parameter());
      }
    }
    return effects;
  }

  private List<FunctionPlace> callersOf(List<FunctionPlace> callees) {
    Set<FunctionPlace> wanted = new HashSet<>(callees);
    Set<String> names = new HashSet<>();
    callees.forEach(callee -> names.add(callee.function().simpleName()));
    List<FunctionPlace> callers = new ArrayList<>();
    for (FileFacts file : after.files()) {
      for (FunctionFacts function : file.functions()) {
        for (CallFacts call : function.calls()) {
          // Looking a call up takes a while; most can be told not to be one of these by how they end.
          if (
            names.contains(lastNameOf(call.callee())) &&
            after.calls().targets(file, call.callee()).stream().anyMatch(wanted::contains)
          ) {
            callers.add(new FunctionPlace(file, function));
            break;
          }
        }
      }
    }
    return callers;
  }

  /** The last of the names in the notation of a linker. */
  static String lastNameOf(String callee) {
    int start = callee.length();
    while (start > 0 && Character.isJavaIdentifierPart(callee.charAt(start - 1))) {
      start--;
    }
    return callee.substring(start);
  }
}
