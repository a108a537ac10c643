package dev.perfreview.toml;

import java.util.Arrays;

/** Where each character of a TOML string's value stands in the text: escapes, joined lines and the line end after the opening quotes are skipped. */
final class StringPlaces {

  private final String written;
  private final int end;
  private final boolean escapes;
  private final boolean multiLine;
  private final StringBuilder value = new StringBuilder();
  private int[] places = new int[64];
  private int at;

  private StringPlaces(String written) {
    this.written = written;
    multiLine = written.startsWith("\"\"\"") || written.startsWith("'''");
    escapes = written.startsWith("\"");
    at = multiLine ? 3 : 1;
    end = written.length() - at;
  }

  /**
   * The offset in the written string of each UTF-16 unit of the value, and of its end.
   *
   * @param written the string with its quotes
   * @param value what the parser says that it means
   * @return empty where the two do not agree
   */
  static int[] of(String written, String value) {
    StringPlaces reader = new StringPlaces(written);
    reader.read();
    return reader.value.toString().equals(value) ? Arrays.copyOf(reader.places, value.length() + 1) : new int[0];
  }

  private void read() {
    if (multiLine && at < end && written.charAt(at) == '\r') {
      at++;
    }
    if (multiLine && at < end && written.charAt(at) == '\n') {
      at++;
    }
    while (at < end) {
      char unit = written.charAt(at);
      if (escapes && unit == '\\' && at + 1 < end) {
        readEscape();
      } else {
        // The parser makes one line end of the two characters that Windows has for it.
        if (unit != '\r' || !written.startsWith("\n", at + 1)) {
          add(unit, at);
        }
        at++;
      }
    }
    mark(end);
  }

  private void readEscape() {
    int start = at;
    char kind = written.charAt(at + 1);
    int digits = kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
    at += 2 + digits;
    if (digits > 0 && at <= end) {
      for (char unit : Character.toChars(Integer.parseInt(written, at - digits, at, 16))) {
        add(unit, start);
      }
    } else if (Character.isWhitespace(kind)) {
      while (at < end && Character.isWhitespace(written.charAt(at))) {
        at++;
      }
    } else {
      int escaped = "btnfre".indexOf(kind);
      add(escaped < 0 ? kind : "\b\t\n\f\r\u001b".charAt(escaped), start);
    }
  }

  private void add(char unit, int place) {
    mark(place);
    value.append(unit);
  }

  private void mark(int place) {
    if (value.length() == places.length) {
      places = Arrays.copyOf(places, places.length * 2);
    }
    places[value.length()] = place;
  }
}
