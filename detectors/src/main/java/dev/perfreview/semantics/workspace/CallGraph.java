package dev.perfreview.semantics.workspace;

import dev.perfreview.semantics.workspace.FunctionFacts.Trait;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Who calls whom across the files of a workspace, and which effects a call comes to. Worked out where it is asked for, and kept. */
public final class CallGraph {

  /** How many calls are followed: a person does not believe a longer chain, and each link may be wrong. */
  static final int LONGEST_CHAIN = 5;

  private final Workspace workspace;
  private final Map<FunctionPlace, Map<CallFacts, List<FunctionPlace>>> targets = new ConcurrentHashMap<>();
  private final Map<Effect, Map<FunctionPlace, Optional<Chain>>> chains = new ConcurrentHashMap<>();
  private final Map<Effect, Set<String>> dependent = new ConcurrentHashMap<>();

  CallGraph(Workspace workspace) {
    this.workspace = workspace;
  }

  /** The functions that a call in a file of this language may run, see {@link Linker#targets}. */
  public List<FunctionPlace> targets(FileFacts caller, String callee) {
    Linker linker = workspace.linker(caller.language());
    return linker == null ? List.of() : linker.targets(callee);
  }

  /** The functions that each call of a function may run. */
  public Map<CallFacts, List<FunctionPlace>> targetsOf(FunctionPlace caller) {
    return targets.computeIfAbsent(caller, place -> {
      Map<CallFacts, List<FunctionPlace>> found = new java.util.LinkedHashMap<>();
      for (CallFacts call : place.function().calls()) {
        List<FunctionPlace> targetsOfCall = targets(place.file(), call.callee());
        if (!targetsOfCall.isEmpty()) {
          found.put(call, targetsOfCall);
        }
      }
      return found;
    });
  }

  /**
   * How running a function comes to an effect on the thread that calls it, by the shortest way. Coroutines that it makes, functions that
   * remember their results, that run rarely or that make objects, and calls that may run one of several functions are not followed.
   */
  public Optional<Chain> chainTo(FunctionPlace function, Effect effect) {
    return chains
      .computeIfAbsent(effect, key -> new ConcurrentHashMap<>())
      .computeIfAbsent(function, start -> search(start, effect));
  }

  /**
   * Whether some function of this name in the workspace has an effect that depends on an argument: cheap to ask before its callers'
   * arguments are looked at.
   */
  public boolean mayDependOnArgument(String simpleName, Effect effect) {
    return dependent.computeIfAbsent(effect, this::namesOfDependent).contains(simpleName);
  }

  private Set<String> namesOfDependent(Effect effect) {
    Set<String> names = new HashSet<>();
    for (FileFacts file : workspace.files()) {
      for (FunctionFacts function : file.functions()) {
        for (EffectFacts own : function.effects()) {
          if (own.effect() == effect && own.parameter() != null) {
            names.add(function.simpleName());
          }
        }
      }
    }
    return names;
  }

  /** One step of the search: how {@code function} was reached. */
  private record Step(FunctionPlace function, List<FunctionPlace> before, List<Integer> lines) {}

  private Optional<Chain> search(FunctionPlace start, Effect wanted) {
    List<Step> level = List.of(new Step(start, List.of(), List.of()));
    Set<FunctionPlace> seen = new HashSet<>(Set.of(start));
    for (int depth = 0; depth < LONGEST_CHAIN && !level.isEmpty(); depth++) {
      List<Step> next = new ArrayList<>();
      for (Step step : level) {
        FunctionFacts function = step.function().function();
        if (isPassedBy(function) || (depth > 0 && function.is(Trait.ASYNC))) {
          continue;
        }
        for (EffectFacts effect : function.effects()) {
          if (effect.effect() == wanted && effect.parameter() == null) {
            return Optional.of(
              new Chain(with(step.before(), step.function()), with(step.lines(), effect.line()), effect)
            );
          }
        }
        targetsOf(step.function()).forEach((call, places) -> {
          boolean runs = call.awaited() || places.stream().noneMatch(place -> place.function().is(Trait.GENERATOR));
          if (places.size() == 1 && runs && seen.add(places.getFirst())) {
            next.add(
              new Step(places.getFirst(), with(step.before(), step.function()), with(step.lines(), call.line()))
            );
          }
        });
      }
      level = next;
    }
    return Optional.empty();
  }

  private static boolean isPassedBy(FunctionFacts function) {
    return function.is(Trait.CACHED) || function.is(Trait.COLD) || function.is(Trait.CONSTRUCTOR);
  }

  private static <T> List<T> with(List<T> list, T more) {
    List<T> all = new ArrayList<>(list);
    all.add(more);
    return all;
  }
}
