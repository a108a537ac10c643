package dev.perfreview.server.lsp;

import com.google.gson.JsonPrimitive;
import dev.perfreview.server.lsp.client.RemoteClient;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticCodeDescription;
import org.eclipse.lsp4j.DiagnosticRelatedInformation;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.jsonrpc.RemoteEndpoint;
import org.eclipse.lsp4j.jsonrpc.json.JsonRpcMethod;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.eclipse.lsp4j.jsonrpc.json.StreamMessageConsumer;
import org.eclipse.lsp4j.jsonrpc.messages.NotificationMessage;
import org.eclipse.lsp4j.services.LanguageClient;

/** Both directions of a client's stream: LSP4J's parts, put together without the reflection of its launcher. */
final class Connection {

  private final MessageJsonHandler json;
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
    json = new MessageJsonHandler(methods);
    endpoint = new RemoteEndpoint(new StreamMessageConsumer(output, json), routes);
    endpoint.setJsonHandler(json);
    json.setMethodProvider(endpoint);
    reader = new MessageReader(input, json, endpoint);
  }

  /** The way to the client. */
  LanguageClient client() {
    return new RemoteClient(endpoint);
  }

  /**
   * Has Gson look at the classes of the first document's messages, which it does by reflection and for a tenth of the time to its diagnostics. Meant for a
   * thread that has nothing else to do while client and server greet each other.
   */
  void warmUp() {
    Position start = new Position(0, 0);
    Diagnostic diagnostic = new Diagnostic(new Range(start, start), "", DiagnosticSeverity.Hint, "", "");
    diagnostic.setCodeDescription(new DiagnosticCodeDescription(""));
    diagnostic.setData(new JsonPrimitive(""));
    diagnostic.setRelatedInformation(
      List.of(new DiagnosticRelatedInformation(new Location("", diagnostic.getRange()), ""))
    );
    NotificationMessage shown = new NotificationMessage();
    shown.setMethod("textDocument/publishDiagnostics");
    shown.setParams(new PublishDiagnosticsParams("", List.of(diagnostic), 1));
    json.serialize(shown);
    TextDocumentItem item = new TextDocumentItem("", "", 1, "");
    var _ = json
      .getGson()
      .fromJson(json.getGson().toJsonTree(new DidOpenTextDocumentParams(item)), DidOpenTextDocumentParams.class);
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
