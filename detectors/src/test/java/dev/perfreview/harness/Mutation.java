package dev.perfreview.harness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** A way in which code is for a moment not what its author means, as while it is typed, moved or merged. */
enum Mutation {
  /** A few characters are gone. */
  DELETE {
    @Override
    String apply(String code, Random random) {
      int from = random.nextInt(code.length() + 1);
      int to = Math.min(code.length(), from + random.nextInt(12));
      return code.substring(0, from) + code.substring(to);
    }
  },
  /** Punctuation appears that opens or ends something. */
  INSERT {
    @Override
    String apply(String code, Random random) {
      String[] signs = {
        "(",
        ")",
        "{",
        "}",
        "[",
        "\"",
        "'",
        "\\",
        "#",
        "//",
        "\n",
        "\t",
        "\"\"\"",
        "/*",
        ";",
        "é",
        "\uD83D\uDE80",
      };
      int at = random.nextInt(code.length() + 1);
      return code.substring(0, at) + signs[random.nextInt(signs.length)] + code.substring(at);
    }
  },
  /** A line stands there twice. */
  REPEAT_LINE {
    @Override
    String apply(String code, Random random) {
      List<String> lines = new ArrayList<>(Arrays.asList(code.split("\n", -1)));
      int line = random.nextInt(lines.size());
      lines.add(line, lines.get(line));
      return String.join("\n", lines);
    }
  },
  /** Two lines have changed places. */
  SWAP_LINES {
    @Override
    String apply(String code, Random random) {
      List<String> lines = new ArrayList<>(Arrays.asList(code.split("\n", -1)));
      java.util.Collections.swap(lines, random.nextInt(lines.size()), random.nextInt(lines.size()));
      return String.join("\n", lines);
    }
  },
  /** The rest is missing. */
  TRUNCATE {
    @Override
    String apply(String code, Random random) {
      return code.substring(0, random.nextInt(code.length() + 1));
    }
  };

  /** The code after the mutation. A surrogate pair may be torn, as clients that count wrongly do. */
  abstract String apply(String code, Random random);

  /** One of them. */
  static Mutation any(Random random) {
    return values()[random.nextInt(values().length)];
  }
}
