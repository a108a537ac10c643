package dev.perfreview.server.review;

import dev.perfreview.server.git.VersionedFiles;
import dev.perfreview.server.report.Report;
import dev.perfreview.server.scan.SourceFile;
import dev.perfreview.server.scan.UnreadableSourceException;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SourceText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Puts what an editor has not saved on top of a change that leads to the working tree: a text that differs from the base is a part of it. */
final class UnsavedTexts {

  private final Change saved;
  private final VersionedFiles base;
  private final TreeMap<Path, ChangedFile> sources = new TreeMap<>();
  private final TreeSet<String> paths;
  private final Map<Path, Optional<SourceText>> onTopOfDisk;
  private boolean applied;

  UnsavedTexts(Change saved, VersionedFiles base) {
    this.saved = saved;
    this.base = base;
    saved.sources().forEach(file -> sources.put(file.file(), file));
    paths = new TreeSet<>(saved.paths());
    onTopOfDisk = new HashMap<>(saved.onTopOfDisk());
  }

  Change applied(Map<Path, SourceText> texts) {
    texts.forEach(this::apply);
    return !applied
      ? saved
      : new Change(
          saved.root(),
          saved.base(),
          saved.head() + " with what is not saved yet",
          sources.values().stream().toList(),
          paths.stream().toList(),
          saved.messages(),
          onTopOfDisk,
          saved.problems()
        );
  }

  private void apply(Path file, SourceText text) {
    if (!file.startsWith(saved.root()) || Language.ofFileName(String.valueOf(file.getFileName())).isEmpty()) {
      return;
    }
    boolean onDisk = Files.exists(file);
    if (onDisk && text.string().equals(onDisk(file))) {
      return;
    }
    ChangedFile known = sources.get(file);
    String path = Report.nameFrom(saved.root(), file);
    FileText before = known != null ? known.before() : atBase(file, path);
    if (known == null && (onDisk ? before == null : isMovedAway(file))) {
      // Ignored by git; or the document of a file that lies elsewhere now.
      return;
    }
    applied = true;
    onTopOfDisk.put(file, Optional.of(text));
    if (before != null && before.file().equals(file) && before.text().string().equals(text.string())) {
      sources.remove(file);
      paths.remove(path);
    } else {
      sources.put(file, new ChangedFile(before, new FileText(file, text)));
      paths.add(path);
    }
  }

  private boolean isMovedAway(Path file) {
    return sources
      .values()
      .stream()
      .anyMatch(other -> other.isMoved() && other.before() != null && other.before().file().equals(file));
  }

  private @Nullable FileText atBase(Path file, String path) {
    try {
      return new FileText(file, base.textOf(path));
    } catch (UnreadableSourceException notThere) {
      return null;
    }
  }

  private static @Nullable String onDisk(Path file) {
    try {
      return SourceFile.read(file).text().string();
    } catch (UnreadableSourceException unreadable) {
      return null;
    }
  }
}
