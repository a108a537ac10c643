package dev.perfreview.server.scan;

import dev.perfreview.syntax.Language;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds the Python and Rust files of a folder. */
public final class SourceFiles {

  /** Folders of other people's or made code, wherever they stand. */
  private static final Set<String> FOREIGN = Set.of("node_modules", "__pycache__");

  /** What a folder holds that is a virtual environment (PEP 405), or a cache (bford.info/cachedir), as Cargo's target folders are. */
  private static final List<String> MARKS_OF_FOREIGN = List.of("pyvenv.cfg", "CACHEDIR.TAG");

  private SourceFiles() {}

  /**
   * The files below a folder in the order of their paths. Left out is what git ignores, what {@code excluded} says, hidden files and folders, virtual
   * environments, build output, and links, which may lead in circles.
   *
   * @param folder absolute; itself never left out
   * @param excluded whether the configuration excludes a path
   * @param unreadable takes each folder that cannot be listed
   */
  public static List<Path> below(Path folder, Predicate<Path> excluded, UnreadableFolders unreadable)
    throws IOException {
    List<Path> found = new ArrayList<>();
    Files.walkFileTree(folder, new Walk(folder, excluded, unreadable, found));
    found.sort(null);
    return found;
  }

  /** Whether {@link #below} finds a file, when it is there. */
  public static boolean isBelow(Path folder, Path file, Predicate<Path> excluded) {
    GitIgnore ignored = GitIgnore.in(folder);
    Path place = folder;
    Path relative = folder.relativize(file);
    for (int part = 0; part < relative.getNameCount() - 1; part++) {
      place = place.resolve(relative.getName(part));
      if (skips(place, ignored, excluded)) {
        return false;
      }
      ignored = ignored.enter(place);
    }
    return wants(file, ignored, excluded);
  }

  private static boolean skips(Path folder, GitIgnore ignored, Predicate<Path> excluded) {
    String name = nameOf(folder);
    return (
      name.startsWith(".") ||
      FOREIGN.contains(name) ||
      MARKS_OF_FOREIGN.stream().anyMatch(mark -> Files.exists(folder.resolve(mark))) ||
      (name.equals("target") && Files.exists(folder.resolveSibling("Cargo.toml"))) ||
      ignored.ignores(folder, true) ||
      excluded.test(folder)
    );
  }

  private static boolean wants(Path file, GitIgnore ignored, Predicate<Path> excluded) {
    String name = nameOf(file);
    return (
      Language.ofFileName(name).isPresent() &&
      !name.startsWith(".") &&
      !ignored.ignores(file, false) &&
      !excluded.test(file)
    );
  }

  private static String nameOf(Path path) {
    return String.valueOf(path.getFileName());
  }

  /** Told of folders that cannot be listed. */
  @FunctionalInterface
  public interface UnreadableFolders {
    /** The folder and what went wrong. */
    void accept(Path folder, IOException failure);
  }

  private static final class Walk extends SimpleFileVisitor<Path> {

    private final Path root;
    private final Predicate<Path> excluded;
    private final UnreadableFolders unreadable;
    private final List<Path> found;
    private final Deque<GitIgnore> ignored = new ArrayDeque<>();

    private Walk(Path root, Predicate<Path> excluded, UnreadableFolders unreadable, List<Path> found) {
      this.root = root;
      this.excluded = excluded;
      this.unreadable = unreadable;
      this.found = found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      if (folder.equals(root)) {
        ignored.push(GitIgnore.in(folder));
        return FileVisitResult.CONTINUE;
      }
      if (skips(folder, ignored.element(), excluded)) {
        return FileVisitResult.SKIP_SUBTREE;
      }
      ignored.push(ignored.element().enter(folder));
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isRegularFile() && wants(file, ignored.element(), excluded)) {
        found.add(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path path, IOException failure) {
      unreadable.accept(path, failure);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) {
      ignored.pop();
      if (failure != null) {
        unreadable.accept(folder, failure);
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
