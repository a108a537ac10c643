package dev.perfreview.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.perfreview.analysis.AnalysisSettings;
import dev.perfreview.harness.invariants.Invariants;
import dev.perfreview.harness.invariants.Subject;
import dev.perfreview.rule.RuleInfo;
import dev.perfreview.syntax.SourceText;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/** The engine keeps its promises on each fixture, under all rules, and on what is left of a fixture after someone typed in it. */
class RuleInvariantsTest {

  private static final int VARIANTS = 6;
  private static final int MUTATIONS = 3;

  private final Project project = Project.current();

  @TestFactory
  Stream<DynamicContainer> fixturesKeepTheInvariants() {
    return RulesUnderTest.each(rule ->
      filesOf(rule).map(file ->
        dynamicTest(file.getFileName().toString(), () -> {
          Fixture fixture = Fixture.read(file);
          assertKept(fixture, fixture.code());
        })
      )
    );
  }

  @TestFactory
  Stream<DynamicContainer> brokenVariantsOfFixturesKeepTheInvariants() {
    return RulesUnderTest.each(rule ->
      filesOf(rule).map(file ->
        dynamicTest(file.getFileName().toString(), () -> {
          Fixture fixture = Fixture.read(file);
          Random random = new Random(fixture.code().hashCode());
          for (int variant = 0; variant < VARIANTS; variant++) {
            String code = fixture.code();
            for (int i = 0; i <= variant % MUTATIONS; i++) {
              code = Mutation.any(random).apply(code, random);
            }
            assertKept(fixture, code);
          }
        })
      )
    );
  }

  private Stream<Path> filesOf(RuleInfo rule) {
    RuleFixtures fixtures = RuleFixtures.of(project, rule);
    return Stream.concat(fixtures.flags().stream(), fixtures.clean().stream());
  }

  private static void assertKept(Fixture fixture, String code) {
    Subject subject = new Subject(
      fixture.name(),
      fixture.path(),
      fixture.language(),
      new SourceText(code),
      AnalysisSettings.standard().forChange()
    );
    assertEquals(List.of(), Invariants.check(subject).violations(), code);
  }
}
