package dev.perfreview.server.lsp;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.eclipse.lsp4j.ConfigurationItem;
import org.eclipse.lsp4j.ConfigurationParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Registration;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.ShowDocumentParams;
import org.eclipse.lsp4j.ShowDocumentResult;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.WorkDoneProgressCreateParams;
import org.eclipse.lsp4j.services.LanguageClient;

/** Keeps whatever the server sends until a test asks for it. */
final class TestClient implements LanguageClient {

  final BlockingQueue<PublishDiagnosticsParams> diagnostics = new LinkedBlockingQueue<>();
  final BlockingQueue<MessageParams> log = new LinkedBlockingQueue<>();
  final BlockingQueue<List<ConfigurationItem>> questions = new LinkedBlockingQueue<>();
  final BlockingQueue<List<Registration>> registrations = new LinkedBlockingQueue<>();
  final BlockingQueue<ProgressParams> progress = new LinkedBlockingQueue<>();
  final BlockingQueue<MessageParams> messages = new LinkedBlockingQueue<>();
  final BlockingQueue<String> refreshes = new LinkedBlockingQueue<>();
  final BlockingQueue<String> shown = new LinkedBlockingQueue<>();
  final BlockingQueue<Object> unexpected = new LinkedBlockingQueue<>();

  /** Whether it does not matter which progress is left over. */
  volatile boolean progressDiscarded;

  /** What it answers when the server asks for settings. */
  volatile JsonElement settings = new JsonObject();

  @Override
  public CompletableFuture<List<Object>> configuration(ConfigurationParams question) {
    questions.add(question.getItems());
    return CompletableFuture.completedFuture(Collections.nCopies(question.getItems().size(), settings));
  }

  @Override
  public CompletableFuture<Void> registerCapability(RegistrationParams registration) {
    registrations.add(registration.getRegistrations());
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<Void> createProgress(WorkDoneProgressCreateParams token) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void notifyProgress(ProgressParams params) {
    progress.add(params);
  }

  @Override
  public void publishDiagnostics(PublishDiagnosticsParams published) {
    diagnostics.add(published);
  }

  @Override
  public void logMessage(MessageParams message) {
    log.add(message);
  }

  @Override
  public void telemetryEvent(Object event) {
    unexpected.add(event);
  }

  @Override
  public void showMessage(MessageParams message) {
    messages.add(message);
  }

  @Override
  public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams request) {
    unexpected.add(request);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<ShowDocumentResult> showDocument(ShowDocumentParams document) {
    shown.add(document.getUri());
    return CompletableFuture.completedFuture(new ShowDocumentResult(true));
  }

  @Override
  public CompletableFuture<Void> refreshDiagnostics() {
    refreshes.add("workspace/diagnostic/refresh");
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<Void> refreshCodeLenses() {
    refreshes.add("workspace/codeLens/refresh");
    return CompletableFuture.completedFuture(null);
  }

  /** What no test asked for; that code lenses are to be asked for again says little, and is left out. */
  List<Object> unconsumed() {
    return Stream.of(diagnostics, log, messages, questions, registrations, progress, refreshes, shown, unexpected)
      .<Object>flatMap(Collection::stream)
      .filter(message -> !message.equals("workspace/codeLens/refresh"))
      .filter(message -> !(progressDiscarded && message instanceof ProgressParams))
      .toList();
  }
}
