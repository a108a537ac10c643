package dev.perfreview.server.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.perfreview.syntax.SourceText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFileTest {

  private static final SourceText AFTER = new SourceText("y = 2\r\n");

  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  Path folder;

  @Test
  void whatWasReadIsReplaced() throws Exception {
    Path file = Files.writeString(folder.resolve("a.py"), "x = 1\n");
    SourceFile.read(file).write(AFTER);
    assertEquals(AFTER.string(), Files.readString(file));
    assertOnly("a.py");
  }

  @Test
  void aByteOrderMarkStays() throws Exception {
    Path file = Files.writeString(folder.resolve("a.py"), "\uFEFFx = 1\n");
    SourceFile written = SourceFile.read(file).write(AFTER);
    assertEquals("\uFEFFy = 2\r\n", Files.readString(file));
    assertEquals("\uFEFFy = 2\r\n", written.content());
  }

  @Test
  void whatIsNoCharacterToXmlOrTheDecoderSurvives() throws Exception {
    byte[] bytes = "x = '\uFFFD\uFFFF\u0001'\n".getBytes(StandardCharsets.UTF_8);
    Path file = Files.write(folder.resolve("a.py"), bytes);
    SourceFile read = SourceFile.read(file);
    read.write(new SourceText(read.text().string() + "y\n"));
    assertEquals("x = '\uFFFD\uFFFF\u0001'\ny\n", Files.readString(file));
  }

  @Test
  void aFileThatChangedMeanwhileIsLeftAlone() throws Exception {
    Path file = Files.writeString(folder.resolve("a.py"), "x = 1\n");
    SourceFile read = SourceFile.read(file);
    Files.writeString(file, "x = 1\nsomebody_else = True\n");
    assertThrows(ChangedMeanwhileException.class, () -> read.write(AFTER));
    assertEquals("x = 1\nsomebody_else = True\n", Files.readString(file));
    assertOnly("a.py");
  }

  @Test
  void aFileThatIsGoneStaysGone() throws Exception {
    Path file = Files.writeString(folder.resolve("a.py"), "x = 1\n");
    SourceFile read = SourceFile.read(file);
    Files.delete(file);
    assertThrows(ChangedMeanwhileException.class, () -> read.write(AFTER));
    assertOnly();
  }

  @Test
  void theModeStays() throws Exception {
    assumeTrue(Files.getFileAttributeView(folder, PosixFileAttributeView.class) != null);
    Path file = Files.writeString(folder.resolve("a.py"), "x = 1\n");
    for (String mode : List.of("rwxr-x--x", "rw-r--r--", "rw-------")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
      SourceFile read = SourceFile.read(file);
      read.write(new SourceText(read.text().string() + "y\n"));
      assertEquals(mode, PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }
    assertEquals("x = 1\ny\ny\ny\n", Files.readString(file));
  }

  @Test
  void aSymbolicLinkStaysAndItsTargetIsWritten() throws Exception {
    Path target = Files.writeString(Files.createDirectory(folder.resolve("real")).resolve("b.py"), "x = 1\n");
    Path link = Files.createSymbolicLink(folder.resolve("a.py"), Path.of("real", "b.py"));
    SourceFile.read(link).write(AFTER);
    assertTrue(Files.isSymbolicLink(link));
    assertEquals(AFTER.string(), Files.readString(target));
    assertOnly("a.py", "real");
  }

  private void assertOnly(String... names) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(
        List.of(names),
        files
          .map(file -> file.getFileName().toString())
          .sorted()
          .toList()
      );
    }
  }
}
