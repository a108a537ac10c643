package dev.perfreview.syntax;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A language that is reviewed. */
public enum Language {
  /** Python 3, with stubs. */
  PYTHON("python", "#", List.of("py", "pyi")),
  /** Rust. */
  RUST("rust", "//", List.of("rs"));

  private final String id;
  private final String lineComment;

  // List.of makes it immutable, which Error Prone cannot see without its annotations on the class path.
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<String> extensions;

  Language(String id, String lineComment, List<String> extensions) {
    this.id = id;
    this.lineComment = lineComment;
    this.extensions = extensions;
  }

  /** The name in LSP ({@code languageId}), in fixtures and in resources. */
  public String id() {
    return id;
  }

  /** What starts a comment that ends with its line. */
  public String lineComment() {
    return lineComment;
  }

  /** The file name endings without their dot, the usual one first. */
  public List<String> extensions() {
    return extensions;
  }

  /** The language of a file by the ending of its name. */
  public static Optional<Language> ofFileName(String name) {
    String extension = name.substring(name.lastIndexOf('.') + 1);
    return Arrays.stream(values())
      .filter(language -> language.extensions.contains(extension))
      .findFirst();
  }

  /** The language with this {@link #id()}. */
  public static Optional<Language> ofId(String id) {
    return Arrays.stream(values())
      .filter(language -> language.id.equals(id))
      .findFirst();
  }
}
