package dev.perfreview.server.report;

import dev.perfreview.heat.Impact;

/** Colours for a terminal, or none: ECMA-48 "select graphic rendition" around a text. */
public enum Style {
  /** Text as it is. */
  PLAIN,
  /** With colours. */
  COLOURED;

  private static final String RESET = "\u001b[0m";

  /** What stands out without being good or bad: places, headings. */
  public String strong(String text) {
    return paint("1", text);
  }

  /** What may be overlooked: line numbers, frames. */
  public String faint(String text) {
    return paint("2", text);
  }

  /** Code within a sentence. */
  public String code(String text) {
    return paint("36", text);
  }

  /** A sentence of ours, its code in backquotes coloured instead where there are colours, and nothing in it that could move the cursor. */
  public String inlineCode(String sentence) {
    String visible = DisplayLine.visible(sentence);
    if (this == PLAIN) {
      return visible;
    }
    StringBuilder shown = new StringBuilder();
    String[] parts = visible.split("`", -1);
    for (int index = 0; index < parts.length; index++) {
      boolean isCode = index % 2 == 1 && index < parts.length - 1;
      shown.append(isCode ? code(parts[index]) : index % 2 == 1 ? "`" + parts[index] : parts[index]);
    }
    return shown.toString();
  }

  /** A remedy. */
  public String remedy(String text) {
    return paint("32", text);
  }

  /** What a remedy takes away. */
  public String removed(String text) {
    return paint("31", text);
  }

  /** Text in the colour of an impact. */
  public String of(Impact impact, String text) {
    return paint(
      switch (impact) {
        case SIGNIFICANT -> "1;31";
        case MODERATE -> "1;33";
        case MINOR -> "1;34";
        case NEGLIGIBLE -> "2";
      },
      text
    );
  }

  private String paint(String rendition, String text) {
    return this == PLAIN ? text : "\u001b[" + rendition + "m" + text + RESET;
  }
}
