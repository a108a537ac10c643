package dev.perfreview.analysis;

import dev.perfreview.heat.HotPaths;
import dev.perfreview.semantics.workspace.ChangedEffects;
import dev.perfreview.semantics.workspace.ChangedTypes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The files that a change does not touch and in which it may all the same bring a finding, end one, or make one louder. Paths are told from
 * the workspace folder.
 *
 * @param certain those in which a call comes to something else, or a function runs more or less often
 * @param byName those that import a class of which the change declares attributes otherwise, with the names of these: one that does not say any of
 *     them in its text is not affected
 */
public record AffectedFiles(Set<String> certain, Map<String, Set<String>> byName) {
  /** No file but those that the change touches. */
  private static final AffectedFiles NONE = new AffectedFiles(Set.of(), Map.of());

  /**
   * Looks for them.
   *
   * @param before the files before the change
   * @param after the files after it
   * @param edited the paths of the files that the change edits, in either version
   * @param hotPaths the hot paths in force
   * @param atOnce runs the parts of the search
   * @throws InterruptedException when {@code atOnce} does
   */
  public static AffectedFiles of(
    Surroundings before,
    Surroundings after,
    Set<String> edited,
    HotPaths hotPaths,
    AtOnce atOnce
  ) throws InterruptedException {
    if (before.equals(after)) {
      return NONE;
    }
    Set<String> certain = new TreeSet<>();
    atOnce.run(
      List.of(
        () -> before.heatByCalls(hotPaths).prepare(),
        () -> after.heatByCalls(hotPaths).prepare(),
        () -> certain.addAll(ChangedEffects.files(before.workspace(), after.workspace(), edited))
      )
    );
    certain.addAll(after.heatByCalls(hotPaths).filesThatDifferFrom(before.heatByCalls(hotPaths)));
    certain.removeAll(edited);
    return new AffectedFiles(certain, ChangedTypes.importers(before.workspace(), after.workspace(), edited));
  }

  /** Runs work that needs nothing of each other, on as many threads as there are, and waits for all of it. */
  @FunctionalInterface
  public interface AtOnce {
    /**
     * Runs all.
     *
     * @throws InterruptedException when the thread is interrupted meanwhile
     */
    void run(List<Runnable> work) throws InterruptedException;
  }
}
