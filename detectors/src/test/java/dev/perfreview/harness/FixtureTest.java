package dev.perfreview.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.perfreview.rule.Applicability;
import dev.perfreview.rule.RuleInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each rule finds in its fixtures what they mark and nothing else, and its fixes make of them what stands beside them. */
class FixtureTest {

  private final Project project = Project.current();

  @TestFactory
  Stream<DynamicContainer> findsWhatIsMarkedAndNothingElse() {
    return RulesUnderTest.each(rule -> {
      RuleFixtures fixtures = RuleFixtures.of(project, rule);
      return Stream.concat(fixtures.flags().stream(), fixtures.clean().stream()).map(file ->
        dynamicTest(file.getFileName().toString(), () -> assertAsMarked(rule, file))
      );
    });
  }

  @TestFactory
  Stream<DynamicContainer> fixesMakeTheFixedFiles() {
    return RulesUnderTest.each(rule ->
      RuleFixtures.of(project, rule)
        .flags()
        .stream()
        .map(file -> dynamicTest(file.getFileName().toString(), () -> assertFixed(rule, file)))
    );
  }

  @TestFactory
  Stream<DynamicTest> declaresTheFixesThatItOffers() {
    return RulesUnderTest.all()
      .stream()
      .map(rule -> dynamicTest(rule.language().id() + "/" + rule.id(), () -> assertDeclaredFixes(rule)));
  }

  private static void assertAsMarked(RuleInfo rule, Path file) {
    Fixture fixture = Fixture.read(file);
    FixtureCheck check = new FixtureCheck(rule, fixture);
    assertEquals(List.of(), check.analyze().failures());
    List<Mismatch> mismatches = check.mismatches();
    if (!mismatches.isEmpty()) {
      fail(
        mismatches
          .stream()
          .map(mismatch -> mismatch.describe(fixture))
          .collect(Collectors.joining("\n", "\n", "\n(`./dev bless " + rule.id() + "` rewrites the markers)"))
      );
    }
    boolean mustFire = file.getFileName().toString().startsWith("flags");
    assertEquals(mustFire, !fixture.markers().isEmpty(), mustFire ? "has no marker" : "is to be clean but has markers");
  }

  private void assertFixed(RuleInfo rule, Path file) throws IOException {
    FixtureCheck check = new FixtureCheck(rule, Fixture.read(file));
    String code = check.fixture().code();
    String safe = check.fixed(Applicability.SAFE);
    String all = check.fixed(Applicability.UNSAFE);
    RuleFixtures fixtures = RuleFixtures.of(project, rule);
    assertFile(fixtures.fixedFile(file, Applicability.SAFE), check, code, safe);
    assertFile(fixtures.fixedFile(file, Applicability.UNSAFE), check, safe, all);
  }

  private static void assertFile(Path file, FixtureCheck check, String before, String after) throws IOException {
    String bless = " (`./dev bless " + check.rule().id() + "` writes it)";
    if (after.equals(before)) {
      assertFalse(Files.exists(file), file.getFileName() + " is there, but no fix makes it");
    } else {
      assertTrue(Files.exists(file), file.getFileName() + " is missing" + bless);
      assertEquals(Files.readString(file), check.fixture().header() + after, file.getFileName() + bless);
    }
  }

  private void assertDeclaredFixes(RuleInfo rule) {
    List<Boolean> fixable = RuleFixtures.of(project, rule)
      .flags()
      .stream()
      .flatMap(file -> new FixtureCheck(rule, Fixture.read(file)).findings().stream())
      .map(finding -> !finding.finding().fixes().isEmpty())
      .toList();
    switch (rule.fixes()) {
      case NONE -> assertFalse(fixable.contains(true), "declares NONE but offers a fix");
      case ALWAYS -> assertFalse(fixable.contains(false), "declares ALWAYS but has a finding without a fix");
      case SOMETIMES -> assertTrue(
        fixable.contains(true) && fixable.contains(false),
        "declares SOMETIMES: its flags must show a finding with a fix and one without"
      );
    }
  }
}
