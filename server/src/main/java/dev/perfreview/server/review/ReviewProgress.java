package dev.perfreview.server.review;

/** Told how far a review has come; what it throws, a {@link java.util.concurrent.CancellationException} say, gives the review up. */
public interface ReviewProgress {
  /** For whom nobody waits. */
  ReviewProgress NONE = new ReviewProgress() {
    @Override
    public void start(String phase, int files) {
      // Nobody looks.
    }

    @Override
    public void advance() {
      // Nobody looks.
    }
  };

  /**
   * The next part of the work begins.
   *
   * @param phase what is done, in one word
   * @param files with how many files
   */
  void start(String phase, int files);

  /** One more file is done. Called from any thread. */
  void advance();
}
