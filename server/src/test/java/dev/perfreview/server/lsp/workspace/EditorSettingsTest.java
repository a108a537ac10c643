package dev.perfreview.server.lsp.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import dev.perfreview.analysis.AllRules;
import dev.perfreview.heat.Impact;
import dev.perfreview.rule.RuleInfo;
import dev.perfreview.server.configuration.Configuration;
import dev.perfreview.server.configuration.RuleLevels;
import dev.perfreview.server.configuration.Severity;
import dev.perfreview.server.lsp.client.Trace;
import dev.perfreview.syntax.Language;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EditorSettingsTest {

  private static final RuleInfo RULE = AllRules.find(Language.PYTHON, "list-pop-front").orElseThrow();
  private static final RuleInfo OTHER = AllRules.find(Language.RUST, "regex-per-call").orElseThrow();

  private static EditorSettings read(String json) {
    return EditorSettings.read(JsonParser.parseString(json));
  }

  @Test
  void nothingIsSetInAnEmptySection() {
    assertEquals(EditorSettings.NONE, read("{}"));
    assertEquals(EditorSettings.NONE, EditorSettings.read(null));
    assertEquals(Severity.ERROR, EditorSettings.NONE.asConfiguration().severityOf(RULE, Impact.SIGNIFICANT));
  }

  @Test
  void levelsCapRulesAndTurnThemOff() {
    Configuration configuration = read(
      "{ 'ruleLevels': { 'list-pop-front': 'information', 'regex-per-call': 'off' } }"
    ).asConfiguration();
    assertEquals(Severity.INFORMATION, configuration.severityOf(RULE, Impact.SIGNIFICANT));
    assertTrue(configuration.analysis().enabled().test(RULE));
    assertFalse(configuration.analysis().enabled().test(OTHER));
  }

  @Test
  void levelsThatAreNoneAreLeftOutAndRulesMayBeTheUsersOwn() {
    EditorSettings settings = read(
      "{ 'ruleLevels': { 'list-pop-front': 'loud', 'no-rule': 'off', 'regex-per-call': 'hint' } }"
    );
    assertEquals(Set.of("no-rule", "regex-per-call"), settings.ruleLevels().byRule().keySet());
    assertEquals(RuleLevels.NONE, read("{ 'ruleLevels': ['list-pop-front'] }").ruleLevels());
  }

  @Test
  void excludesFiles() {
    Configuration configuration = read("{ 'exclude': ['generated', '*_pb2.py'] }").asConfiguration();
    assertTrue(configuration.excludes("generated/a.py"));
    assertTrue(configuration.excludes("a/b_pb2.py"));
    assertFalse(configuration.excludes("a.py"));
    assertEquals(0, read("{ 'exclude': 'generated' }").exclude().size());
  }

  @Test
  void traceIsAWordOrAnObject() {
    assertEquals(Trace.VERBOSE, read("{ 'trace': 'verbose' }").trace());
    assertEquals(Trace.MESSAGES, read("{ 'trace': { 'server': 'messages' } }").trace());
    assertEquals(Trace.OFF, read("{ 'trace': { 'server': 'loud' } }").trace());
  }
}
