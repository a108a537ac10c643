package dev.perfreview.harness;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the harness finds the parts of the project.
 *
 * @param root the folder with the parent {@code pom.xml}
 */
public record Project(Path root) {
  /** The project that the running code belongs to: {@code ./dev} says where it is, tests run in the folder of their module. */
  public static Project current() {
    Path here = Path.of(System.getProperty("perfreview.project", "")).toAbsolutePath();
    for (Path folder = here; folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve("detectors/src/main"))) {
        return new Project(folder);
      }
    }
    throw new IllegalStateException("not in the project: " + here);
  }

  /** The rules' fixtures, a folder for each language and in it one for each rule. */
  public Path fixtures() {
    return root.resolve("detectors/src/test/resources/rules");
  }

  /** The rules' documents, a folder for each language. */
  public Path documents() {
    return root.resolve("detectors/src/main/resources/rules");
  }

  /** The sources of the engine's main code. */
  public Path sources() {
    return root.resolve("detectors/src/main/java/dev/perfreview");
  }
}
