package dev.perfreview.server.lsp;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.services.LanguageClient;

/** Keeps whatever the server sends until a test asks for it. */
final class TestClient implements LanguageClient {

  final BlockingQueue<PublishDiagnosticsParams> diagnostics = new LinkedBlockingQueue<>();
  final BlockingQueue<MessageParams> log = new LinkedBlockingQueue<>();
  final BlockingQueue<Object> unexpected = new LinkedBlockingQueue<>();

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
    unexpected.add(message);
  }

  @Override
  public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams request) {
    unexpected.add(request);
    return CompletableFuture.completedFuture(null);
  }

  /** What no test asked for. */
  List<Object> unconsumed() {
    return List.of(List.copyOf(diagnostics), List.copyOf(log), List.copyOf(unexpected));
  }
}
