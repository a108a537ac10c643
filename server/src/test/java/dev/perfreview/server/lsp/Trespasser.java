package dev.perfreview.server.lsp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;

/** Does what the server must not do, for the test that would see it. */
final class Trespasser {

  private Trespasser() {}

  /** Connects, runs a program, and leaves a file for a moment. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    try (
      ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
      Socket client = new Socket(InetAddress.getLoopbackAddress(), server.getLocalPort())
    ) {
      if (!client.isConnected()) {
        throw new IOException("nobody to talk to");
      }
    }
    new ProcessBuilder("/bin/true").start().waitFor();
    Files.delete(Files.writeString(Path.of(arguments[0]), "gone in a moment"));
  }
}
