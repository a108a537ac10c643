package dev.perfreview.server.lsp.scan;

import dev.perfreview.analysis.Cancellation;
import dev.perfreview.analysis.Surroundings;
import dev.perfreview.server.disk.FailureReason;
import dev.perfreview.server.index.IndexedFile;
import dev.perfreview.server.lsp.diagnostics.DiagnosticMapper;
import dev.perfreview.server.lsp.diagnostics.ResultIds;
import dev.perfreview.server.lsp.document.DocumentAnalysis;
import dev.perfreview.server.lsp.document.DocumentReview;
import dev.perfreview.server.lsp.document.DocumentSnapshot;
import dev.perfreview.server.lsp.indexing.Indexer;
import dev.perfreview.server.lsp.workspace.Folder;
import dev.perfreview.server.lsp.workspace.Workspace;
import dev.perfreview.server.scan.SourceFile;
import dev.perfreview.server.scan.UnreadableSourceException;
import dev.perfreview.syntax.ParseTimeoutException;
import dev.perfreview.syntax.SyntaxTree;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reviews files as they are on the disk, and remembers what it found as long as nothing that it depends on changes. Thread-safe. */
final class ClosedFiles {

  private static final Logger LOG = LoggerFactory.getLogger(ClosedFiles.class);

  private final DocumentReview review;
  private final DiagnosticMapper mapper;
  private final ResultIds resultIds;
  private final Workspace workspace;
  private final Indexer indexer;
  private final Map<Path, Known> known = new ConcurrentHashMap<>();

  ClosedFiles(
    DocumentReview review,
    DiagnosticMapper mapper,
    ResultIds resultIds,
    Workspace workspace,
    Indexer indexer
  ) {
    this.review = review;
    this.mapper = mapper;
    this.resultIds = resultIds;
    this.workspace = workspace;
    this.indexer = indexer;
  }

  /**
   * What was found in a file, and what that depends on.
   *
   * @param size of the file
   * @param changed when the file was changed last
   * @param settings the revision of the settings
   * @param around the files around it; not kept alive for this
   * @param report what was found
   */
  private record Known(long size, long changed, long settings, WeakReference<Surroundings> around, FileReport report) {
    boolean holdsFor(BasicFileAttributes file, long revision, Surroundings surroundings) {
      return (
        size == file.size() &&
        changed == file.lastModifiedTime().toMillis() &&
        settings == revision &&
        around.refersTo(surroundings)
      );
    }
  }

  /**
   * Reviews a file.
   *
   * @return nothing when it cannot be read, or {@code cancellation} says that nobody wants to know any more
   */
  @Nullable
  FileReport review(Folder folder, IndexedFile file, Cancellation cancellation) {
    String uri = folder.uriOf(file.path());
    long revision = workspace.revision();
    Surroundings around = indexer.surroundingsOf(uri, workspace.configurationOf(uri).analysis().hotPaths());
    try {
      BasicFileAttributes attributes = Files.readAttributes(file.file(), BasicFileAttributes.class);
      Known last = known.get(file.file());
      if (last != null && last.holdsFor(attributes, revision, around)) {
        return last.report();
      }
      FileReport report = read(uri, file, cancellation);
      known.put(
        file.file(),
        new Known(
          attributes.size(),
          attributes.lastModifiedTime().toMillis(),
          revision,
          new WeakReference<>(around),
          report
        )
      );
      return report;
    } catch (UnreadableSourceException unreadable) {
      LOG.debug("{} is not reviewed: it {}", uri, unreadable.getMessage());
    } catch (IOException unreadable) {
      LOG.debug("{} is not reviewed: {}", uri, FailureReason.of(unreadable));
    } catch (CancellationException cancelled) {
      return null;
    } catch (ParseTimeoutException tooLong) {
      LOG.warn("{} cannot be reviewed: {}", uri, tooLong.getMessage());
    } catch (RuntimeException | StackOverflowError failure) {
      LOG.warn("{} cannot be reviewed", uri, failure);
    }
    known.remove(file.file());
    return null;
  }

  private FileReport read(String uri, IndexedFile file, Cancellation cancellation) throws UnreadableSourceException {
    DocumentSnapshot snapshot = new DocumentSnapshot(uri, file.language(), 0, SourceFile.read(file.file()).text());
    DocumentAnalysis analysis = review.analyze(
      snapshot,
      SyntaxTree.snapshotOf(file.language(), snapshot.text()),
      cancellation
    );
    return new FileReport(uri, resultIds.of(analysis), List.copyOf(mapper.diagnosticsOf(analysis)));
  }
}
