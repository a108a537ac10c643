import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A short session of an editor with the language server: opens the sample workspace's files, types, asks what can be done and what a
 * finding means. The VM watches which classes that takes.
 */
final class TrainingSession {

  private static final String CAPABILITIES =
    """
    {"workspace": {"workspaceEdit": {"documentChanges": true}, "workspaceFolders": true,
       "didChangeWatchedFiles": {"dynamicRegistration": true}, "codeLens": {"refreshSupport": true}},
     "window": {"workDoneProgress": true},
     "textDocument": {
       "hover": {"contentFormat": ["markdown"]},
       "codeAction": {"dataSupport": true, "isPreferredSupport": true,
         "codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["quickfix"]}}},
       "publishDiagnostics": {"relatedInformation": true, "versionSupport": true, "codeDescriptionSupport": true, "dataSupport": true}}}
    """;

  /** The head of a request, as LSP4J writes it. */
  private static final Pattern QUESTION = Pattern.compile("^\\{\"jsonrpc\":\"2.0\",\"id\":(\"[^\"]*\"|[0-9]+),\"method\"");

  /** How often each long file is changed. */
  private static final int KEYSTROKES = 150;

  private final OutputStream toServer;
  private final InputStream fromServer;

  private TrainingSession(Process server) {
    toServer = server.getOutputStream();
    fromServer = new BufferedInputStream(server.getInputStream());
  }

  /**
   * Plays the session with a server that was just started on its standard streams.
   *
   * @param workspace the folder whose Python and Rust files are opened
   * @param samples a folder of Python and Rust files that hold all there is to find
   * @return the server's exit status
   */
  static int play(Process server, Path workspace, Path samples) throws IOException, InterruptedException {
    new TrainingSession(server).play(workspace, samples);
    if (!server.waitFor(60, TimeUnit.SECONDS)) {
      server.destroyForcibly();
      throw new IOException("the server does not end");
    }
    return server.exitValue();
  }

