package dev.perfreview.server.lsp;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/**
 * The way that messages take between this process and the client. Of a socket the client is the one that listens, as the protocol has it.
 *
 * @param input what the client says
 * @param output what it hears
 */
public record Transport(InputStream input, OutputStream output) implements AutoCloseable {
  private static final int BUFFER_BYTES = 1 << 16;

  /**
   * This process's standard input and output. Whatever else writes to {@link System#out} from now on reaches the standard error instead, for the
   * protocol has the standard output to itself.
   */
  public static Transport stdio() {
    System.setOut(System.err);
    return new Transport(new FileInputStream(FileDescriptor.in), buffered(new FileOutputStream(FileDescriptor.out)));
  }

  /**
   * A port of this machine that the client listens on; no other machine is ever connected to.
   *
   * @throws IOException when nobody listens
   */
  public static Transport socket(int port) throws IOException {
    return of(SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port)));
  }

  /**
   * A Unix domain socket that the client listens on.
   *
   * @throws IOException when nobody listens
   * @throws UnsupportedOperationException when the system has none
   */
  public static Transport pipe(Path socket) throws IOException {
    return of(SocketChannel.open(UnixDomainSocketAddress.of(socket)));
  }

  private static Transport of(SocketChannel channel) {
    return new Transport(Channels.newInputStream(channel), buffered(Channels.newOutputStream(channel)));
  }

  private static OutputStream buffered(OutputStream output) {
    return new BufferedOutputStream(output, BUFFER_BYTES);
  }

  @Override
  public void close() throws IOException {
    output.close();
    input.close();
  }
}
