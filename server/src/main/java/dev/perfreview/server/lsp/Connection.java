package dev.perfreview.server.lsp;

import dev.perfreview.server.lsp.client.RemoteClient;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.lsp4j.jsonrpc.RemoteEndpoint;
import org.eclipse.lsp4j.jsonrpc.json.JsonRpcMethod;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.eclipse.lsp4j.jsonrpc.json.StreamMessageConsumer;
import org.eclipse.lsp4j.services.LanguageClient;

/** Both directions of a client's stream: LSP4J's parts, put together without the reflection of its launcher. */
final class Connection {

  private final RemoteEndpoint endpoint;
  private final MessageReader reader;

  /**
   * Nothing is read yet.
   *
   * @param routes who takes what the client says
   */
  Connection(InputStream input, OutputStream output, Routes routes) {
    Map<String, JsonRpcMethod> methods = new HashMap<>(RemoteClient.METHODS);
    methods.putAll(routes.methods());
    MessageJsonHandler json = new MessageJsonHandler(methods);
    endpoint = new RemoteEndpoint(new StreamMessageConsumer(output, json), routes);
    endpoint.setJsonHandler(json);
    json.setMethodProvider(endpoint);
    reader = new MessageReader(input, json, endpoint);
  }

  /** The way to the client. */
  LanguageClient client() {
    return new RemoteClient(endpoint);
  }

  /** Reads and routes messages until the input ends. */
  void listen() {
    reader.listen(endpoint);
  }

  /** Has {@link #listen} end with the next message. */
  void close() {
    reader.close();
  }
}
