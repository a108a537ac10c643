package dev.perfreview.server.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.ConfigurationItem;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Registration;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.WorkspaceFoldersChangeEvent;
import org.junit.jupiter.api.Test;

class SettingsTest {

  private static final String URI = TestSession.FOLDER + "/srt/a.py";
  private static final String TEXT = "slow()\ndull()\n";

  @Test
  void areAskedForBeforeAnythingIsReviewed() {
    try (TestSession session = asked("{ \"maxSeverity\": \"warning\", \"minimumImpact\": \"minor\" }")) {
      session.open(URI, TEXT);
      PublishDiagnosticsParams published = session.awaitDiagnostics();
      assertEquals(1, published.getDiagnostics().size());
      assertEquals(DiagnosticSeverity.Warning, published.getDiagnostics().getFirst().getSeverity());
      List<ConfigurationItem> items = session.client.questions.remove();
      assertEquals(List.of("perfReview", "perfReview"), items.stream().map(ConfigurationItem::getSection).toList());
      assertEquals(TestSession.FOLDER, items.get(1).getScopeUri());
    }
  }

  @Test
  void areAskedForAgainWhenTheyChange() {
    try (TestSession session = asked("{ \"enable\": false }")) {
      session.open(URI, TEXT);
      assertEquals(List.of(), session.awaitDiagnostics().getDiagnostics());
      session.client.questions.remove();
      session.client.settings = JsonParser.parseString("{ \"enable\": true }");
      session.server.getWorkspaceService().didChangeConfiguration(new DidChangeConfigurationParams(Map.of()));
      PublishDiagnosticsParams again = session.awaitDiagnostics();
      assertEquals(2, again.getDiagnostics().size());
      assertEquals(1, again.getVersion());
      session.client.questions.remove();
    }
  }

  @Test
  void thatAreNoneAreSaidAndTheDefaultHolds() {
    try (TestSession session = asked("{ \"minimumImpact\": \"huge\", \"enable\": null, \"maxSeverity\": [] }")) {
      assertTrue(
        session.awaitLog().getMessage().contains("perfReview.minimumImpact is \"huge\"; it must be one of negligible,")
      );
      assertEquals(MessageType.Warning, session.awaitLog().getType());
      session.client.questions.remove();
      session.open(URI, TEXT);
      assertEquals(2, session.awaitDiagnostics().getDiagnostics().size());
    }
  }

  @Test
  void excludeFiles() {
    try (TestSession session = asked("{ \"exclude\": [\"srt\", \"{\", 1] }")) {
      assertTrue(
        session.awaitLog().getMessage().startsWith("the setting perfReview.exclude has \"{\", which is no glob")
      );
      assertTrue(session.awaitLog().getMessage().endsWith("it must be an array of globs"));
      session.client.questions.remove();
      session.open(URI, TEXT);
      assertEquals(0, session.awaitDiagnostics().getDiagnostics().size());
    }
  }

  @Test
  void arePushedByAClientThatCannotBeAsked() {
    try (TestSession session = TestSession.greeted()) {
      session.open(URI, TEXT);
      assertEquals(2, session.awaitDiagnostics().getDiagnostics().size());
      session.server
        .getWorkspaceService()
        .didChangeConfiguration(
          new DidChangeConfigurationParams(Map.of("perfReview", Map.of("minimumImpact", "significant")))
        );
      assertEquals(1, session.awaitDiagnostics().getDiagnostics().size());
    }
  }

  @Test
  void sayHowMuchOfTheLogIsShown() {
    showsTheLog("{ \"trace\": \"verbose\" }");
    showsTheLog("{ \"trace\": { \"server\": \"verbose\" } }");
  }

  private static void showsTheLog(String settings) {
    try (TestSession session = asked(settings)) {
      assertEquals("settings of 1 folders are in force", session.awaitLog().getMessage());
      session.open(URI, TEXT);
      assertEquals(2, session.awaitDiagnostics().getDiagnostics().size());
      MessageParams logged = session.awaitLog();
      assertEquals(MessageType.Log, logged.getType());
      assertTrue(logged.getMessage().startsWith("version 1 of srt/a.py has 2 findings"), logged.getMessage());
      session.client.questions.remove();
    }
  }

  @Test
  void areRegisteredForWhereTheClientAllowsIt() {
    try (
      TestSession session = TestSession.greeted(
        new SlowCalls(),
        Capabilities.of(
          """
          { "workspace": {
              "didChangeConfiguration": { "dynamicRegistration": true },
              "didChangeWatchedFiles": { "dynamicRegistration": true } } }
          """
        )
      )
    ) {
      List<Registration> registrations = session.awaitRegistrations();
      assertEquals(
        List.of("workspace/didChangeWatchedFiles", "workspace/didChangeConfiguration"),
        registrations.stream().map(Registration::getMethod).toList()
      );
      String watchers = registrations.getFirst().getRegisterOptions().toString();
      for (String file : List.of("perf-review.toml", ".perf-review.toml", "pyproject.toml", "Cargo.toml")) {
        assertTrue(watchers.contains(file), watchers);
      }
    }
  }

  @Test
  void changedFoldersChangePaths() {
    try (TestSession session = TestSession.greeted()) {
      session.open(URI, "slow()");
      assertEquals("`slow` blocks; runs in srt/a.py", messageOf(session.awaitDiagnostics()));
      session.server
        .getWorkspaceService()
        .didChangeWorkspaceFolders(
          new DidChangeWorkspaceFoldersParams(
            new WorkspaceFoldersChangeEvent(
              List.of(new WorkspaceFolder(TestSession.FOLDER + "/srt/", "srt")),
              List.of()
            )
          )
        );
      assertEquals("`slow` blocks; runs in a.py", messageOf(session.awaitDiagnostics()));
      session.server
        .getWorkspaceService()
        .didChangeWorkspaceFolders(
          new DidChangeWorkspaceFoldersParams(
            new WorkspaceFoldersChangeEvent(
              List.of(),
              List.of(
                new WorkspaceFolder(TestSession.FOLDER + "/srt/", "srt"),
                new WorkspaceFolder(TestSession.FOLDER, "workspace")
              )
            )
          )
        );
      assertEquals("`slow` blocks; runs in /workspace/srt/a.py", messageOf(session.awaitDiagnostics()));
    }
  }

  private static String messageOf(PublishDiagnosticsParams published) {
    return published.getDiagnostics().getFirst().getMessage().getLeft();
  }

  private static TestSession asked(String settings) {
    TestSession session = new TestSession(new SlowCalls());
    session.client.settings = JsonParser.parseString(settings);
    session.initialize(Capabilities.of("{ \"workspace\": { \"configuration\": true } }"));
    return session;
  }
}
