package dev.perfreview.server.lsp;

import dev.perfreview.analysis.Cancellation;
import dev.perfreview.server.configuration.Configuration;
import dev.perfreview.server.lsp.session.FileAnalyzer;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxTree;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Walks the way of the first document once with a small text, on a thread of its own, while client and server greet each other: native
 * libraries are loaded and bound, the rules' classes initialised and the hot paths read before the first document needs them.
 */
final class WarmUp {

  private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

  /** Until the first document has its diagnostics: the second language, which it may not need, must not take its processor. */
  private static final Duration AFTER_FIRST_DOCUMENT = Duration.ofSeconds(1);

  private static final String PYTHON = """
  class Server:
      def run(self):
          while self.queue:
              item = self.queue.pop(0)
              print("item " + str(item))
  """;
  private static final String RUST = """
  impl Server {
      fn run(&mut self) -> usize {
          let mut total = 0;
          for item in &self.items { total += item.len(); }
          total
      }
  }
  """;

  private WarmUp() {}

  /** Starts to warm up. */
  static void start(FileAnalyzer analyzer) {
    Thread.ofPlatform()
      .name("perf-review-warm-up")
      .daemon()
      .start(() -> {
        warm(Language.PYTHON, PYTHON, analyzer);
        try {
          Thread.sleep(AFTER_FIRST_DOCUMENT);
        } catch (InterruptedException ended) {
          return;
        }
        warm(Language.RUST, RUST, analyzer);
      });
  }

  private static void warm(Language language, String text, FileAnalyzer analyzer) {
    try {
      analyzer.analyze(
        "warm-up." + language.extensions().getFirst(),
        SyntaxTree.snapshotOf(language, text),
        Configuration.standard().analysis(),
        Cancellation.NEVER
      );
    } catch (RuntimeException | LinkageError failure) {
      LOG.warn("{} cannot be reviewed", language.id(), failure);
    }
  }
}
