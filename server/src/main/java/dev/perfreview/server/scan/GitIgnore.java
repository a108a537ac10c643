package dev.perfreview.server.scan;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.eclipse.jgit.ignore.IgnoreNode;
import org.jspecify.annotations.Nullable;

/** What git would ignore in one folder: the rules of its {@code .gitignore} over those of the folders around it. Immutable. */
final class GitIgnore {

  private final @Nullable GitIgnore outer;
  private final Path folder;
  private final IgnoreNode rules;

  private GitIgnore(@Nullable GitIgnore outer, Path folder, IgnoreNode rules) {
    this.outer = outer;
    this.folder = folder;
    this.rules = rules;
  }

  /** The rules in force in an absolute folder: from the root of its repository down; only its own outside a repository. */
  static GitIgnore in(Path folder) {
    Deque<Path> fromRoot = new ArrayDeque<>();
    @Nullable
    Path root = folder;
    while (root != null && !Files.exists(root.resolve(".git"))) {
      fromRoot.push(root);
      root = root.getParent();
    }
    if (root == null) {
      return new GitIgnore(null, folder, read(folder.resolve(".gitignore")));
    }
    GitIgnore rules = new GitIgnore(null, root, read(root.resolve(".git/info/exclude"))).enter(root);
    for (Path below : fromRoot) {
      rules = rules.enter(below);
    }
    return rules;
  }

  /** The rules in force in a folder below this one. */
  GitIgnore enter(Path below) {
    Path file = below.resolve(".gitignore");
    return Files.isRegularFile(file) ? new GitIgnore(this, below, read(file)) : this;
  }

  /** Whether a file or folder is ignored; the folders around it are not looked at, for nobody walks into an ignored one. */
  boolean ignores(Path path, boolean isFolder) {
    for (
      @Nullable
      GitIgnore level = this;
      level != null;
      level = level.outer
    ) {
      if (!level.rules.getRules().isEmpty()) {
        String relative = WorkspaceFolder.withSlashes(level.folder.relativize(path));
        @Nullable
        Boolean ignored = level.rules.checkIgnored(relative, isFolder);
        if (ignored != null) {
          return ignored;
        }
      }
    }
    return false;
  }

  private static IgnoreNode read(Path file) {
    IgnoreNode rules = new IgnoreNode();
    if (Files.isRegularFile(file)) {
      try (InputStream content = Files.newInputStream(file)) {
        rules.parse(file.toString(), content);
      } catch (IOException unreadable) {
        // As git does: what cannot be read ignores nothing.
        return new IgnoreNode();
      }
    }
    return rules;
  }
}
