package dev.perfreview.server.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.util.FileUtils;

/**
 * A repository of two commits, packed as clones are: the code of a folder cut in half, then all of it. Only for the build, which trains the
 * cache of classes on a review of it; nothing else of the product writes into a repository.
 */
public final class TrainingRepository implements AutoCloseable {

  private static final String NAME = "perf-review";
  private static final String MAIL = "build@localhost";

  private final Path folder;

  /**
   * Makes it in a folder for temporary files.
   *
   * @param code a folder with code
   * @throws IOException when that is not possible
   */
  public TrainingRepository(Path code) throws IOException {
    folder = Files.createTempDirectory("perf-review-training");
    QuietSystem.install();
    try (
      Stream<Path> below = Files.walk(code);
      Git git = Git.init().setDirectory(folder.toFile()).setInitialBranch("main").call()
    ) {
      List<Path> files = below.filter(Files::isRegularFile).toList();
      for (int part : new int[] { 2, 1 }) {
        for (Path file : files) {
          List<String> lines = Files.readAllLines(file);
          Path copy = folder.resolve(code.relativize(file));
          Files.createDirectories(copy.getParent());
          Files.write(copy, lines.subList(0, lines.size() / part));
        }
        git.add().addFilepattern(".").call();
        git.commit().setMessage("Training").setAuthor(NAME, MAIL).setCommitter(NAME, MAIL).setSign(false).call();
      }
      var _ = git.gc().call();
    } catch (GitAPIException failure) {
      throw new IOException(failure);
    }
  }

  /** Its working tree. */
  public Path folder() {
    return folder;
  }

  /** Deletes it. */
  @Override
  public void close() throws IOException {
    FileUtils.delete(folder.toFile(), FileUtils.RECURSIVE | FileUtils.RETRY);
  }
}
