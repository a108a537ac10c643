package dev.perfreview.harness.fuzz;

import dev.perfreview.heat.HotPathReader;
import dev.perfreview.toml.TomlDocument;
import dev.perfreview.toml.TomlProblem;
import dev.perfreview.toml.TomlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Spoilt TOML: whatever a file says, each problem is told at a place of the file, in words. */
final class TomlFuzz {

  private static final int MOST_MANGLINGS = 5;
  private static final List<String> PIECES = List.of(
    "[[hot-path]]\n",
    "[hot-path]\n",
    "[rules.x]\n",
    "a.b.c = 1\n",
    "\"\" = 1\n",
    "heat = ",
    "x = 1979-05-27T07:32:00Z\n",
    "x = 0xFFFFFFFFFFFFFFFFFFFF\n",
    "x = 1e999\n",
    "x = nan\n",
    "x = '''",
    "x = \"\"\"\\",
    "x = \"\\uD800\"\n",
    "x = \"\\U00110000\"\n",
    "x = {a = [{b = 1}, 2]}\n",
    "= 3\n",
    "select = [1, 'x', [], {}]\n",
    "paths = ['[', '**/**', '{a,', '\\\\', '']\n"
  );

  private TomlFuzz() {}

  /** The case of a seed. */
  static FuzzCase of(Corpus corpus, long seed) {
    Random random = new Random(seed);
    String text = random.nextInt(8) == 0 ? "" : corpus.anyToml(random);
    for (int count = 1 + random.nextInt(MOST_MANGLINGS); count > 0; count--) {
      if (random.nextBoolean()) {
        int at = text.lastIndexOf('\n', random.nextInt(text.length() + 1)) + 1;
        text = text.substring(0, at) + PIECES.get(random.nextInt(PIECES.size())) + text.substring(at);
      } else {
        text = Mangling.any(random).apply(text, corpus.anyToml(random), random);
      }
    }
    return new FuzzCase(seed, "TOML", ".toml", text, TomlFuzz::faultsOf);
  }

  private static List<String> faultsOf(String text) {
    TomlDocument document = TomlDocument.parse(text);
    HotPathReader.read(document.root().tables("hot-path"));
    readAll(document.root());
    List<String> faults = new ArrayList<>();
    for (TomlProblem problem : document.problems()) {
      if (
        problem.range().start() < 0 ||
        problem.range().end() > text.length() ||
        problem.range().start() > problem.range().end()
      ) {
        faults.add("problems are in range: " + problem);
      }
      if (problem.message().isBlank() || Character.isUpperCase(problem.message().codePointAt(0))) {
        faults.add("problems are told in words: " + problem);
      }
    }
    if (document.isWellFormed() && faults.isEmpty() && text.isBlank() && !document.problems().isEmpty()) {
      faults.add("an empty file has no problems: " + document.problems());
    }
    return faults;
  }

  /** Asks for each key as everything that it could be. */
  private static void readAll(TomlReader table) {
    for (String key : table.keys()) {
      table.string(key);
      table.flag(key);
      table.strings(key);
      table.word(key, Map.of("step", 1, "token", 2));
      table.tables(key).forEach(TomlFuzz::readAll);
      TomlReader inner = table.table(key);
      if (inner != null) {
        readAll(inner);
      }
      table.reportValue(key, "is looked at");
    }
    table.finish();
  }
}
