package dev.perfreview.harness;

import dev.perfreview.syntax.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
 */
public record Fixture(String name, Language language, String path, String header, String code, List<Marker> markers) {
  private static final Pattern PATH = Pattern.compile("\\s*(?:#|//)@ path:\\s*(\\S+)\\s*");

  /** Reads a fixture from a file of a language that is reviewed. */
  public static Fixture read(Path file) {
    String name = file.getFileName().toString();
    Language language = Language.ofFileName(name).orElseThrow();
    try {
      return parse(name, language, Files.readString(file));
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
    return new Fixture(name, language, path, header.toString(), String.join("\n", code), List.copyOf(markers));
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
