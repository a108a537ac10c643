package dev.perfreview.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perfreview.server.cli.Program.Run;
import dev.perfreview.server.git.TestRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reviews in repositories that are not in order, or not yet. */
class RepositoryStatesTest {

  private static final String SCHEDULER = "python/sglang/srt/managers/scheduler.py";

  private static final String POP = """
  class Scheduler:
      def __init__(self):
          self.waiting = []

      def run_batch(self):
          while self.waiting:
              self.waiting.pop(0).run()
  """;

  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  Path folder;

  @AutoClose
  @SuppressWarnings("NullAway.Init") // set before each test
  private TestRepository files;

  @BeforeEach
  void makeRepository() throws GitAPIException {
    files = TestRepository.in(folder);
  }

  private Run review(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "review";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return Program.run(folder, all);
  }

  @ParameterizedTest
  @ValueSource(strings = { "--staged", "--worktree", "--fail-on=significant" })
  void beforeTheFirstCommitAllIsNew(String option) throws IOException, GitAPIException {
    files.write(SCHEDULER, POP).stage();
    Run run = review(option);
    assertEquals("", run.err());
    assertEquals(1, run.status());
    assertTrue(run.out().contains("list-pop-front"), run.out());
    assertTrue(run.out().contains("the change from nothing to "), run.out());
  }

  @Test
  void anEmptyRepositoryBringsNothing() {
    Run run = review("--staged");
    assertEquals("", run.err());
    assertEquals(0, run.status());
  }

  @Test
  void whatIsInConflictIsNotStaged() throws IOException, GitAPIException {
    files
      .write(SCHEDULER, POP)
      .commit("first")
      .branch("work")
      .write(SCHEDULER, POP.replace("pop(0)", "pop()"))
      .commit("pop");
    files.checkOut("main").write(SCHEDULER, POP.replace("pop(0)", "popleft()")).commit("popleft").merge("work");
    files.write("other.py", "x = 1\n");
    Run run = review("--staged");
    assertEquals("perf-review: " + SCHEDULER + " has a merge conflict, and nothing of it is staged\n", run.err());
    assertEquals(2, run.status());
    assertFalse(run.out().contains(SCHEDULER + " new"), run.out());
    Run unsaved = review("--worktree");
    assertEquals(0, unsaved.status());
    assertTrue(unsaved.out().contains(SCHEDULER + " edited"), unsaved.out());
  }

  @Test
  void anEmptyPatchChangesNothing() throws IOException {
    Files.writeString(folder.resolve("none.patch"), "\n");
    Run run = review("--patch", "none.patch");
    assertEquals("", run.err());
    assertEquals(0, run.status());
    assertEquals(
      "perf-review: cannot read the patch " + folder.resolve("no.patch") + ": it does not exist\n",
      review("--patch", "no.patch").err()
    );
  }

  @Test
  void theMessageOfAUsersRuleIsAllThereIsToSay() throws IOException, GitAPIException {
    String rule = """
    [[rule]]
    id = "team-sleep"
    language = "python"
    message = "`{finding}` makes the path wait; schedule a timer"
    cost = "stall"
    query = '((call function: (attribute) @name) @finding (#eq? @name "time.sleep"))'
    """;
    files.write("perf-review.toml", rule).write(SCHEDULER, POP).commit("first");
    files.write(SCHEDULER, POP.replace("self.waiting.pop(0).run()", "time.sleep(1)"));
    Run brought = review("--format", "markdown");
    assertTrue(brought.out().contains("`time.sleep(1)` makes the path wait; schedule a timer."), brought.out());
    assertFalse(brought.out().contains("What to do"), brought.out());
    files.commit("sleep").write(SCHEDULER, POP);
    assertTrue(review("--worktree").out().contains("gone: significant: `time.sleep(1)` makes the path wait"));
  }
}
