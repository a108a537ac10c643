import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.NativeLibraries;
import dev.perfreview.syntax.SourceText;
import dev.perfreview.syntax.SyntaxTree;
import dev.perfreview.syntax.TextEdit;
import io.github.treesitter.jtreesitter.InputEncoding;
import io.github.treesitter.jtreesitter.Parser;
import io.github.treesitter.jtreesitter.Tree;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Times parsing with the native libraries that {@code -Dperfreview.natives} chooses; parse.py runs it. Prints three medians in
 * microseconds: parsing alone, parsing and copying into a snapshot, and a snapshot after an edit of one character.
 */
final class ParseBenchmark {

  private static final int ROUNDS = 60;

  public static void main(String[] arguments) throws Exception {
    Path file = Path.of(arguments[0]);
    Language language = Language.ofFileName(file.toString()).orElseThrow();
    String text = Files.readString(file);
    SyntaxTree.snapshotOf(language, text);
    long whole = median(() -> SyntaxTree.snapshotOf(language, text));
    long parse;
    try (Parser parser = new Parser(grammar(language))) {
      parse = median(() -> {
        try (Tree tree = parser.parse(text, InputEncoding.UTF_16LE).orElseThrow()) {
          tree.getRootNode();
        }
      });
    }
    long edit;
    try (SyntaxTree tree = SyntaxTree.parse(language, new SourceText(text))) {
      int comment = text.indexOf("\n\n", text.length() / 2) + 1;
      tree.edit(List.of(TextEdit.insert(comment, language.lineComment())));
      edit = median(() -> tree.edit(List.of(TextEdit.insert(comment + language.lineComment().length(), "x"))));
    }
    System.out.println(parse + " " + whole + " " + edit + " " + NativeLibraries.loaded().getFirst().origin());
  }

  private static io.github.treesitter.jtreesitter.Language grammar(Language language) throws Exception {
    Path natives = Path.of(System.getProperty("perfreview.home"), "lib", "natives");
    String folder = "ready-made".equals(System.getProperty("perfreview.natives")) ? "ready-made" : "compiled";
    try (Stream<Path> files = Files.walk(natives.resolve(folder))) {
      // The ready-made ones are there for each platform: only this one's can be loaded.
      SymbolLookup symbols = files
        .filter(path -> path.toString().contains("tree-sitter-" + language.id()))
        .flatMap(path -> load(path).stream())
        .findFirst()
        .orElseThrow();
      return io.github.treesitter.jtreesitter.Language.load(symbols, "tree_sitter_" + language.id());
    }
  }

  private static Optional<SymbolLookup> load(Path library) {
    try {
      return Optional.of(SymbolLookup.libraryLookup(library, Arena.global()));
    } catch (IllegalArgumentException ofAnotherPlatform) {
      return Optional.empty();
    }
  }

  private static long median(Runnable work) {
    long[] times = new long[ROUNDS];
    for (int i = -ROUNDS / 2; i < ROUNDS; i++) {
      long start = System.nanoTime();
      work.run();
      if (i >= 0) {
        times[i] = (System.nanoTime() - start) / 1000;
      }
    }
    Arrays.sort(times);
    return times[ROUNDS / 2];
  }
}
