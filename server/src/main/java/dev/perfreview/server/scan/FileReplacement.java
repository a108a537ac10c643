package dev.perfreview.server.scan;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Puts a new content in a file's place in one step: whoever reads the file meanwhile, or after a crash, sees all of the old or all of the new one. The file
 * keeps its mode, owner and group; where it is a symbolic link, what it points to is written. A hard link to the old content keeps that.
 */
final class FileReplacement {

  private FileReplacement() {}

  /**
   * Replaces the content.
   *
   * @param file the file, or a link to it
   * @param before what the file must hold for that; whatever else it holds was written meanwhile by somebody else, and stays
   * @param after what it will hold
   * @return whether it was replaced; false when the file has changed
   * @throws IOException when the file may not be written, its folder takes no new file, or the new one cannot be made like the old one
   */
  static boolean replace(Path file, byte[] before, byte[] after) throws IOException {
    Path real = file.toRealPath();
    // A new file in its place would take no notice of that.
    if (!Files.isWritable(real)) {
      throw new IOException("permission denied");
    }
    Path temporary = Files.createTempFile(real.getParent(), "." + real.getFileName() + ".", ".tmp");
    try {
      try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
        ByteBuffer content = ByteBuffer.wrap(after);
        while (content.hasRemaining()) {
          channel.write(content);
        }
        channel.force(true);
      }
      copyAttributes(real, temporary);
      // As late as can be, so that hardly any time is left for a change that nobody would see.
      if (!Arrays.equals(Files.readAllBytes(real), before)) {
        return false;
      }
      Files.move(temporary, real, StandardCopyOption.ATOMIC_MOVE);
      return true;
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static void copyAttributes(Path from, Path to) throws IOException {
    @Nullable
    PosixFileAttributeView view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
    if (view == null) {
      return;
    }
    PosixFileAttributes wanted = Files.readAttributes(from, PosixFileAttributes.class);
    PosixFileAttributes given = view.readAttributes();
    if (!given.owner().equals(wanted.owner())) {
      view.setOwner(wanted.owner());
    }
    if (!given.group().equals(wanted.group())) {
      view.setGroup(wanted.group());
    }
    // After the owner, for a change of the owner may take rights away.
    view.setPermissions(wanted.permissions());
  }
}
