package dev.perfreview.rule;

/** What a finding rests on, and so how loud it may become. */
public enum Certainty {
  /** The code shows it. */
  SHOWN,
  /** The code shows it, but only on lines that are known to be hot is it worth saying. */
  SHOWN_WHERE_HOT,
  /** The code shows it; on lines of which nobody knows that they are hot it is no louder than minor, for mostly nobody waits there. */
  SHOWN_QUIET_ELSEWHERE,
  /** The code shows it, but not that there is much of it, and mostly there is little: never louder than minor. */
  SMALL,
  /**
   * A convention of the field says it, where the code shows nothing to the contrary: worth saying on lines that are known to be hot, and no more than
   * minor there, for a person has to look.
   */
  PRESUMED,
  /** The same, where even once a request is not worth a word: told only on lines that run on each step or token. */
  PRESUMED_EACH_STEP,
}
