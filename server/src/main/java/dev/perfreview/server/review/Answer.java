package dev.perfreview.server.review;

import java.util.List;

/**
 * What a review answers to one of its questions.
 *
 * @param question which
 * @param verdict the answer
 * @param evidence what it rests on: one sentence each, starting lower case or with code in backquotes
 */
public record Answer(Question question, Verdict verdict, List<String> evidence) {
  public Answer {
    evidence = List.copyOf(evidence);
  }

  /** The three answers. */
  public enum Verdict {
    /** It is so. */
    YES,
    /** Nothing of the kind was found in what was reviewed. */
    NO,
    /** What was reviewed does not tell. */
    UNKNOWN;

    /** The word in reports. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
