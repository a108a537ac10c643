package dev.perfreview.server.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.perfreview.heat.HeatAssessment;
import dev.perfreview.rule.Finding;
import dev.perfreview.rule.RuleInfo;
import dev.perfreview.server.configuration.Severity;
import dev.perfreview.server.report.merge.PartialReport;
import dev.perfreview.server.report.merge.ReportMerge;
import dev.perfreview.syntax.SourceText;
import dev.perfreview.syntax.TextRange;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What no shards of one program in one folder show: other rules, other folders. */
class SarifMergeTest {

  private static PartialReport report(String name, Path folder, RuleInfo... rules) throws IOException {
    List<FileReport.Item> items = new ArrayList<>();
    for (RuleInfo rule : rules) {
      items.add(
        new FileReport.Item(
          SampleReport.reported(rule, Finding.at(new TextRange(0, 1), "slow"), HeatAssessment.UNLISTED),
          Severity.WARNING,
          rule.id()
        )
      );
    }
    FileReport file = new FileReport(folder.resolve(name), folder, new SourceText("x\n"), items);
    Report report = new Report(folder, List.of(file), List.of(), 1, 0, 0, 0);
    SarifReport format = new SarifReport("1.2.3", List.of(rules), rule -> SampleReport.DOCUMENT);
    return new PartialReport(name, JsonParser.parseString(ReportFormatsTest.write(format, report)).getAsJsonObject());
  }

  private static JsonObject merge(PartialReport... parts) throws IOException {
    JsonObject merged = ReportMerge.of(List.of(parts));
    StringBuilder text = new StringBuilder();
    ReportMerge.write(merged, text);
    SarifReportTest.assertFollowsSchema(text.toString());
    return merged.getAsJsonArray("runs").get(0).getAsJsonObject();
  }

  @Test
  void eachRuleStandsOnceAndResultsPointAtTheirs() throws IOException {
    JsonObject run = merge(
      report("b.py", SampleReport.FOLDER, SampleReport.POP, SampleReport.CONCATENATION),
      report("a.py", SampleReport.FOLDER, SampleReport.NEEDLESS, SampleReport.CONCATENATION)
    );
    JsonArray rules = run.getAsJsonObject("tool").getAsJsonObject("driver").getAsJsonArray("rules");
    assertEquals(3, rules.size());
    List<String> found = new ArrayList<>();
    for (JsonElement element : run.getAsJsonArray("results")) {
      JsonObject result = element.getAsJsonObject();
      assertEquals(result.get("ruleId"), rules.get(result.get("ruleIndex").getAsInt()).getAsJsonObject().get("id"));
      found.add(uriOf(result) + " " + result.get("ruleId").getAsString());
    }
    assertEquals(
      List.of(
        "a.py needless-string",
        "a.py string-concat-in-loop",
        "b.py list-pop-front",
        "b.py string-concat-in-loop"
      ),
      found
    );
  }

  @Test
  void aResultStaysInTheFolderThatItWasFoundIn() throws IOException {
    JsonObject run = merge(
      report("a.py", Path.of("/one"), SampleReport.POP),
      report("a.py", Path.of("/two"), SampleReport.POP),
      report("b.py", Path.of("/one"), SampleReport.POP)
    );
    JsonObject bases = run.getAsJsonObject("originalUriBaseIds");
    assertEquals(2, bases.size());
    List<String> found = new ArrayList<>();
    for (JsonElement element : run.getAsJsonArray("results")) {
      JsonObject result = element.getAsJsonObject();
      String base = fileOf(result).get("uriBaseId").getAsString();
      found.add(bases.getAsJsonObject(base).get("uri").getAsString() + uriOf(result));
    }
    assertEquals(List.of("file:///one/a.py", "file:///one/b.py", "file:///two/a.py"), found);
  }

  private static String uriOf(JsonObject result) {
    return fileOf(result).get("uri").getAsString();
  }

  private static JsonObject fileOf(JsonObject result) {
    return result
      .getAsJsonArray("locations")
      .get(0)
      .getAsJsonObject()
      .getAsJsonObject("physicalLocation")
      .getAsJsonObject("artifactLocation");
  }
}
