package dev.perfreview.harness;

/** A difference between what a fixture expects and what is found in it. */
public sealed interface Mismatch {
  /** The place that it is about. */
  Marker marker();

  /** What is the matter, for a person. */
  String explanation();

  /**
   * Something is found that no marker expects.
   *
   * @param marker what is found
   * @param message the finding's message
   */
  record Noisy(Marker marker, String message) implements Mismatch {
    @Override
    public String explanation() {
      return "noisy: not marked, but found: " + message;
    }
  }

  /**
   * A marker expects what is not found.
   *
   * @param marker what is expected
   */
  record Missing(Marker marker) implements Mismatch {
    @Override
    public String explanation() {
      return "missing: marked, but not found";
    }
  }

  /**
   * What a marker expects is found, with another impact.
   *
   * @param marker what is found
   * @param expected the impact that the marker expects
   * @param message the finding's message
   */
  record Wrong(Marker marker, String expected, String message) implements Mismatch {
    @Override
    public String explanation() {
      return "wrong: marked " + expected + ", but found " + marker.impact() + ": " + message;
    }
  }

  /** The place with its code and the explanation. */
  default String describe(Fixture fixture) {
    String code = fixture.code().lines().skip(marker().start().line()).findFirst().orElse("");
    return """
    %s, line %d of the code: %s
      %s
      %s""".formatted(
      fixture.name(),
      marker().start().line() + 1,
      explanation(),
      code,
      marker().format(fixture.language(), code)
    );
  }
}