  private void play(Path workspace, Path samples) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(workspace)) {
      files = all.filter(file -> file.toString().matches(".*\\.(py|rs)")).sorted().toList();
    }
    String folder = json(workspace.toUri().toString());
    send(request(1, "initialize", "{\"processId\": %d, \"rootUri\": %s, \"workspaceFolders\": [{\"uri\": %s, \"name\": \"examples\"}], \"capabilities\": %s}"
      .formatted(ProcessHandle.current().pid(), folder, folder, CAPABILITIES)));
    awaitAnswer(1);
    send(notification("initialized", "{}"));
    for (Path file : files) {
      send(notification("textDocument/didOpen", "{\"textDocument\": {\"uri\": %s, \"languageId\": \"%s\", \"version\": 1, \"text\": %s}}"
        .formatted(uri(file), file.toString().endsWith(".rs") ? "rust" : "python", json(Files.readString(file)))));
      awaitDiagnostics();
    }
    type(workspace.resolve("typed.py"), "python", samples);
    type(workspace.resolve("typed.rs"), "rust", samples);
    Path file = files.getLast();
    send(request(2, "textDocument/codeAction", "{\"textDocument\": {\"uri\": %s}, \"range\": %s, \"context\": {\"diagnostics\": []}}"
      .formatted(uri(file), range(0, 1000))));
    awaitAnswer(2);
    send(request(3, "textDocument/hover", "{\"textDocument\": {\"uri\": %s}, \"position\": {\"line\": 1, \"character\": 1}}".formatted(uri(file))));
    awaitAnswer(3);
    send(request(4, "shutdown", "null"));
    awaitAnswer(4);
    send(notification("exit", "null"));
  }

  /**
   * Types and takes back in a file as long as the longest that people edit. The VM keeps what it learns of each method, so that the first minute of a real
   * session does not pass with learning it.
   */
  private void type(Path file, String language, Path samples) throws IOException {
    StringBuilder text = new StringBuilder();
    try (Stream<Path> all = Files.walk(samples)) {
      for (Path sample : all.filter(path -> path.toString().endsWith(extension(file))).sorted().toList()) {
        text.append(Files.readString(sample)).append('\n');
      }
    }
    send(notification("textDocument/didOpen", "{\"textDocument\": {\"uri\": %s, \"languageId\": \"%s\", \"version\": 1, \"text\": %s}}"
      .formatted(uri(file), language, json(text.toString()))));
    awaitDiagnostics();
    int lines = (int) text.chars().filter(unit -> unit == '\n').count();
    for (int keystroke = 0; keystroke < KEYSTROKES; keystroke++) {
      int line = (int) ((long) lines * keystroke / KEYSTROKES);
      change(file, 2 * keystroke + 2, range(line, line), "\\n");
      change(file, 2 * keystroke + 3, range(line, line + 1), "");
    }
  }

  private void change(Path file, int version, String range, String text) throws IOException {
    send(notification("textDocument/didChange", "{\"textDocument\": {\"uri\": %s, \"version\": %d}, \"contentChanges\": [{\"range\": %s, \"text\": \"%s\"}]}"
      .formatted(uri(file), version, range, text)));
    awaitDiagnostics();
  }

  private static String extension(Path file) {
    String name = file.getFileName().toString();
    return name.substring(name.lastIndexOf('.'));
  }

  private static String request(int id, String method, String parameters) {
    return "{\"jsonrpc\": \"2.0\", \"id\": %d, \"method\": \"%s\", \"params\": %s}".formatted(id, method, parameters);
  }

  private static String notification(String method, String parameters) {
    return "{\"jsonrpc\": \"2.0\", \"method\": \"%s\", \"params\": %s}".formatted(method, parameters);
  }

  private static String range(int startLine, int endLine) {
    return "{\"start\": {\"line\": %d, \"character\": 0}, \"end\": {\"line\": %d, \"character\": 0}}".formatted(startLine, endLine);
  }

  private static String uri(Path file) {
    return json(file.toUri().toString());
  }

  private static String json(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char unit : text.toCharArray()) {
      if (unit < ' ' || unit == '"' || unit == '\\') {
        quoted.append("\\u%04x".formatted((int) unit));
      } else {
        quoted.append(unit);
      }
    }
    return quoted.append('"').toString();
  }

  private void send(String message) throws IOException {
    byte[] content = message.getBytes(StandardCharsets.UTF_8);
    toServer.write("Content-Length: %d\r\n\r\n".formatted(content.length).getBytes(StandardCharsets.US_ASCII));
    toServer.write(content);
    toServer.flush();
  }

  private void awaitAnswer(int id) throws IOException {
    Pattern answer = Pattern.compile("\"id\":\"?" + id + "\"?,\"(result|error)\"");
    while (!answer.matcher(receive()).find()) {
      // Messages of other kinds come in between.
    }
  }

  private void awaitDiagnostics() throws IOException {
    while (!receive().contains("\"textDocument/publishDiagnostics\"")) {
      // Messages of other kinds come in between.
    }
  }

  /** The next message; what the server asks is granted. */
  private String receive() throws IOException {
    while (true) {
      String message = read();
      Matcher asked = QUESTION.matcher(message);
      if (!asked.find()) {
        return message;
      }
      send("{\"jsonrpc\": \"2.0\", \"id\": %s, \"result\": null}".formatted(asked.group(1)));
    }
  }

  private String read() throws IOException {
    List<String> header = new ArrayList<>();
    for (String line = readLine(); !line.isEmpty(); line = readLine()) {
      header.add(line);
    }
    int length = header
      .stream()
      .filter(line -> line.regionMatches(true, 0, "Content-Length:", 0, 15))
      .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
      .findFirst()
      .orElseThrow(() -> new IOException("not a message: " + header));
    return new String(fromServer.readNBytes(length), StandardCharsets.UTF_8);
  }

  private String readLine() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = fromServer.read(); next != '\n'; next = fromServer.read()) {
      if (next < 0) {
        throw new EOFException("the server ended early");
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }
}
