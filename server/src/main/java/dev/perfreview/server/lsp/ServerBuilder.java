package dev.perfreview.server.lsp;

import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.jsonrpc.RemoteEndpoint;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;

/** Puts LSP4J's parts together, with our {@link MessageReader} and our word for requests that the server does not know. */
final class ServerBuilder extends LSPLauncher.Builder<LanguageClient> {

  ServerBuilder() {
    setRemoteInterface(LanguageClient.class);
    setExceptionHandler(ServerBuilder::errorOf);
  }

  @Override
  public Launcher<LanguageClient> create() {
    MessageJsonHandler json = createJsonHandler();
    RemoteEndpoint endpoint = createRemoteEndpoint(json);
    LanguageClient client = createProxy(endpoint);
    MessageReader reader = new MessageReader(input, json, endpoint);
    return createLauncher(
      executorService,
      client,
      endpoint,
      createMessageProcessor(reader, wrapMessageConsumer(endpoint), client)
    );
  }

  /** LSP4J has a method for all that the protocol knows, which throws where we do not have one. */
  private static ResponseError errorOf(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnsupportedOperationException) {
        return new ResponseError(ResponseErrorCode.MethodNotFound, "perf-review does not answer this request", null);
      }
    }
    return RemoteEndpoint.DEFAULT_EXCEPTION_HANDLER.apply(failure);
  }
}
