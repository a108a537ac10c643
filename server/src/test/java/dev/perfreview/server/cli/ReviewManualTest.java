package dev.perfreview.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.perfreview.server.cli.Program.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The reports that the readmes show are those that the program makes; with {@code -Dperfreview.bless=true} they are written anew. */
class ReviewManualTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final String BEGIN = "<!-- report -->\n";
  private static final String END = "<!-- /report -->\n";

  private static String report(String format) {
    Run run = Program.run(ROOT, "review", "--patch", "examples/change.patch", "--format", format);
    assertEquals("", run.err());
    assertEquals(0, run.status());
    return run.out();
  }

  private static void assertShows(Path document, String report) throws IOException {
    String text = Files.readString(document);
    int begin = text.indexOf(BEGIN) + BEGIN.length();
    int end = text.indexOf(END, begin);
    if (Boolean.getBoolean("perfreview.bless")) {
      Files.writeString(document, text.substring(0, begin) + report + text.substring(end));
      return;
    }
    assertEquals(report, text.substring(begin, end), () -> document + " shows another report");
  }

  @Test
  void theManualShowsTheReportInMarkdown() throws IOException {
    // The report's title stands below a heading of the manual.
    String below = report("markdown").replaceAll("(?m)^#", "###");
    assertShows(ROOT.resolve("docs/review.md"), below);
  }

  @Test
  void theReadmeShowsTheReportOfATerminal() throws IOException {
    assertShows(ROOT.resolve("README.md"), "```\n" + report("text") + "```\n");
  }

  @Test
  void jsonFollowsThePublishedSchema() throws IOException {
    String json = report("json");
    assertEquals(List.of(), errors(json));
    assertFalse(errors(json.replace("\"state\": \"gone\"", "\"state\": \"lost\"")).isEmpty());
  }

  private static List<String> errors(String json) throws IOException {
    Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(
      Files.readString(ROOT.resolve("docs/review.schema.json")),
      InputFormat.JSON
    );
    return schema.validate(json, InputFormat.JSON).stream().map(Object::toString).toList();
  }
}
