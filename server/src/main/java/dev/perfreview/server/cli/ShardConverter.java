package dev.perfreview.server.cli;

import dev.perfreview.server.scan.Shard;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** For picocli: {@code 2/4} to the second of four parts. */
final class ShardConverter implements ITypeConverter<Shard> {

  /** Few digits, so that each is an int. */
  private static final Pattern FORM = Pattern.compile("(\\d{1,6})/(\\d{1,6})");

  @Override
  public Shard convert(String value) {
    Matcher matcher = FORM.matcher(value);
    if (matcher.matches()) {
      int number = Integer.parseInt(matcher.group(1));
      int count = Integer.parseInt(matcher.group(2));
      if (number >= 1 && number <= count) {
        return new Shard(number, count);
      }
    }
    throw new TypeConversionException("expected I/N, which of N parts from 1/N to N/N, not '" + value + "'");
  }
}
