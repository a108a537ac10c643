package dev.perfreview.heat;

import dev.perfreview.semantics.workspace.CallFacts;
import dev.perfreview.semantics.workspace.FileFacts;
import dev.perfreview.semantics.workspace.FunctionFacts;
import dev.perfreview.semantics.workspace.FunctionFacts.Trait;
import dev.perfreview.semantics.workspace.FunctionPlace;
import dev.perfreview.semantics.workspace.Workspace;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The functions that are hot because hot ones call them. A function of which neither the user nor a profile says anything is as hot as the
 * hottest that calls it, one column colder where the call is on a branch. Calls on cold branches, functions that run rarely by
 * what they are or that remember their results, and calls of which nobody can say what they run do not spread heat.
 */
public final class HeatByCalls {

  /** How many calls heat is followed through: a longer way is mostly one that real requests do not take. */
  static final int LONGEST_CHAIN = 5;

  private final Workspace workspace;
  private final HotPaths hotPaths;
  private @Nullable Map<FunctionPlace, Called> called;

  /** Nothing is worked out before it is asked for. */
  public HeatByCalls(Workspace workspace, HotPaths hotPaths) {
    this.workspace = workspace;
    this.hotPaths = hotPaths;
  }

  /**
   * How a function is reached from a hot one.
   *
   * @param heat how often it runs
   * @param own the heat of the function that the calls start from
   * @param chain the functions from that one up to the one that calls this
   */
  record Called(Heat heat, HeatAssessment own, List<FunctionPlace> chain) {
    HeatAssessment assessment() {
      int others = chain.size() - 2;
      String way =
        others < 0
          ? ""
          : "through `%s`%s ".formatted(
              chain.getLast().function().name(),
              others == 0 ? "" : others == 1 ? " and one other" : " and " + others + " others"
            );
      String reason = "called %sfrom `%s`, which %s".formatted(way, chain.getFirst().function().name(), own.reason());
      return new HeatAssessment(heat, reason, own.hotPath());
    }
  }

  /**
   * How often a function of the workspace runs by who calls it.
   *
   * @param path its file's path from the workspace folder
   * @param qualifiedName its name in the file
   * @return nothing when no hot function is known to call it
   */
  public @Nullable HeatAssessment of(String path, String qualifiedName) {
    FileFacts file = workspace.file(path);
    FunctionFacts function = file == null ? null : file.function(qualifiedName);
    if (file == null || function == null) {
      return null;
    }
    Called found = called().get(new FunctionPlace(file, function));
    return found == null ? null : found.assessment();
  }

  /**
   * The files that hold a function which runs more or less often than in another version of the workspace; a function that one of the versions
   * lacks does not count.
   *
   * @return their paths from the workspace folder
   */
  public Set<String> filesThatDifferFrom(HeatByCalls other) {
    Map<String, Heat> before = other.heatByName();
    Map<String, Heat> now = heatByName();
    Set<String> differing = new TreeSet<>();
    for (FileFacts file : workspace.files()) {
      FileFacts earlier = other.workspace.file(file.path());
      for (FunctionFacts function : file.functions()) {
        String name = nameOf(file, function);
        if (before.get(name) != now.get(name) && earlier != null && earlier.function(function.name()) != null) {
          differing.add(file.path());
        }
      }
    }
    return differing;
  }

  private Map<String, Heat> heatByName() {
    Map<String, Heat> heats = new HashMap<>();
    called().forEach((place, how) -> heats.put(nameOf(place.file(), place.function()), how.heat()));
    return heats;
  }

  private static String nameOf(FileFacts file, FunctionFacts function) {
    return file.path() + ":" + function.name();
  }

  /** Works out what hot paths say of the functions of one file: the part of {@link #prepare()} that can be done for several files at once. */
  public static void prepare(FileFacts file, HotPaths hotPaths) {
    FileHeat heat = hotPaths.of(file.path());
    for (FunctionFacts function : file.functions()) {
      var _ = heat.ofFunction(function.name());
    }
  }

  /** Works everything out now, so that nobody who asks waits. */
  public void prepare() {
    var _ = called();
  }

  private synchronized Map<FunctionPlace, Called> called() {
    if (called == null) {
      called = spread();
    }
    return called;
  }

  private Map<FunctionPlace, Called> spread() {
    Map<FunctionPlace, Called> found = new HashMap<>();
    Map<FunctionPlace, HeatAssessment> listed = new HashMap<>();
    Map<Heat, Deque<FunctionPlace>> pending = new HashMap<>();
    for (FileFacts file : workspace.files()) {
      FileHeat heat = hotPaths.of(file.path());
      for (FunctionFacts function : file.functions()) {
        HeatAssessment own = heat.ofFunction(function.name());
        if (own.heat() != Heat.UNLISTED) {
          FunctionPlace place = new FunctionPlace(file, function);
          listed.put(place, own);
          if (own.heat() != Heat.COLD && !function.is(Trait.COLD)) {
            pending.computeIfAbsent(own.heat(), key -> new ArrayDeque<>()).add(place);
          }
        }
      }
    }
    // The hottest first, and of these the nearest: then the first way to a function is the one to show.
    for (Heat heat : new Heat[] { Heat.TOKEN, Heat.STEP, Heat.REQUEST }) {
      Deque<FunctionPlace> ofHeat = pending.computeIfAbsent(heat, key -> new ArrayDeque<>());
      while (!ofHeat.isEmpty()) {
        FunctionPlace caller = ofHeat.poll();
        Called by = found.get(caller);
        HeatAssessment own = by == null ? listed.get(caller) : by.own();
        if (own == null || (by != null && (by.heat() != heat || by.chain().size() >= LONGEST_CHAIN))) {
          continue;
        }
        List<FunctionPlace> chain = new ArrayList<>(by == null ? List.of() : by.chain());
        chain.add(caller);
        workspace
          .calls()
          .targetsOf(caller)
          .forEach((call, targets) -> {
            Heat spread = heatAt(call, heat);
            for (FunctionPlace target : targets) {
              if (!listed.containsKey(target) && !found.containsKey(target) && takesHeat(target.function())) {
                found.put(target, new Called(spread, own, chain));
                pending.computeIfAbsent(spread, key -> new ArrayDeque<>()).add(target);
              }
            }
          });
      }
    }
    return found;
  }

  private static Heat heatAt(CallFacts call, Heat caller) {
    return call.onBranch() ? caller.lowered() : caller;
  }

  private static boolean takesHeat(FunctionFacts function) {
    return !function.is(Trait.COLD) && !function.is(Trait.CACHED);
  }
}
