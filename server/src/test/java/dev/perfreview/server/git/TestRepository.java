package dev.perfreview.server.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;

/** A repository that a test fills, on the branch {@code main}. */
public final class TestRepository implements AutoCloseable {

  private final Git git;
  private final Path root;

  private TestRepository(Git git, Path root) {
    this.git = git;
    this.root = root;
  }

  /** A new one in an empty folder. */
  public static TestRepository in(Path folder) throws GitAPIException {
    QuietSystem.install();
    return new TestRepository(Git.init().setDirectory(folder.toFile()).setInitialBranch("main").call(), folder);
  }

  /** Writes a file, and the folders that it needs. */
  public TestRepository write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return this;
  }

  /** Removes a file. */
  public TestRepository delete(String path) throws IOException {
    Files.delete(root.resolve(path));
    return this;
  }

  /** Stages all files as they are. */
  public TestRepository stage() throws GitAPIException {
    git.add().addFilepattern(".").call();
    git.add().addFilepattern(".").setUpdate(true).call();
    return this;
  }

  /** Commits all files as they are. */
  public TestRepository commit(String message) throws GitAPIException {
    stage();
    git
      .commit()
      .setMessage(message)
      .setAuthor("A", "a@example.org")
      .setCommitter("A", "a@example.org")
      .setSign(false)
      .call();
    return this;
  }

  /** Makes a branch and checks it out. */
  public TestRepository branch(String name) throws GitAPIException {
    git.checkout().setCreateBranch(true).setName(name).call();
    return this;
  }

  /** Checks a branch out. */
  public TestRepository checkOut(String name) throws GitAPIException {
    git.checkout().setName(name).call();
    return this;
  }

  /** Renames the branch that is checked out. */
  public TestRepository rename(String name) throws GitAPIException {
    git.branchRename().setNewName(name).call();
    return this;
  }

  /** Merges a branch as far as that goes without a person. */
  public TestRepository merge(String name) throws GitAPIException, IOException {
    var _ = git
      .merge()
      .include(git.getRepository().exactRef("refs/heads/" + name))
      .call();
    return this;
  }

  /** Packs all that is committed, as clones are. */
  public TestRepository pack() throws GitAPIException {
    var _ = git.gc().setPrunePreserved(false).call();
    return this;
  }

  @Override
  public void close() {
    git.close();
  }
}
