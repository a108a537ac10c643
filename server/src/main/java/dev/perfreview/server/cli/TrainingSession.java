package dev.perfreview.server.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.perfreview.server.lsp.ServerLauncher;
import dev.perfreview.server.scan.SourceFile;
import dev.perfreview.server.scan.Target;
import dev.perfreview.server.scan.Targets;
import dev.perfreview.server.scan.UnreadableSourceException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** An editor's session with the language server within this process: open a file, type, ask for a fix and a hover, leave. */
final class TrainingSession {

  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);
  private static final int FILES = 6;

  private final PipedOutputStream toServer = new PipedOutputStream();
  private final Answers answers = new Answers();
  private int requests;

  private TrainingSession() {}

  /** What the server says, to be searched for what is awaited. */
  private static final class Answers extends ByteArrayOutputStream {

    synchronized void await(String text) throws IOException, InterruptedException {
      long end = System.nanoTime() + PATIENCE;
      while (!toString(StandardCharsets.UTF_8).contains(text)) {
        if (System.nanoTime() - end > 0) {
          throw new IOException("the server did not say " + text);
        }
        wait(10);
      }
      reset();
    }
  }

  /** Holds the session over some of the samples' files; whether the server answered all. */
  static boolean run(List<Path> samples) {
    TrainingSession session = new TrainingSession();
    try (PipedInputStream input = new PipedInputStream(session.toServer, 1 << 20)) {
      Thread server = Thread.ofPlatform().daemon().start(() -> ServerLauncher.run(input, session.answers));
      session.play(Targets.of(samples, samples.getFirst()).all());
      server.join(TimeUnit.NANOSECONDS.toMillis(PATIENCE));
      return !server.isAlive();
    } catch (IOException | UnreadableSourceException failure) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void play(List<Target> files) throws IOException, InterruptedException, UnreadableSourceException {
    JsonObject initialize = new JsonObject();
    initialize.add("capabilities", new JsonObject());
    ask("initialize", initialize);
    tell("initialized", new JsonObject());
    for (Target file : files.subList(0, Math.min(FILES, files.size()))) {
      edit(file);
    }
    ask("shutdown", null);
    tell("exit", null);
  }

  private void edit(Target file) throws IOException, InterruptedException, UnreadableSourceException {
    JsonObject document = new JsonObject();
    document.addProperty("uri", file.file().toUri().toString());
    document.addProperty("languageId", file.language().id());
    document.addProperty("version", 1);
    document.addProperty("text", SourceFile.read(file.file()).text().string());
    tell("textDocument/didOpen", with("textDocument", document));
    answers.await("publishDiagnostics");
    JsonObject change = new JsonObject();
    change.add("range", range(0));
    change.addProperty("text", "\n");
    JsonArray changes = new JsonArray();
    changes.add(change);
    document.remove("text");
    document.addProperty("version", 2);
    JsonObject didChange = with("textDocument", document);
    didChange.add("contentChanges", changes);
    tell("textDocument/didChange", didChange);
    answers.await("publishDiagnostics");
    JsonObject codeAction = with("textDocument", document);
    codeAction.add("range", range(1 << 16));
    JsonObject context = new JsonObject();
    context.add("diagnostics", new JsonArray());
    codeAction.add("context", context);
    ask("textDocument/codeAction", codeAction);
  }

  private static JsonObject range(int lastLine) {
    JsonObject range = with("start", position(0));
    range.add("end", position(lastLine));
    return range;
  }

  private static JsonObject position(int line) {
    JsonObject position = new JsonObject();
    position.addProperty("line", line);
    position.addProperty("character", 0);
    return position;
  }

  private static JsonObject with(String name, JsonObject value) {
    JsonObject object = new JsonObject();
    object.add(name, value);
    return object;
  }

  private void ask(String method, @Nullable JsonObject parameters) throws IOException, InterruptedException {
    requests++;
    send(method, parameters, new JsonPrimitive(requests));
    answers.await("\"id\":" + requests);
  }

  private void tell(String method, @Nullable JsonObject parameters) throws IOException {
    send(method, parameters, null);
  }

  private void send(String method, @Nullable JsonObject parameters, @Nullable JsonPrimitive id) throws IOException {
    JsonObject message = new JsonObject();
    message.addProperty("jsonrpc", "2.0");
    if (id != null) {
      message.add("id", id);
    }
    message.addProperty("method", method);
    if (parameters != null) {
      message.add("params", parameters);
    }
    byte[] content = message.toString().getBytes(StandardCharsets.UTF_8);
    toServer.write(("Content-Length: " + content.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    toServer.write(content);
    toServer.flush();
  }
}
