package dev.perfreview.server.index;

import dev.perfreview.semantics.workspace.CompactReader;
import dev.perfreview.semantics.workspace.CompactWriter;
import dev.perfreview.semantics.workspace.FactsCodec;
import dev.perfreview.semantics.workspace.FileFacts;
import dev.perfreview.server.disk.FailureReason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32C;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The facts of a workspace folder on the disk: a mark, the version of the engine, a checksum of the rest, then the facts. What is not whole, or
 * was written by another engine, counts for nothing.
 */
final class FactsFile {

  private static final Logger LOG = LoggerFactory.getLogger(FactsFile.class);

  private static final long MARK = 0x50524656_46414354L;
  private static final int HEADER = 3 * Long.BYTES;

  /** The files that could not be written, and why: a server that indexes again and again says so once. */
  private static final Map<Path, String> REFUSED = new ConcurrentHashMap<>();

  private final Path file;
  private final long engine;

  /** The file of a workspace folder in a cache folder. */
  static FactsFile of(Path cache, Path workspaceFolder) {
    String name = ContentHash.of(workspaceFolder.toString()).hex().substring(0, 32) + CacheFolder.EXTENSION;
    return new FactsFile(cache.resolve(name), EngineVersion.current());
  }

  FactsFile(Path file, long engine) {
    this.file = file;
    this.engine = engine;
  }

  /** What was kept, by path; nothing when nothing was, or what was is of no use. */
  Map<String, CachedFacts> read() {
    try {
      byte[] bytes = Files.readAllBytes(file);
      if (!isWhole(bytes)) {
        return Map.of();
      }
      Map<String, CachedFacts> kept = decode(bytes);
      UnusedFacts.markAsUsed(file);
      return kept;
    } catch (NoSuchFileException first) {
      return Map.of();
    } catch (IOException | OutOfMemoryError unreadable) {
      LOG.info("{} is of no use, so the files are indexed anew: {}", file, unreadable.toString());
      return Map.of();
    }
  }

  private boolean isWhole(byte[] bytes) {
    if (bytes.length < HEADER) {
      return false;
    }
    ByteBuffer header = ByteBuffer.wrap(bytes);
    return header.getLong() == MARK && header.getLong() == engine && header.getLong() == checksum(bytes);
  }

  private static long checksum(byte[] bytes) {
    CRC32C sum = new CRC32C();
    sum.update(bytes, HEADER, bytes.length - HEADER);
    return sum.getValue() ^ ((long) bytes.length << Integer.SIZE);
  }

  private static Map<String, CachedFacts> decode(byte[] bytes) throws IOException {
    CompactReader in = new CompactReader(bytes, HEADER, bytes.length);
    Map<String, CachedFacts> all = new HashMap<>();
    for (int left = in.count(); left > 0; left--) {
      long size = in.number();
      long modified = in.number();
      ContentHash hash = ContentHash.of(in.bytes(ContentHash.BYTES));
      FileFacts facts = FactsCodec.read(in);
      all.put(facts.path(), new CachedFacts(facts, size, modified, hash));
    }
    if (!in.isAtEnd()) {
      throw new IOException("there is more than there should be");
    }
    return all;
  }

  /** Keeps facts in place of those that were kept. One that cannot be written is told in the log: it costs time, nothing else. */
  void write(Collection<CachedFacts> all) {
    CompactWriter out = new CompactWriter();
    out.number(all.size());
    for (CachedFacts cached : all) {
      out.number(cached.size());
      out.number(cached.modified());
      out.bytes(cached.hash().bytes());
      FactsCodec.write(cached.facts(), out);
    }
    byte[] body = out.toBytes();
    byte[] bytes = new byte[HEADER + body.length];
    System.arraycopy(body, 0, bytes, HEADER, body.length);
    ByteBuffer.wrap(bytes).putLong(MARK).putLong(engine).putLong(checksum(bytes));
    try {
      replace(bytes);
      REFUSED.remove(file);
    } catch (IOException failure) {
      String reason = FailureReason.of(failure);
      if (!reason.equals(REFUSED.put(file, reason))) {
        LOG.warn(
          "the index cannot be kept in {}, so the next start reads all files again: {}",
          file.getParent(),
          reason
        );
      }
    }
  }

  /** Whoever reads meanwhile sees the old file or the new one, never a part. */
  private void replace(byte[] bytes) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException("it has no folder");
    }
    Files.createDirectories(folder);
    Path written = Files.createTempFile(folder, "writing-", CacheFolder.UNFINISHED);
    try {
      Files.write(written, bytes);
      try {
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } catch (AtomicMoveNotSupportedException elsewhere) {
        Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      Files.deleteIfExists(written);
    }
    UnusedFacts.removeFrom(folder);
  }
}
