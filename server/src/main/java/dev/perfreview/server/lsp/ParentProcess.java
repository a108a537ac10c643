package dev.perfreview.server.lsp;

import org.jspecify.annotations.Nullable;

/** The process that started the server: when it dies without a word, nobody will ever stop the server but itself. */
final class ParentProcess {

  private ParentProcess() {}

  /**
   * Watches the client's process. One that does not exist here is not watched: a client in another container gives the number that its
   * process has there, and the end of its stream tells of its death.
   *
   * @param processId what {@code initialize} names, if anything
   * @param died run once after the process ended; the JDK looks every few seconds at processes that it did not start
   */
  static void watch(@Nullable Integer processId, Runnable died) {
    if (processId != null) {
      ProcessHandle.of(processId).ifPresent(parent -> {
        var _ = parent.onExit().thenRun(died);
      });
    }
  }
}
