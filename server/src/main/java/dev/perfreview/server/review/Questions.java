package dev.perfreview.server.review;

import dev.perfreview.rule.Concern;
import dev.perfreview.rule.RuleInfo;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which of the things that change-only rules found in a file are put to the author of a change. The rules tell all places, so that a comment
 * that silences one brings up no other; a person wants to be asked once a function.
 */
final class Questions {

  private final List<LocatedFinding> gone;
  private final Set<Thing> lockedBefore;
  private final Set<Place> asked = new HashSet<>();

  /**
   * None asked yet.
   *
   * @param known findings of the later version that were there before
   * @param gone findings of the earlier version that are no more
   */
  Questions(List<LocatedFinding> known, List<LocatedFinding> gone) {
    this.gone = gone;
    this.lockedBefore = known.stream().filter(Questions::isOfLock).map(Thing::of).collect(Collectors.toSet());
  }

  /**
   * Whether what was not there before is a question: the first of its function, and not where it takes the place of something of the same
   * kind that is gone, as a faster library does, or takes a lock once more that the function takes anyway.
   */
  boolean areRaisedBy(LocatedFinding finding) {
    boolean lockedAnyway = isOfLock(finding) && lockedBefore.contains(Thing.of(finding));
    return !lockedAnyway && !takesAPlace(finding) && asked.add(Place.of(finding));
  }

  private boolean takesAPlace(LocatedFinding finding) {
    return gone
      .stream()
      .filter(other -> other.function().equals(finding.function()))
      .anyMatch(other -> !Collections.disjoint(ruleOf(other).concerns(), ruleOf(finding).concerns()));
  }

  private static boolean isOfLock(LocatedFinding finding) {
    return ruleOf(finding).changeOnly() && ruleOf(finding).concerns().contains(Concern.LOCK);
  }

  private static RuleInfo ruleOf(LocatedFinding finding) {
    return finding.reported().rule();
  }

  private record Place(String rule, String function) {
    static Place of(LocatedFinding finding) {
      return new Place(ruleOf(finding).id(), finding.function());
    }
  }

  private record Thing(Place place, String code) {
    static Thing of(LocatedFinding finding) {
      return new Thing(Place.of(finding), finding.code());
    }
  }
}
