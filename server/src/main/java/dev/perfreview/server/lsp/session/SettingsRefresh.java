package dev.perfreview.server.lsp.session;

import com.google.gson.JsonObject;
import dev.perfreview.server.lsp.client.ClientFeatures;
import dev.perfreview.server.lsp.client.ClientLog;
import dev.perfreview.server.lsp.concurrency.Lane;
import dev.perfreview.server.lsp.concurrency.Outbox;
import dev.perfreview.server.lsp.diagnostics.ConfigurationDiagnostics;
import dev.perfreview.server.lsp.document.Positions;
import dev.perfreview.server.lsp.workspace.ClientSettings;
import dev.perfreview.server.lsp.workspace.EditorSettings;
import dev.perfreview.server.lsp.workspace.Folder;
import dev.perfreview.server.lsp.workspace.Workspace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.lsp4j.ConfigurationItem;
import org.eclipse.lsp4j.ConfigurationParams;
import org.eclipse.lsp4j.services.LanguageClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the settings up to the editor and to the configuration files: asks the client for its own where it can be asked, reads the
 * files off the reader thread, and has everything open reviewed again.
 */
public final class SettingsRefresh {

  private static final Logger LOG = LoggerFactory.getLogger(SettingsRefresh.class);

  /** A client that says it can be asked, and never answers, must not keep documents from being reviewed. */
  private static final int ANSWER_SECONDS = 5;

  private final LanguageClient client;
  private final ClientFeatures features;
  private final Outbox outbox;
  private final Workspace workspace;
  private final ClientLog log;
  private final ConfigurationDiagnostics diagnostics;
  private final Runnable reviewAgain;
  private final Lane files;
  /** Those that were told of; written by the lane. */
  private final Set<String> unknownRules = new HashSet<>();
  private final AtomicInteger questions = new AtomicInteger();
  private final CompletableFuture<Void> known = new CompletableFuture<>();

  /**
   * For one session; nothing happens yet.
   *
   * @param reviewAgain run after other settings came into force
   */
  SettingsRefresh(
    LanguageClient client,
    ClientFeatures features,
    Outbox outbox,
    Workspace workspace,
    ClientLog log,
    Executor workers,
    Runnable reviewAgain
  ) {
    this.client = client;
    this.features = features;
    this.outbox = outbox;
    this.workspace = workspace;
    this.log = log;
    this.diagnostics = new ConfigurationDiagnostics(client, outbox, new Positions(features.positionEncoding()));
    this.reviewAgain = reviewAgain;
    this.files = new Lane(workers, this::loadFiles);
  }

  /** Asks the client for its settings, if it can be asked, and reads the configuration files. */
  public void everything() {
    if (!features.configurationPull()) {
      filesOnly();
      return;
    }
    int question = questions.incrementAndGet();
    List<Folder> folders = workspace.folders().all();
    List<ConfigurationItem> items = new ArrayList<>();
    items.add(itemOf(null));
    folders.forEach(folder -> items.add(itemOf(folder.uri())));
    outbox.send(() -> {
      var _ = client
        .configuration(new ConfigurationParams(items))
        .orTimeout(ANSWER_SECONDS, TimeUnit.SECONDS)
        .whenComplete((answer, failure) -> {
          if (question == questions.get()) {
            take(folders, answer, failure);
          }
        });
    });
  }

  /** Takes settings that the client sends before it can be asked, in its {@code initializationOptions}. */
  void announced(@Nullable Object settings) {
    if (settings instanceof JsonObject json && json.has(EditorSettings.SECTION)) {
      take(ClientSettings.everywhere(EditorSettings.read(json.get(EditorSettings.SECTION))));
    }
  }

  /** Takes settings that the client sends unasked, {@code {"perfReview": {...}}}, and reads the configuration files. */
  public void pushed(@Nullable Object settings) {
    announced(settings);
    filesOnly();
  }

  /** Reads the configuration files, with what is known of the client's settings. */
  public void filesOnly() {
    files.request();
  }

  private static ConfigurationItem itemOf(@Nullable String folder) {
    ConfigurationItem item = new ConfigurationItem();
    item.setSection(EditorSettings.SECTION);
    item.setScopeUri(folder);
    return item;
  }

  private void take(List<Folder> folders, @Nullable List<Object> answer, @Nullable Throwable failure) {
    if (answer == null || answer.size() != folders.size() + 1) {
      String reason = failure == null ? "" : ": " + failure.getMessage();
      LOG.warn("the client does not answer with its settings, so the last ones stay in force{}", reason);
    } else {
      // Most folders have the same settings: what is wrong with them is said once.
      Map<Object, EditorSettings> read = new HashMap<>();
      Map<Folder, EditorSettings> byFolder = new HashMap<>();
      for (int index = 0; index < folders.size(); index++) {
        byFolder.put(folders.get(index), read.computeIfAbsent(answer.get(index + 1), EditorSettings::read));
      }
      take(new ClientSettings(read.computeIfAbsent(answer.getFirst(), EditorSettings::read), byFolder));
    }
    filesOnly();
  }

  private void take(ClientSettings settings) {
    log.show(settings.global().trace());
    workspace.change(settings);
  }

  private void loadFiles() {
    try {
      workspace.load();
      diagnostics.publish(workspace.problems());
      workspace.unknownRules().forEach((id, suggestion) -> {
        if (unknownRules.add(id)) {
          LOG.warn("the setting {}.ruleLevels names {}, which is no rule{}", EditorSettings.SECTION, id, suggestion);
        }
      });
      LOG.info("settings of {} folders are in force", workspace.folders().all().size());
    } catch (RuntimeException failure) {
      LOG.error("the configuration cannot be read; the last settings stay in force", failure);
    }
    reviewAgain.run();
    known.complete(null);
  }

  /** Ends when the settings are known for the first time. */
  CompletableFuture<Void> known() {
    return known.copy();
  }
}
