package dev.perfreview.server.review;

import dev.perfreview.server.git.FileDifference;
import dev.perfreview.server.git.FilePatch;
import dev.perfreview.server.git.GitException;
import dev.perfreview.server.scan.Outcome;
import dev.perfreview.server.scan.SourceFile;
import dev.perfreview.server.scan.UnreadableSourceException;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SourceText;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the change that a patch makes to the files on the disk, which stay as they are. */
public final class PatchChange {

  private PatchChange() {}

  /**
   * Reads it.
   *
   * @param patch a unified diff, as {@code git diff} or {@code diff -u} writes it; blank when nothing differs
   * @param name how a report names it
   * @param root the folder that its paths are told from
   * @throws GitException when it is no such diff, or does not fit the files
   */
  public static Change of(byte[] patch, String name, Path root) throws GitException {
    List<FilePatch> files = FilePatch.allOf(patch);
    boolean isBlank = new String(patch, StandardCharsets.UTF_8).isBlank();
    if (files.isEmpty() && !isBlank) {
      throw new GitException(name + " holds no unified diff");
    }
    List<ChangedFile> sources = new ArrayList<>();
    List<String> paths = new ArrayList<>();
    List<Outcome.Problem> problems = new ArrayList<>();
    Map<Path, Optional<SourceText>> onTopOfDisk = new HashMap<>();
    for (FilePatch file : files) {
      FileDifference difference = file.difference();
      String before = difference.before();
      String after = difference.after();
      String path = difference.path();
      paths.add(path);
      if (Language.ofFileName(path).isEmpty()) {
        continue;
      }
      Path was = before == null ? null : within(root, before);
      Path is = after == null ? null : within(root, after);
      try {
        FileText earlier = was == null ? null : read(was);
        FileText later = is == null ? null : patched(file, earlier, is);
        sources.add(new ChangedFile(earlier, later));
        if (earlier != null) {
          onTopOfDisk.put(earlier.file(), Optional.empty());
        }
        if (later != null) {
          onTopOfDisk.put(later.file(), Optional.of(later.text()));
        }
      } catch (UnreadableSourceException unreadable) {
        problems.add(new Outcome.Problem(root.resolve(path), String.valueOf(unreadable.getMessage())));
      }
    }
    return new Change(root, "the files as they are", name, sources, paths, List.of(), onTopOfDisk, problems);
  }

  /** A patch may come from anybody: none of its paths leads out of the folder. */
  private static Path within(Path root, String path) throws GitException {
    Path file = root.resolve(path).normalize();
    if (!file.startsWith(root)) {
      throw new GitException("the patch names `" + path + "`, which lies outside " + root);
    }
    return file;
  }

  private static FileText read(Path file) throws UnreadableSourceException {
    return new FileText(file, SourceFile.read(file).text());
  }

  private static FileText patched(FilePatch patch, @Nullable FileText earlier, Path file) throws GitException {
    String text = earlier == null ? "" : earlier.text().string();
    return new FileText(file, new SourceText(patch.apply(text)));
  }
}
