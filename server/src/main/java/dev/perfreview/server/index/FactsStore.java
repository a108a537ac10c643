package dev.perfreview.server.index;

import dev.perfreview.semantics.workspace.FactsPool;
import dev.perfreview.semantics.workspace.FileFacts;
import dev.perfreview.server.disk.FailureReason;
import dev.perfreview.server.scan.SourceFile;
import dev.perfreview.server.scan.UnreadableContentException;
import dev.perfreview.server.scan.UnreadableSourceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Gives the facts of the files of a workspace folder: those that were kept where the file has not changed since, else what is read off it. Lives
 * while a folder is indexed. Thread-safe.
 */
public final class FactsStore {

  /** A file that was written this short ago may be written again without its time changing. */
  private static final long UNSETTLED = TimeUnit.SECONDS.toNanos(2);

  private final @Nullable FactsFile file;
  private final Map<String, CachedFacts> kept;
  private final Map<String, CachedFacts> used = new ConcurrentHashMap<>();
  private final AtomicBoolean changed = new AtomicBoolean();
  private final FactsPool pool = new FactsPool();
  private final UnreadableFiles unreadable = new UnreadableFiles();

  private FactsStore(@Nullable FactsFile file) {
    this.file = file;
    this.kept = file == null ? Map.of() : file.read();
  }

  /** What was kept of a workspace folder, in the user's cache folder. */
  public static FactsStore of(Path workspaceFolder) {
    return new FactsStore(
      CacheFolder.path()
        .map(cache -> FactsFile.of(cache, workspaceFolder))
        .orElse(null)
    );
  }

  /** Keeps nothing. */
  public static FactsStore none() {
    return new FactsStore(null);
  }

  static FactsStore of(FactsFile file) {
    return new FactsStore(file);
  }

  /** What a file tells now; nothing when it cannot be read or understood. */
  public Optional<FileFacts> of(IndexedFile source) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(source.file(), BasicFileAttributes.class);
      long size = attributes.size();
      long modified = attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS);
      CachedFacts known = kept.get(source.path());
      if (known == null || !known.isOf(size, modified)) {
        changed.set(true);
        known = read(source, known, size, modified);
      }
      if (known == null) {
        return Optional.empty();
      }
      used.put(source.path(), known);
      return Optional.of(known.facts());
    } catch (IOException failure) {
      unreadable.add(source.file(), "cannot be read: " + FailureReason.of(failure));
      return Optional.empty();
    } catch (UnreadableContentException noSource) {
      // No code is kept from anybody here: whoever reviews the file is told.
      return Optional.empty();
    } catch (UnreadableSourceException reason) {
      unreadable.add(source.file(), String.valueOf(reason.getMessage()));
      return Optional.empty();
    }
  }

  /** The files that were asked for and could not be read. */
  public UnreadableFiles unreadable() {
    return unreadable;
  }

  private @Nullable CachedFacts read(IndexedFile source, @Nullable CachedFacts known, long size, long modified)
    throws UnreadableSourceException {
    SourceFile content = SourceFile.read(source.file());
    ContentHash hash = ContentHash.of(content.text());
    FileFacts facts =
      known != null && known.hash().equals(hash)
        ? known.facts()
        : SourceFacts.of(source.path(), source.language(), content.text()).map(pool::share).orElse(null);
    if (facts == null) {
      return null;
    }
    boolean settled = System.currentTimeMillis() * 1_000_000 - modified > UNSETTLED;
    return new CachedFacts(facts, size, settled ? modified : 0, hash);
  }

  /** Keeps the facts that were asked for, if they are not those that were kept already. */
  public void save() {
    if (file != null && (changed.get() || used.size() != kept.size())) {
      file.write(List.copyOf(used.values()));
    }
  }
}
