package dev.perfreview.server.index;

import dev.perfreview.analysis.WorkspaceIndex;
import dev.perfreview.semantics.workspace.FileFacts;
import dev.perfreview.server.scan.SourceFile;
import dev.perfreview.server.scan.UnreadableSourceException;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SourceText;
import dev.perfreview.syntax.SyntaxTree;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads off files on the disk what they tell others. */
final class SourceFacts {

  private static final Logger LOG = LoggerFactory.getLogger(SourceFacts.class);

  private SourceFacts() {}

  /** What a file tells; nothing when it cannot be read or understood, which the review of the file itself reports. */
  static Optional<FileFacts> of(IndexedFile file) {
    try {
      return of(file.path(), file.language(), SourceFile.read(file.file()).text());
    } catch (UnreadableSourceException unreadable) {
      return Optional.empty();
    }
  }

  /** What a text tells as the file of a path. */
  static Optional<FileFacts> of(String path, Language language, SourceText text) {
    try {
      return Optional.of(WorkspaceIndex.factsOf(path, SyntaxTree.snapshotOf(language, text.string())));
    } catch (RuntimeException | StackOverflowError failure) {
      // The other files are worth knowing all the same.
      LOG.warn("{} cannot be indexed", path, failure);
      return Optional.empty();
    }
  }
}
