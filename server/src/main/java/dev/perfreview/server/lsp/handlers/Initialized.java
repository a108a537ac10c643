package dev.perfreview.server.lsp.handlers;

import dev.perfreview.server.configuration.ConfigurationLoader;
import dev.perfreview.server.lsp.changes.BaseWatch;
import dev.perfreview.server.lsp.session.Session;
import dev.perfreview.server.lsp.workspace.EditorSettings;
import dev.perfreview.syntax.Language;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.lsp4j.DidChangeWatchedFilesRegistrationOptions;
import org.eclipse.lsp4j.FileSystemWatcher;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.Registration;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** {@code initialized}: asks to hear of configuration files and settings, and brings the settings into force. */
public final class Initialized implements NotificationHandler<InitializedParams> {

  private static final String CONFIGURATION_FILES = "**/{" + String.join(",", ConfigurationLoader.fileNames()) + "}";

  /** A configuration file can extend one of any name. */
  private static final String EXTENDED_FILES = "**/*.toml";

  static final String SOURCE_FILES =
    "**/*.{" +
    Arrays.stream(Language.values())
      .flatMap(language -> language.extensions().stream())
      .collect(Collectors.joining(",")) +
    "}";

  @Override
  public void handle(Session session, InitializedParams parameters) {
    List<Registration> registrations = new ArrayList<>();
    if (session.features().watcherRegistration()) {
      List<FileSystemWatcher> watchers = Stream.concat(
        Stream.of(CONFIGURATION_FILES, EXTENDED_FILES, SOURCE_FILES),
        BaseWatch.watched().stream()
      )
        .map(glob -> new FileSystemWatcher(Either.forLeft(glob)))
        .toList();
      registrations.add(
        new Registration(
          "perf-review-files",
          "workspace/didChangeWatchedFiles",
          new DidChangeWatchedFilesRegistrationOptions(watchers)
        )
      );
    }
    if (session.features().configurationRegistration()) {
      registrations.add(
        new Registration(
          "perf-review-settings",
          "workspace/didChangeConfiguration",
          Map.of("section", EditorSettings.SECTION)
        )
      );
    }
    if (!registrations.isEmpty()) {
      session.outbox().send(() -> {
        var _ = session.client().registerCapability(new RegistrationParams(registrations));
      });
    }
    session.settings().everything();
  }
}
