package dev.perfreview.server.lsp.client;

import com.google.gson.reflect.TypeToken;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.ConfigurationParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.ShowDocumentParams;
import org.eclipse.lsp4j.ShowDocumentResult;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.WorkDoneProgressCreateParams;
import org.eclipse.lsp4j.jsonrpc.Endpoint;
import org.eclipse.lsp4j.jsonrpc.json.JsonRpcMethod;
import org.eclipse.lsp4j.services.LanguageClient;
import org.jspecify.annotations.Nullable;

/** The client at the other end. LSP4J can make one by reflection, for which the VM spins classes at each start; these are the messages that we send. */
public final class RemoteClient implements LanguageClient {

  private static final String SHOW_MESSAGE_REQUEST = "window/showMessageRequest";
  private static final String SHOW_DOCUMENT = "window/showDocument";
  private static final String REGISTER = "client/registerCapability";
  private static final String CONFIGURATION = "workspace/configuration";
  private static final String CREATE_PROGRESS = "window/workDoneProgress/create";
  private static final String REFRESH_DIAGNOSTICS = "workspace/diagnostic/refresh";
  private static final String REFRESH_CODE_LENSES = "workspace/codeLens/refresh";

  /** What the client's answers are to be read as. */
  public static final Map<String, JsonRpcMethod> METHODS = methods();

  private final Endpoint endpoint;

  /** The client behind an endpoint. */
  public RemoteClient(Endpoint endpoint) {
    this.endpoint = endpoint;
  }

  private static Map<String, JsonRpcMethod> methods() {
    Map<String, JsonRpcMethod> methods = new HashMap<>();
    for (String method : List.of(REGISTER, CREATE_PROGRESS, REFRESH_DIAGNOSTICS, REFRESH_CODE_LENSES)) {
      methods.put(method, JsonRpcMethod.request(method, Void.class));
    }
    methods.put(SHOW_MESSAGE_REQUEST, JsonRpcMethod.request(SHOW_MESSAGE_REQUEST, MessageActionItem.class));
    methods.put(SHOW_DOCUMENT, JsonRpcMethod.request(SHOW_DOCUMENT, ShowDocumentResult.class));
    methods.put(CONFIGURATION, JsonRpcMethod.request(CONFIGURATION, new TypeToken<List<Object>>() {}.getType()));
    return Map.copyOf(methods);
  }

  @Override
  public CompletableFuture<Void> registerCapability(RegistrationParams parameters) {
    return ask(REGISTER, parameters);
  }

  @Override
  public void telemetryEvent(Object event) {
    endpoint.notify("telemetry/event", event);
  }

  @Override
  public void publishDiagnostics(PublishDiagnosticsParams diagnostics) {
    endpoint.notify("textDocument/publishDiagnostics", diagnostics);
  }

  @Override
  public void showMessage(MessageParams message) {
    endpoint.notify("window/showMessage", message);
  }

  @Override
  public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams parameters) {
    return ask(SHOW_MESSAGE_REQUEST, parameters);
  }

  @Override
  public CompletableFuture<ShowDocumentResult> showDocument(ShowDocumentParams parameters) {
    return ask(SHOW_DOCUMENT, parameters);
  }

  @Override
  public void logMessage(MessageParams message) {
    endpoint.notify("window/logMessage", message);
  }

  @Override
  public CompletableFuture<List<Object>> configuration(ConfigurationParams parameters) {
    return ask(CONFIGURATION, parameters);
  }

  @Override
  public CompletableFuture<Void> createProgress(WorkDoneProgressCreateParams parameters) {
    return ask(CREATE_PROGRESS, parameters);
  }

  @Override
  public void notifyProgress(ProgressParams parameters) {
    endpoint.notify("$/progress", parameters);
  }

  @Override
  public CompletableFuture<Void> refreshCodeLenses() {
    return ask(REFRESH_CODE_LENSES, null);
  }

  @Override
  public CompletableFuture<Void> refreshDiagnostics() {
    return ask(REFRESH_DIAGNOSTICS, null);
  }

  // LSP4J reads the answer as METHODS says.
  @SuppressWarnings({ "unchecked", "NullAway" })
  private <R> CompletableFuture<R> ask(String method, @Nullable Object parameters) {
    return (CompletableFuture<R>) endpoint.request(method, parameters);
  }
}
