package dev.perfreview.server.cli;

import dev.perfreview.heat.Impact;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Impacts as users type them: in the words of the reports. */
final class ImpactOption {

  private static final List<String> WORDS = Arrays.stream(Impact.values()).map(Impact::word).toList();

  private ImpactOption() {}

  /** For picocli: the word to the impact. */
  static final class Converter implements ITypeConverter<Impact> {

    @Override
    public Impact convert(String word) {
      return Arrays.stream(Impact.values())
        .filter(impact -> impact.word().equalsIgnoreCase(word))
        .findFirst()
        .orElseThrow(() ->
          new TypeConversionException("expected one of " + String.join(", ", WORDS) + ", not '" + word + "'")
        );
    }
  }

  /** For picocli: the words, for help and completion. */
  static final class Candidates implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
      return WORDS.iterator();
    }
  }
}
