package dev.perfreview.server.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Holds the report to the table of GitLab's documents: each of these members is required, and no fingerprint stands twice. */
class GitLabReportTest {

  private static final Set<String> SEVERITIES = Set.of("info", "minor", "major", "critical", "blocker");

  @Test
  void eachIssueHasWhatGitLabRequires() throws IOException {
    Set<String> fingerprints = new HashSet<>();
    for (JsonElement element : write(SampleReport.report())) {
      JsonObject issue = element.getAsJsonObject();
      assertEquals(Set.of("description", "check_name", "fingerprint", "severity", "location"), issue.keySet());
      assertFalse(issue.get("description").getAsString().isBlank());
      assertTrue(SEVERITIES.contains(issue.get("severity").getAsString()));
      assertTrue(fingerprints.add(issue.get("fingerprint").getAsString()));
      JsonObject location = issue.getAsJsonObject("location");
      assertFalse(location.get("path").getAsString().startsWith("/"), "relative to the repository");
      assertFalse(location.get("path").getAsString().startsWith("./"), "GitLab matches the path as Git has it");
      assertTrue(location.getAsJsonObject("lines").get("begin").getAsInt() > 0);
    }
    assertEquals(4, fingerprints.size(), "three findings and a file that could not be read");
  }

  @Test
  void withoutFindingsItIsAnEmptyListAndNotAnEmptyFile() throws IOException {
    assertEquals(0, write(SampleReport.empty()).size());
  }

  private static JsonArray write(Report report) throws IOException {
    return JsonParser.parseString(ReportFormatsTest.write(new GitLabReport(), report)).getAsJsonArray();
  }
}
