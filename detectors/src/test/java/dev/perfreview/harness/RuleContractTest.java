package dev.perfreview.harness;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.perfreview.analysis.LanguageSupport;
import dev.perfreview.analysis.ReportedFinding;
import dev.perfreview.rule.Evidence;
import dev.perfreview.rule.Fix;
import dev.perfreview.rule.Rule;
import dev.perfreview.rule.RuleInfo;
import dev.perfreview.syntax.Grammar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What each rule declares of itself is complete and true, and no class of a rule is forgotten. */
class RuleContractTest {

  private final Project project = Project.current();

  @TestFactory
  Stream<DynamicTest> registriesListTheRulesInTheirFolder() {
    return LanguageSupport.all()
      .stream()
      .map(support ->
        dynamicTest(support.language().id(), () -> {
          List<String> registered = support
            .rules()
            .stream()
            .map(rule -> rule.getClass().getSimpleName())
            .toList();
          assertEquals(ruleClasses(support), registered.stream().sorted().toList(), "the registry and the folder");
          List<String> ids = support
            .rules()
            .stream()
            .map(rule -> rule.info().id())
            .toList();
          assertEquals(ids.stream().distinct().sorted().toList(), ids, "the registry is sorted by id");
        })
      );
  }

  @TestFactory
  Stream<DynamicTest> rulesDeclareThemselvesWell() {
    return LanguageSupport.all()
      .stream()
      .flatMap(support -> support.rules().stream())
      .filter(rule -> RulesUnderTest.all().contains(rule.info()))
      .map(rule -> dynamicTest(rule.info().language().id() + "/" + rule.info().id(), () -> assertDeclaration(rule)));
  }

  @TestFactory
  Stream<DynamicTest> rulesHaveFixturesAndSpeakWell() {
    return RulesUnderTest.all()
      .stream()
      .map(rule -> dynamicTest(rule.language().id() + "/" + rule.id(), () -> assertFixturesAndMessages(rule)));
  }

  private List<String> ruleClasses(LanguageSupport<?> support) throws IOException {
    String id = support.language().id();
    try (Stream<Path> files = Files.list(project.sources().resolve(id).resolve("rules"))) {
      return files
        .map(file -> file.getFileName().toString().replace(".java", ""))
        .filter(name -> isRule("dev.perfreview." + id + ".rules." + name))
        .sorted()
        .toList();
    }
  }

  private static boolean isRule(String className) {
    try {
      return Rule.class.isAssignableFrom(Class.forName(className));
    } catch (ClassNotFoundException notAClass) {
      return false;
    }
  }

  private static void assertDeclaration(Rule<?> rule) {
    RuleInfo info = rule.info();
    String className = Arrays.stream(info.id().split("-"))
      .map(word -> word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + word.substring(1))
      .collect(Collectors.joining());
    assertAll(
      () -> assertSame(info, rule.info(), "info() is the same object at each call"),
      () -> assertTrue(info.id().matches("[a-z]+(-[a-z]+)+"), "the id is kebab-case"),
      () -> assertFalse(info.id().matches("(use|avoid|no)-.*"), "the id names the pattern, not the advice"),
      () -> assertEquals(className, rule.getClass().getSimpleName(), "the class is named after the id"),
      () -> assertTrue(info.summary().matches("[a-z`][^\\n]*[^.]"), "the summary starts lower case, without full stop"),
      () -> assertFalse(info.kinds().isEmpty(), "the rule must say which nodes it wants to see")
    );
    for (String kind : info.kinds()) {
      assertFalse(Grammar.of(info.language()).kindsNamed(kind).isEmpty(), "the grammar has no kind " + kind);
    }
  }

  private void assertFixturesAndMessages(RuleInfo rule) {
    RuleFixtures fixtures = RuleFixtures.of(project, rule);
    String extension = rule.language().extensions().getFirst();
    assertTrue(Files.exists(fixtures.folder().resolve("flags." + extension)), "no flags." + extension);
    assertTrue(Files.exists(fixtures.folder().resolve("clean." + extension)), "no clean." + extension);
    for (Path file : fixtures.flags()) {
      new FixtureCheck(rule, Fixture.read(file)).findings().forEach(RuleContractTest::assertSpeaksWell);
    }
  }

  private static void assertSpeaksWell(ReportedFinding finding) {
    String message = finding.finding().message();
    assertTrue(
      message.matches("[a-z`][^\\n]*[^.!\\s]"),
      "a message starts lower case or with code and has no full stop: " + message
    );
    long quotes = message
      .chars()
      .filter(unit -> unit == '`')
      .count();
    assertTrue(quotes >= 2 && quotes % 2 == 0, "a message names code in backquotes: " + message);
    for (Evidence evidence : finding.finding().evidence()) {
      assertTrue(evidence.note().matches("[a-z`][^\\n]*[^.]"), "a note starts lower case: " + evidence.note());
    }
    for (Fix fix : finding.finding().fixes()) {
      assertTrue(fix.title().matches("[A-Z`][^\\n]*[^.]"), "a title starts with a capital letter: " + fix.title());
    }
  }
}
