package dev.perfreview.server.review;

import dev.perfreview.analysis.AffectedFiles;
import dev.perfreview.analysis.Surroundings;
import dev.perfreview.analysis.WorkspaceIndex;
import dev.perfreview.heat.HotPaths;
import dev.perfreview.server.index.SourceFacts;
import dev.perfreview.server.scan.SideBySide;
import dev.perfreview.server.scan.SourceFile;
import dev.perfreview.server.scan.Target;
import dev.perfreview.server.scan.UnreadableSourceException;
import dev.perfreview.server.scan.WorkspaceFolder;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SourceText;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files of a workspace folder as they were before a change and as they are after it. */
final class FolderVersions {

  private final WorkspaceFolder folder;
  private final Map<Path, Target> files = new TreeMap<>();
  private final Map<Path, Optional<SourceText>> onTopOfDisk;
  private final Surroundings before;
  private final Surroundings after;
  private final Set<String> edited = new TreeSet<>();

  private FolderVersions(
    WorkspaceFolder folder,
    FolderFiles reviewed,
    List<Target> others,
    List<ChangedFile> changed,
    Map<Path, Optional<SourceText>> onTopOfDisk
  ) throws InterruptedException {
    this.folder = folder;
    reviewed.targets().forEach(target -> files.put(target.file(), target));
    others.forEach(target -> files.put(target.file(), target));
    this.onTopOfDisk = onTopOfDisk;
    WorkspaceIndex index = new WorkspaceIndex(reviewed.onDisk());
    for (Target target : others) {
      put(index, target.file(), onDisk(target.file()).orElse(null));
    }
    SideBySide.forEach(onTopOfDisk.entrySet(), entry -> put(index, entry.getKey(), entry.getValue().orElse(null)));
    after = index.surroundings();
    // The moved ones leave first, for another may have taken the place of one of them.
    for (ChangedFile file : changed) {
      if (file.after() != null) {
        put(index, file.after().file(), null);
      }
    }
    List<FileText> earlier = changed
      .stream()
      .flatMap(file -> Stream.ofNullable(file.before()))
      .toList();
    SideBySide.forEach(earlier, version -> put(index, version.file(), version.text()));
    before = index.surroundings();
    for (ChangedFile file : changed) {
      addPath(file.before());
      addPath(file.after());
    }
  }

  /**
   * Reads both versions.
   *
   * @param changed the files of the change in this folder
   * @param targets those of them that are reviewed
   * @param reviewed all files of the folder that are reviewed, if it is a project
   */
  static FolderVersions of(
    WorkspaceFolder folder,
    List<ChangedFile> changed,
    Change change,
    List<Target> targets,
    FolderFiles reviewed
  ) throws InterruptedException {
    Set<Path> known = reviewed.targets().stream().map(Target::file).collect(Collectors.toSet());
    List<Target> others = targets
      .stream()
      .filter(target -> !known.contains(target.file()))
      .toList();
    return new FolderVersions(folder, reviewed, others, changed, change.onTopOfDisk());
  }

  private void put(WorkspaceIndex index, Path file, @Nullable SourceText text) {
    if (!file.startsWith(folder.path())) {
      return;
    }
    String path = folder.pathOf(file);
    Optional<Language> language = Language.ofFileName(path);
    if (text == null || language.isEmpty()) {
      index.remove(path);
    } else {
      SourceFacts.of(path, language.get(), text).ifPresentOrElse(index::put, () -> index.remove(path));
    }
  }

  private void addPath(@Nullable FileText version) {
    if (version != null && version.file().startsWith(folder.path())) {
      edited.add(folder.pathOf(version.file()));
    }
  }

  /** The files around one before the change. */
  Surroundings before() {
    return before;
  }

  /** The files around one after it. */
  Surroundings after() {
    return after;
  }

  /**
   * A file that the change does not touch, as the later version has it.
   *
   * @return nothing when that version does not have it
   */
  private Optional<SourceText> textOf(Path file) {
    Optional<SourceText> later = onTopOfDisk.get(file);
    return later == null ? onDisk(file) : later;
  }

  private static Optional<SourceText> onDisk(Path file) {
    try {
      return Optional.of(SourceFile.read(file).text());
    } catch (UnreadableSourceException unreadable) {
      // What nobody can read has no finding, and the change has no part in it.
      return Optional.empty();
    }
  }

  /**
   * The files that the change does not touch and in which it may bring or end a finding all the same, with their texts, which are the same in both
   * versions.
   */
  Map<Target, SourceText> affected(HotPaths hotPaths) throws InterruptedException {
    AffectedFiles affected = AffectedFiles.of(before, after, edited, hotPaths, parts ->
      SideBySide.forEach(parts, Runnable::run)
    );
    Map<Target, SourceText> texts = new LinkedHashMap<>();
    affected.certain().forEach(path -> add(path, text -> true, texts));
    affected
      .byName()
      .forEach((path, names) -> add(path, text -> names.stream().anyMatch(text.string()::contains), texts));
    return texts;
  }

  private void add(String path, Predicate<SourceText> concerned, Map<Target, SourceText> texts) {
    Target target = files.get(folder.path().resolve(path));
    if (target != null) {
      textOf(target.file())
        .filter(concerned)
        .ifPresent(text -> texts.put(target, text));
    }
  }
}
