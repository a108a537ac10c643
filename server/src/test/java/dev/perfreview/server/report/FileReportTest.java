package dev.perfreview.server.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perfreview.syntax.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileReportTest {

  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  Path folder;

  private FileReport report(String path, String root) {
    return new FileReport(folder.resolve(path), folder.resolve(root), new SourceText(""), List.of());
  }

  @Test
  void codeHostsKnowPathsFromTheRepositoryAlsoWhereAFolderInItIsConfigured() throws IOException {
    Files.createDirectories(folder.resolve("python/srt"));
    Files.createDirectory(folder.resolve(".git"));
    FileReport report = report("python/srt/a.py", "python");
    assertEquals(folder, report.repository());
    assertEquals("python/srt/a.py", report.pathInRepository(report.file()));
  }

  @Test
  void withoutARepositoryPathsAreToldFromTheWorkspaceFolder() {
    FileReport report = report("python/srt/a.py", "python");
    assertEquals("srt/a.py", report.pathInRepository(report.file()));
  }
}
