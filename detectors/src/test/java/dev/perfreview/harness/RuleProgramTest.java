package dev.perfreview.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.perfreview.rule.Applicability;
import dev.perfreview.rule.RuleInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** A safe fix keeps the meaning: a program of each rule that has one prints the same before and after it. */
class RuleProgramTest {

  private final Project project = Project.current();

  @TempDir
  private Path temporary = Path.of("");

  @TestFactory
  Stream<DynamicTest> safeFixesKeepWhatAProgramPrints() {
    return RulesUnderTest.all()
      .stream()
      // The engine's own fixes change comments only.
      .filter(rule -> !rule.kinds().isEmpty() && hasSafeFix(rule))
      .map(rule -> dynamicTest(rule.language().id() + "/" + rule.id(), () -> assertPrintsTheSame(rule)));
  }

  private boolean hasSafeFix(RuleInfo rule) {
    RuleFixtures fixtures = RuleFixtures.of(project, rule);
    return (
      Files.exists(fixtures.program()) ||
      fixtures
        .flags()
        .stream()
        .anyMatch(file -> Files.exists(fixtures.fixedFile(file, Applicability.SAFE)))
    );
  }

  private void assertPrintsTheSame(RuleInfo rule) throws IOException, InterruptedException {
    Path file = RuleFixtures.of(project, rule).program();
    assertTrue(Files.exists(file), file.getFileName() + " is missing: the rule has safe fixes");
    FixtureCheck check = new FixtureCheck(rule, Fixture.read(file));
    String before = check.fixture().code();
    String after = check.fixed(Applicability.SAFE);
    assertNotEquals(before, after, "the rule has no safe fix for its program");
    String printed = new Program(rule.language(), before).run(folder(rule, "before"));
    assertFalse(printed.isBlank(), "the program prints nothing that could be compared");
    assertEquals(printed, new Program(rule.language(), after).run(folder(rule, "after")), after);
  }

  private Path folder(RuleInfo rule, String name) throws IOException {
    return Files.createDirectories(temporary.resolve(rule.language().id()).resolve(rule.id()).resolve(name));
  }
}
