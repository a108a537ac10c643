package dev.perfreview.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The ways to talk to the server, with a client that reads and writes bytes. */
@Timeout(60)
class ServerCommandTest {

  private static final String INITIALIZE =
    "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"capabilities\":{}}}";

  @TempDir
  private Path folder = Path.of(".");

  @Test
  void connectsToAPort() throws Exception {
    try (ServerSocketChannel listener = ServerSocketChannel.open()) {
      listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      SocketAddress address = listener.getLocalAddress();
      serves(listener, "--socket=" + ((InetSocketAddress) address).getPort());
    }
  }

  @Test
  void connectsToAUnixDomainSocket() throws Exception {
    Path socket = folder.resolve("client.sock");
    try (ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      listener.bind(UnixDomainSocketAddress.of(socket));
      serves(listener, "--pipe=" + socket);
    }
  }

  private void serves(ServerSocketChannel listener, String option)
    throws IOException, InterruptedException, ExecutionException, TimeoutException {
    CompletableFuture<Program.Run> server = CompletableFuture.supplyAsync(() -> Program.run(folder, "server", option));
    try (
      SocketChannel channel = listener.accept();
      InputStream input = Channels.newInputStream(channel);
      OutputStream output = Channels.newOutputStream(channel)
    ) {
      write(output, INITIALIZE);
      assertTrue(read(input).contains("\"serverInfo\":{\"name\":\"perf-review\""));
      // The server reads and writes at the same time: its answer does not wait for the next message.
      write(output, "{\"jsonrpc\":\"2.0\",\"method\":\"initialized\",\"params\":{}}");
      write(
        output,
        """
        {"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{
          "uri":"untitled:a","languageId":"python","version":1,"text":"x = 1  # perf: ignore[gone]"}}}
        """
      );
      assertTrue(read(input).contains("unused-suppression"));
      write(output, "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"shutdown\"}");
      assertTrue(read(input).contains("\"id\":2"));
      write(output, "{\"jsonrpc\":\"2.0\",\"method\":\"exit\"}");
      assertEquals(0, server.get(30, TimeUnit.SECONDS).status());
    }
  }

  @Test
  void endsWhenTheClientHangsUp() throws Exception {
    try (ServerSocketChannel listener = ServerSocketChannel.open()) {
      listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      int port = ((InetSocketAddress) listener.getLocalAddress()).getPort();
      CompletableFuture<Program.Run> server = CompletableFuture.supplyAsync(() ->
        Program.run(folder, "server", "--socket", String.valueOf(port))
      );
      listener.accept().close();
      assertEquals(1, server.get(30, TimeUnit.SECONDS).status());
    }
  }

  @Test
  void saysWhenNobodyListens() throws IOException {
    int port;
    try (ServerSocketChannel listener = ServerSocketChannel.open()) {
      listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      port = ((InetSocketAddress) listener.getLocalAddress()).getPort();
    }
    Program.Run closed = Program.run(folder, "server", "--socket", String.valueOf(port));
    assertEquals(2, closed.status());
    assertTrue(closed.err().contains("cannot connect to port " + port + " of this machine: "), closed.err());
    Program.Run huge = Program.run(folder, "server", "--socket", "70000");
    assertEquals(2, huge.status());
    assertTrue(huge.err().contains("cannot connect to port 70000"), huge.err());
    Program.Run missing = Program.run(folder, "server", "--pipe", folder.resolve("none.sock").toString());
    assertEquals(2, missing.status());
    assertTrue(missing.err().contains("cannot connect to the socket "), missing.err());
    assertEquals(2, Program.run(folder, "server", "--socket", "1", "--stdio").status(), "one way only");
  }

  private static void write(OutputStream output, String body) throws IOException {
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    output.write(("Content-Length: " + content.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    output.write(content);
  }

  private static String read(InputStream input) throws IOException {
    StringBuilder header = new StringBuilder();
    while (!header.toString().endsWith("\r\n\r\n")) {
      header.append((char) input.read());
    }
    String length = header.toString().replaceFirst("(?s).*Content-Length: (\\d+).*", "$1");
    return new String(input.readNBytes(Integer.parseInt(length)), StandardCharsets.UTF_8);
  }
}
