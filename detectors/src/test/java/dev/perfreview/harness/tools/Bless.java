package dev.perfreview.harness.tools;

import dev.perfreview.analysis.AllRules;
import dev.perfreview.harness.Fixture;
import dev.perfreview.harness.FixtureCheck;
import dev.perfreview.harness.Project;
import dev.perfreview.harness.RuleFixtures;
import dev.perfreview.rule.Applicability;
import dev.perfreview.rule.RuleInfo;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code ./dev bless [RULE…]}: writes what the rules find now into their fixtures, and what their fixes make of them beside these. A
 * person reads the difference.
 */
final class Bless {

  private final Project project;
  private final PrintStream out;

  private Bless(Project project, PrintStream out) {
    this.project = project;
    this.out = out;
  }

  static int run(Project project, List<String> ids, PrintStream out) throws IOException {
    Bless bless = new Bless(project, out);
    for (String id : ids) {
      Dev.require(
        AllRules.infos()
          .stream()
          .anyMatch(rule -> rule.id().equals(id)),
        "bless [RULE…]",
        ids
      );
    }
    for (RuleInfo rule : AllRules.infos()) {
      if (ids.isEmpty() || ids.contains(rule.id())) {
        bless.bless(RuleFixtures.of(project, rule));
      }
    }
    return 0;
  }

  private void bless(RuleFixtures fixtures) throws IOException {
    for (Path file : fixtures.clean()) {
      // A finding in a clean file is the rule's error and must not be blessed.
      FixtureCheck check = new FixtureCheck(fixtures.rule(), Fixture.read(file));
      check.mismatches().forEach(mismatch -> out.println(mismatch.describe(check.fixture())));
    }
    for (Path file : fixtures.flags()) {
      FixtureCheck check = new FixtureCheck(fixtures.rule(), Fixture.read(file));
      write(file, check.fixture().render(check.foundMarkers()));
      String code = check.fixture().code();
      String safe = check.fixed(Applicability.SAFE);
      String all = check.fixed(Applicability.UNSAFE);
      String header = check.fixture().header();
      writeOrDelete(fixtures.fixedFile(file, Applicability.SAFE), header + safe, !safe.equals(code));
      writeOrDelete(fixtures.fixedFile(file, Applicability.UNSAFE), header + all, !all.equals(safe));
    }
  }

  private void writeOrDelete(Path file, String text, boolean wanted) throws IOException {
    if (wanted) {
      write(file, text);
    } else if (Files.deleteIfExists(file)) {
      out.println("deleted " + project.root().relativize(file));
    }
  }

  private void write(Path file, String text) throws IOException {
    if (!Files.exists(file) || !Files.readString(file).equals(text)) {
      Files.writeString(file, text);
      out.println("wrote " + project.root().relativize(file));
    }
  }
}
