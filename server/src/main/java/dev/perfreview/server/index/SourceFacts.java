package dev.perfreview.server.index;

import dev.perfreview.analysis.WorkspaceIndex;
import dev.perfreview.semantics.workspace.FileFacts;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.ParseTimeoutException;
import dev.perfreview.syntax.SourceText;
import dev.perfreview.syntax.SyntaxTree;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads off texts what they tell other files. */
public final class SourceFacts {

  private static final Logger LOG = LoggerFactory.getLogger(SourceFacts.class);

  private SourceFacts() {}

  /** What a text tells as the file of a path; nothing when it cannot be understood, which the review of the file itself reports. */
  public static Optional<FileFacts> of(String path, Language language, SourceText text) {
    try {
      return Optional.of(WorkspaceIndex.factsOf(path, SyntaxTree.snapshotOf(language, text.string())));
    } catch (ParseTimeoutException tooLong) {
      LOG.warn("{} cannot be indexed: {}", path, tooLong.getMessage());
      return Optional.empty();
    } catch (RuntimeException | StackOverflowError failure) {
      // The other files are worth knowing all the same.
      LOG.warn("{} cannot be indexed", path, failure);
      return Optional.empty();
    }
  }
}
