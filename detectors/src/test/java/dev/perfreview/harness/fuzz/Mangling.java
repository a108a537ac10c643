package dev.perfreview.harness.fuzz;

import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A way to spoil a text, by words and brackets or by characters that files should not have. */
enum Mangling {
  /** A word or sign is gone. */
  TOKEN_DELETED {
    @Override
    String apply(String text, String other, Random random) {
      MatchResult token = anyToken(text, random);
      return splice(text, token.start(), token.end(), "");
    }
  },
  /** A word or sign stands there several times. */
  TOKEN_REPEATED {
    @Override
    String apply(String text, String other, Random random) {
      MatchResult token = anyToken(text, random);
      return splice(text, token.end(), token.end(), (" " + token.group()).repeat(1 + random.nextInt(3)));
    }
  },
  /** A word or sign of another file stands in the place of one. */
  TOKEN_REPLACED {
    @Override
    String apply(String text, String other, Random random) {
      MatchResult token = anyToken(text, random);
      return splice(text, token.start(), token.end(), anyToken(other, random).group());
    }
  },
  /** Brackets or signs that open something, nested deep and perhaps not closed. */
  NESTED {
    @Override
    String apply(String text, String other, Random random) {
      int depth = 1 << random.nextInt(12);
      String opening = List.of("(", "[", "{", "f(", "-", "not ", "!", "<", "lambda: ", "if x {", "a.b(", "&").get(
        random.nextInt(12)
      );
      String closing = List.of(")", "]", "}", ")", "", "", "", ">", "", "}", ")", "").get(random.nextInt(12));
      int at = random.nextInt(text.length() + 1);
      return splice(
        text,
        at,
        at,
        opening.repeat(depth) + "x" + closing.repeat(random.nextBoolean() ? depth : random.nextInt(depth))
      );
    }
  },
  /** The start of one file, the end of another. */
  SPLICED {
    @Override
    String apply(String text, String other, Random random) {
      return text.substring(0, random.nextInt(text.length() + 1)) + other.substring(random.nextInt(other.length() + 1));
    }
  },
  /** A few lines stand elsewhere, too. */
  LINES_COPIED {
    @Override
    String apply(String text, String other, Random random) {
      String from = random.nextBoolean() ? text : other;
      int start = from.lastIndexOf('\n', random.nextInt(from.length() + 1)) + 1;
      int end = Math.min(from.length(), start + random.nextInt(400));
      int at = text.lastIndexOf('\n', random.nextInt(text.length() + 1)) + 1;
      return splice(text, at, at, from.substring(start, end) + "\n");
    }
  },
  /** Line ends of all kinds. */
  LINE_ENDS_MIXED {
    @Override
    String apply(String text, String other, Random random) {
      List<String> ends = List.of("\n", "\r\n", "\r", "\r\r\n", "\n\n", "\u2028", "\f\n");
      StringBuilder mixed = new StringBuilder();
      for (String line : text.split("\n", -1)) {
        mixed.append(line).append(random.nextInt(4) > 0 ? "\n" : ends.get(random.nextInt(ends.size())));
      }
      return mixed.toString();
    }
  },
  /** Characters that files should not have: halves of pairs, zeros, marks of direction and of order. */
  STRANGE_CHARACTERS {
    @Override
    String apply(String text, String other, Random random) {
      List<String> strange = List.of(
        "\uD800",
        "\uDFFF",
        "\uDC00\uD800",
        "\0",
        "\uFEFF",
        "\u202E",
        "\uD83D\uDE80",
        "\u00A0",
        "\u001B",
        "\u0085",
        "é"
      );
      String result = text;
      for (int i = random.nextInt(6); i >= 0; i--) {
        int at = random.nextInt(result.length() + 1);
        result = splice(result, at, at, strange.get(random.nextInt(strange.size())));
      }
      return result;
    }
  },
  /** Indentation by tabs, or by one space more. */
  REINDENTED {
    @Override
    String apply(String text, String other, Random random) {
      int at = random.nextInt(text.length() + 1);
      String rest = text.substring(at);
      return text.substring(0, at) + (random.nextBoolean() ? rest.replace("    ", "\t") : rest.replace("\n", "\n "));
    }
  },
  /** A line as no person writes it. */
  LONG_LINE {
    @Override
    String apply(String text, String other, Random random) {
      int at = random.nextInt(text.length() + 1);
      String part = List.of("x", "a.b.", "x, ", "1 + ", "'s' ", "\\", "(x)", "x=1;").get(random.nextInt(8));
      return splice(text, at, at, part.repeat(1 + random.nextInt(5000)));
    }
  },
  /** All on one line. */
  JOINED {
    @Override
    String apply(String text, String other, Random random) {
      return text.replace('\n', random.nextBoolean() ? ' ' : ';');
    }
  };

  private static final Pattern TOKEN = Pattern.compile("\\w+|\\s+|[^\\w\\s]+");

  /**
   * The text, spoilt.
   *
   * @param text what to spoil
   * @param other another text of the same language
   * @param random decides where and how
   */
  abstract String apply(String text, String other, Random random);

  /** One of them. */
  static Mangling any(Random random) {
    return values()[random.nextInt(values().length)];
  }

  private static MatchResult anyToken(String text, Random random) {
    List<MatchResult> tokens = TOKEN.matcher(text.isEmpty() ? " " : text)
      .results()
      .toList();
    return tokens.get(random.nextInt(tokens.size()));
  }

  private static String splice(String text, int start, int end, String inserted) {
    return text.substring(0, Math.min(start, text.length())) + inserted + text.substring(Math.min(end, text.length()));
  }
}
