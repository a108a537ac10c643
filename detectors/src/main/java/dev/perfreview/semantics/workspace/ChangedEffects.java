package dev.perfreview.semantics.workspace;

import dev.perfreview.semantics.workspace.FunctionFacts.Trait;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Follows a change from the functions that it edits to the files that it does not touch: a coroutine elsewhere blocks from now on, since what
 * it calls does. Only what a function does to its callers is followed, so most changes end where they start.
 */
public final class ChangedEffects {

  private static final Set<Trait> TOLD = EnumSet.of(Trait.ASYNC, Trait.GENERATOR, Trait.CACHED);

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
    for (FunctionPlace caller : callersOf(goneFrom(edited), before)) {
      affected.add(caller.file().path());
      FunctionPlace now = in(after, caller);
      if (now != null && seen.add(now) && tellsSomethingElse(now)) {
        changed.add(now);
      }
    }
    for (String path : edited) {
      changed.addAll(changedIn(path));
    }
    // Each round takes one more call on the way; no chain that is told is longer.
    for (int round = 0; round < CallGraph.LONGEST_CHAIN && !changed.isEmpty(); round++) {
      List<FunctionPlace> next = new ArrayList<>();
      for (FunctionPlace caller : callersOf(changed, after)) {
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

  /** Functions of the earlier version that had effects and that the later one lacks. */
  private List<FunctionPlace> goneFrom(Set<String> edited) {
    List<FunctionPlace> gone = new ArrayList<>();
    for (String path : edited) {
      FileFacts file = before.file(path);
      if (file != null) {
        for (FunctionFacts function : file.functions()) {
          FunctionPlace place = new FunctionPlace(file, function);
          if (in(after, place) == null && !effectsOf(before, place).isEmpty()) {
            gone.add(place);
          }
        }
      }
    }
    return gone;
  }

  /** The functions of an edited file that tell something else by what they say themselves: their callers are found from them. */
  private List<FunctionPlace> changedIn(String path) {
    FileFacts file = after.file(path);
    if (file == null) {
      return List.of();
    }
    FileFacts earlier = before.file(path);
    boolean sameNames = earlier != null && earlier.declaresTheSameAs(file);
    List<FunctionPlace> changed = new ArrayList<>();
    for (FunctionFacts function : file.functions()) {
      // Linking the calls of all functions of a large file takes longer than reviewing it.
      FunctionFacts own = earlier == null ? null : earlier.function(function.name());
      boolean same = sameNames && own != null && own.tellsTheSameAs(function);
      FunctionPlace place = new FunctionPlace(file, function);
      if (!same && tellsSomethingElse(place)) {
        changed.add(place);
      }
    }
    return changed;
  }

  private static @Nullable FunctionPlace in(Workspace version, FunctionPlace place) {
    FileFacts file = version.file(place.file().path());
    FunctionFacts function = file == null ? null : file.function(place.function().name());
    return file == null || function == null ? null : new FunctionPlace(file, function);
  }

  /** Whether a function does something else to whoever calls it than it did before; one that is new does. */
  private boolean tellsSomethingElse(FunctionPlace place) {
    FunctionPlace earlier = in(before, place);
    if (earlier == null) {
      return !effectsOf(after, place).isEmpty();
    }
    return (
      !traitsOf(earlier.function()).equals(traitsOf(place.function())) ||
      !earlier.function().result().equals(place.function().result()) ||
      !effectsOf(before, earlier).equals(effectsOf(after, place))
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

  private static List<FunctionPlace> callersOf(List<FunctionPlace> callees, Workspace version) {
    if (callees.isEmpty()) {
      return List.of();
    }
    Set<FunctionPlace> wanted = new HashSet<>(callees);
    Set<String> names = new HashSet<>();
    callees.forEach(callee -> names.add(callee.function().simpleName()));
    List<FunctionPlace> callers = new ArrayList<>();
    for (FileFacts file : version.files()) {
      for (FunctionFacts function : file.functions()) {
        for (CallFacts call : function.calls()) {
          // Looking a call up takes a while; most can be told not to be one of these by how they end.
          if (
            names.contains(lastNameOf(call.callee())) &&
            version.calls().targets(file, call.callee()).stream().anyMatch(wanted::contains)
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
