package dev.perfreview.harness;

import dev.perfreview.analysis.Surroundings;
import dev.perfreview.analysis.WorkspaceIndex;
import dev.perfreview.semantics.workspace.FileFacts;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A file of code with what is expected of it: {@link Marker} lines, and a first line {@code #@ path: …} with the path that the code is to
 * be analysed as, which decides its heat.
 *
 * @param name what reports call it
 * @param language its language
 * @param path the path to analyse it as
 * @param header the {@code #@} lines, each with its line end
 * @param code the code without header and markers
 * @param markers the markers
 * @param others the other files of its workspace: {@code flags-across.with-cache.py} beside {@code flags-across.py}
 */
public record Fixture(
  String name,
  Language language,
  String path,
  String header,
  String code,
  List<Marker> markers,
  List<Fixture> others
) {
  private static final Pattern PATH = Pattern.compile("\\s*(?:#|//)@ path:\\s*(\\S+)\\s*");

  /** Reads a fixture from a file of a language that is reviewed. */
  public static Fixture read(Path file) {
    String name = file.getFileName().toString();
    Language language = Language.ofFileName(name).orElseThrow();
    try {
      Fixture alone = parse(name, language, Files.readString(file));
      String others = name.substring(0, name.lastIndexOf('.')) + ".with-";
      try (Stream<Path> siblings = Files.list(file.resolveSibling("."))) {
        return alone.with(
          siblings
            .filter(sibling -> sibling.getFileName().toString().startsWith(others))
            .sorted()
            .map(Fixture::read)
            .toList()
        );
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot read " + file, failure);
    }
  }

  /** Takes a text apart; without a path it is analysed as a file of the given name. */
  public static Fixture parse(String name, Language language, String text) {
    StringBuilder header = new StringBuilder();
    List<String> code = new ArrayList<>();
    List<Marker> markers = new ArrayList<>();
    String path = name;
    for (String line : text.split("\n", -1)) {
      Matcher directive = PATH.matcher(line);
      if (code.isEmpty() && directive.matches()) {
        path = directive.group(1);
        header.append(line).append('\n');
      } else if (Marker.isMarker(line)) {
        markers.add(Marker.parse(line, code.size() - 1));
      } else {
        code.add(line);
      }
    }
    return new Fixture(
      name,
      language,
      path,
      header.toString(),
      String.join("\n", code),
      List.copyOf(markers),
      List.of()
    );
  }

  private Fixture with(List<Fixture> files) {
    return new Fixture(name, language, path, header, code, markers, files);
  }

  /** The workspace that it is analysed in; none where it is on its own. */
  public Surroundings surroundings() {
    if (others.isEmpty()) {
      return Surroundings.NONE;
    }
    WorkspaceIndex index = new WorkspaceIndex();
    index.put(facts());
    others.forEach(other -> index.put(other.facts()));
    return index.surroundings();
  }

  private FileFacts facts() {
    return WorkspaceIndex.factsOf(path, SyntaxTree.snapshotOf(language, code));
  }

  /** The text of the fixture with other markers. */
  public String render(List<Marker> others) {
    StringBuilder text = new StringBuilder(header);
    String[] lines = code.split("\n", -1);
    for (int line = 0; line < lines.length; line++) {
      text.append(lines[line]);
      for (Marker marker : others) {
        if (marker.start().line() == line) {
          text.append('\n').append(marker.format(language, lines[line]));
        }
      }
      if (line + 1 < lines.length) {
        text.append('\n');
      }
    }
    return text.toString();
  }
}
