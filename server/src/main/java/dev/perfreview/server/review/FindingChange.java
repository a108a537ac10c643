package dev.perfreview.server.review;

import dev.perfreview.heat.Impact;
import org.jspecify.annotations.Nullable;

/**
 * A finding and what the change does to it.
 *
 * @param state what
 * @param before the finding in the earlier version; nothing when it was not there
 * @param after the finding in the later version; nothing when it is gone
 */
public record FindingChange(State state, @Nullable LocatedFinding before, @Nullable LocatedFinding after) {
  /** What a change does to a finding. */
  public enum State {
    /** It was not there; or it is louder now, since the change makes its line run more often. */
    NEW,
    /** It is no more. */
    GONE,
    /** It was there and is there, no louder. */
    KNOWN,
  }

  /** A finding of the later version that was not there. */
  static FindingChange brought(LocatedFinding after) {
    return new FindingChange(State.NEW, null, after);
  }

  /** A finding of the earlier version that is not there any more. */
  static FindingChange ended(LocatedFinding before) {
    return new FindingChange(State.GONE, before, null);
  }

  /** A finding of both. */
  static FindingChange kept(LocatedFinding before, LocatedFinding after) {
    boolean louder = after.reported().impact().compareTo(before.reported().impact()) > 0;
    return new FindingChange(louder ? State.NEW : State.KNOWN, before, after);
  }

  /** The finding as it is now; as it was, when it is gone. */
  public LocatedFinding finding() {
    LocatedFinding known = after != null ? after : before;
    if (known == null) {
      throw new IllegalStateException("a finding of neither version");
    }
    return known;
  }

  /** How much it matters now; how much it did, when it is gone. */
  public Impact impact() {
    return finding().reported().impact();
  }

  /** Whether it was there before and the change makes it louder. */
  public boolean isLouder() {
    return state == State.NEW && before != null;
  }
}
