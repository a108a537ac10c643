package dev.perfreview.server.lsp.session;

import dev.perfreview.analysis.AnalysisResult;
import dev.perfreview.analysis.AnalysisSettings;
import dev.perfreview.analysis.Cancellation;
import dev.perfreview.syntax.SyntaxSnapshot;

/** How a file is analysed: {@link dev.perfreview.analysis.Analyzer#analyze} but in tests. */
@FunctionalInterface
public interface FileAnalyzer {
  /**
   * Reviews one file.
   *
   * @param path the file's path from its workspace folder
   * @throws java.util.concurrent.CancellationException when {@code cancellation} says so
   */
  AnalysisResult analyze(String path, SyntaxSnapshot syntax, AnalysisSettings settings, Cancellation cancellation);
}
