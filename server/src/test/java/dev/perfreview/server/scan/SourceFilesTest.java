package dev.perfreview.server.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFilesTest {

  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  Path folder;

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private List<String> below(String start) throws IOException {
    List<Path> unlisted = new ArrayList<>();
    Path root = folder.resolve(start).normalize();
    Predicate<Path> excluded = path -> path.endsWith("excluded.py");
    List<Path> found = SourceFiles.below(root, excluded, (path, failure) -> unlisted.add(path));
    assertEquals(List.of(), unlisted);
    try (Stream<Path> all = Files.walk(root)) {
      List<Path> one = all
        .filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
        .filter(path -> SourceFiles.isBelow(root, path, excluded))
        .sorted()
        .toList();
      assertEquals(found, one, "file by file");
    }
    return found
      .stream()
      .map(path -> folder.relativize(path).toString().replace('\\', '/'))
      .toList();
  }

  @Test
  void takesSourcesInTheOrderOfTheirPathsAndLeavesOutTheRest() throws IOException {
    for (String name : new String[] {
      "b.py",
      "a/z.rs",
      "a/stub.pyi",
      "a.txt",
      "excluded.py",
      ".hidden.py",
      ".venv/x.py",
      "node_modules/x.py",
      "a/__pycache__/x.py",
      "env/x.py",
      "env/pyvenv.cfg",
      "cache/x.rs",
      "cache/CACHEDIR.TAG",
      "crate/Cargo.toml",
      "crate/target/x.rs",
      "crate/src/lib.rs",
      "speculative/target/model.py",
    }) {
      write(name, "");
    }
    assertEquals(List.of("a/stub.pyi", "a/z.rs", "b.py", "crate/src/lib.rs", "speculative/target/model.py"), below(""));
  }

  @Test
  void leavesOutWhatGitIgnores() throws IOException {
    Files.createDirectory(folder.resolve(".git"));
    write(".git/info/exclude", "local.py\n");
    write(".gitignore", "*_pb2.py\n/build/\n# a comment\ndocs/**/x.py\n!keep_pb2.py\nspace\\ \n");
    write("pkg/.gitignore", "generated.py\n!a_pb2.py\n");
    for (String name : new String[] {
      "a_pb2.py",
      "keep_pb2.py",
      "local.py",
      "build/x.py",
      "docs/x.py",
      "docs/deep/er/x.py",
      "pkg/build/x.py",
      "pkg/generated.py",
      "pkg/sub/generated.py",
      "pkg/a_pb2.py",
      "pkg/b_pb2.py",
      "generated.py",
    }) {
      write(name, "");
    }
    assertEquals(List.of("generated.py", "keep_pb2.py", "pkg/a_pb2.py", "pkg/build/x.py"), below(""));
    assertEquals(List.of("pkg/a_pb2.py", "pkg/build/x.py"), below("pkg"));
  }

  @Test
  void anIgnoredFolderThatIsNamedIsReviewed() throws IOException {
    Files.createDirectory(folder.resolve(".git"));
    write(".gitignore", "/vendored/\n");
    write("vendored/x.py", "");
    assertEquals(List.of("vendored/x.py"), below("vendored"));
  }

  @Test
  void theWorkspaceFolderIsThatOfTheRepositoryOrTheConfiguration() throws IOException {
    Path start = folder.resolve("repository/crates/llm/src");
    Files.createDirectories(start);
    assertEquals(folder, WorkspaceFolder.around(start, folder).path());
    assertEquals(start, WorkspaceFolder.around(start, folder.resolve("elsewhere")).path());
    write("repository/crates/llm/Cargo.toml", "");
    write("repository/Cargo.toml", "");
    assertEquals(folder.resolve("repository"), WorkspaceFolder.around(start, folder).path());
    Files.createDirectory(folder.resolve(".git"));
    assertEquals(folder, WorkspaceFolder.around(start.resolve("lib.rs"), folder).path());
    write("repository/crates/perf-review.toml", "");
    WorkspaceFolder configured = WorkspaceFolder.around(start, folder);
    assertEquals(folder.resolve("repository/crates"), configured.path());
    assertEquals("llm/src/lib.rs", configured.pathOf(start.resolve("lib.rs")));
  }
}
