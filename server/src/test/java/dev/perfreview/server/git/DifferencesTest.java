package dev.perfreview.server.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DifferencesTest {

  private static final String TEXT = "one\ntwo\nthree\nfour\nfive\nsix\n";

  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  Path folder;

  @AutoClose
  @SuppressWarnings("NullAway.Init") // set before each test
  private TestRepository files;

  @BeforeEach
  void makeRepository() throws GitAPIException, IOException {
    files = TestRepository.in(folder).write("a.py", TEXT).write(".gitignore", "build/\n").commit("first");
  }

  private List<FileDifference> since(String base, Version head) throws GitException {
    try (GitRepository repository = GitRepository.around(folder).orElseThrow()) {
      return Differences.between(repository, repository.commit(base), head);
    }
  }

  @Test
  void aCleanWorkingTreeDiffersInNothing() throws GitException {
    assertEquals(List.of(), since("HEAD", new Version.WorkingTree()));
  }

  @Test
  void theWorkingTreeHoldsEditedNewAndDeletedFilesButNoIgnoredOnes() throws GitException, IOException {
    files
      .write("a.py", TEXT + "seven\n")
      .write("sub/new.rs", "fn f() {}\n")
      .write("build/made.py", "x = 1\n");
    assertEquals(
      List.of(new FileDifference("a.py", "a.py", false), new FileDifference(null, "sub/new.rs", false)),
      since("HEAD", new Version.WorkingTree())
    );
    files.delete("a.py").delete("sub/new.rs");
    assertEquals(List.of(new FileDifference("a.py", null, false)), since("HEAD", new Version.WorkingTree()));
  }

  @Test
  void anIgnoredFileThatIsTrackedIsSeen() throws GitException, IOException, GitAPIException {
    files.write("vendored/a.py", "x = 1\n").commit("second").write(".gitignore", "vendored/\n").commit("third");
    files.write("vendored/a.py", "x = 2\n");
    assertEquals(
      List.of(new FileDifference("vendored/a.py", "vendored/a.py", false)),
      since("HEAD", new Version.WorkingTree())
    );
  }

  @Test
  void aRenamedFileIsFollowedAlsoWhenItChangedALittle() throws GitException, IOException, GitAPIException {
    files.delete("a.py").write("b.py", TEXT);
    assertEquals(List.of(new FileDifference("a.py", "b.py", true)), since("HEAD", new Version.WorkingTree()));
    files.write("b.py", TEXT.replace("two", "2")).commit("second");
    try (GitRepository repository = GitRepository.around(folder).orElseThrow()) {
      assertEquals(
        List.of(new FileDifference("a.py", "b.py", false)),
        Differences.between(repository, repository.commit("HEAD~1"), repository.commit("HEAD"))
      );
    }
  }

  @Test
  void whatIsStagedIsTakenFromTheIndex() throws GitException, IOException, GitAPIException {
    files
      .write("a.py", TEXT + "staged\n")
      .stage()
      .write("a.py", TEXT)
      .write("c.py", "x = 1\n");
    assertEquals(List.of(new FileDifference("a.py", "a.py", false)), since("HEAD", new Version.Staged()));
  }

  @Test
  void readingARepositoryLeavesNothingBehind() throws GitException, IOException {
    List<Path> before;
    try (var all = Files.walk(folder)) {
      before = all.sorted().toList();
    }
    files.write("a.py", TEXT + "seven\n");
    since("HEAD", new Version.WorkingTree());
    try (var all = Files.walk(folder)) {
      assertEquals(before, all.sorted().toList());
    }
  }

  @Test
  void theChangeStartsWhereTheBranchLeftMain() throws GitException, IOException, GitAPIException {
    files.branch("work").write("b.py", "x = 1\n").commit("work");
    files.checkOut("main").write("c.py", "x = 1\n").commit("main went on").checkOut("work");
    try (GitRepository repository = GitRepository.around(folder).orElseThrow()) {
      Version.Commit base = repository.mergeBaseWithMain();
      assertEquals(repository.commit("work~1").id(), base.id());
      assertTrue(base.name().startsWith("the merge base with `main` ("), base.name());
      assertEquals(List.of("work"), repository.messagesBetween(base, repository.commit("work")));
    }
  }

  @Test
  void withoutAMainBranchTheMessageSaysWhatToDo() throws GitException, GitAPIException {
    files.rename("trunk");
    try (GitRepository repository = GitRepository.around(folder).orElseThrow()) {
      GitException failure = assertThrows(GitException.class, repository::mergeBaseWithMain);
      assertTrue(String.valueOf(failure.getMessage()).contains("name the commit that the change starts from"));
    }
  }

  @Test
  void aCommitThatIsNotThereIsNamed() throws GitException {
    try (GitRepository repository = GitRepository.around(folder).orElseThrow()) {
      GitException failure = assertThrows(GitException.class, () -> repository.commit("nowhere"));
      assertTrue(String.valueOf(failure.getMessage()).startsWith("there is no commit `nowhere` in "));
    }
  }

  @Test
  void aFolderOutsideEveryRepositoryHasNone(@TempDir Path other) throws GitException {
    assertFalse(GitRepository.around(other.resolve("not/there")).isPresent());
  }
}
