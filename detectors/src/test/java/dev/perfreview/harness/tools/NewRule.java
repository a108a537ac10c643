package dev.perfreview.harness.tools;

import dev.perfreview.harness.Project;
import dev.perfreview.syntax.Language;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** {@code ./dev new-rule LANGUAGE ID}: writes all files that a rule consists of and adds it to its language's registry. */
final class NewRule {

  private static final String USAGE = "new-rule python|rust ID";

  private final Project project;
  private final Language language;
  private final String id;
  private final PrintStream out;

  private NewRule(Project project, Language language, String id, PrintStream out) {
    this.project = project;
    this.language = language;
    this.id = id;
    this.out = out;
  }

  static int run(Project project, List<String> arguments, PrintStream out) throws IOException {
    Dev.require(arguments.size() == 2, USAGE, arguments);
    Optional<Language> language = Language.ofId(arguments.getFirst());
    String id = arguments.get(1);
    Dev.require(language.isPresent() && id.matches("[a-z]+(-[a-z]+)+"), USAGE + " with a kebab-case id", arguments);
    Dev.require(
      !id.matches("(use|avoid|no)-.*"),
      USAGE + " with an id that names the pattern, not the advice",
      arguments
    );
    new NewRule(project, language.orElseThrow(), id, out).write();
    return 0;
  }

  private void write() throws IOException {
    Path ruleClass = project
      .sources()
      .resolve(language.id())
      .resolve("rules")
      .resolve(className() + ".java");
    Dev.require(!Files.exists(ruleClass), USAGE + " of a rule that does not exist yet", List.of(language.id(), id));
    boolean python = language == Language.PYTHON;
    String extension = language.extensions().getFirst();
    create(ruleClass, RuleTemplates.RULE);
    create(
      project
        .documents()
        .resolve(language.id())
        .resolve(id + ".md"),
      RuleTemplates.DOCUMENT
    );
    Path fixtures = project.fixtures().resolve(language.id()).resolve(id);
    create(fixtures.resolve("flags." + extension), python ? RuleTemplates.PYTHON_FLAGS : RuleTemplates.RUST_FLAGS);
    create(fixtures.resolve("clean." + extension), python ? RuleTemplates.PYTHON_CLEAN : RuleTemplates.RUST_CLEAN);
    register(
      project
        .sources()
        .resolve(language.id())
        .resolve(modelPrefix() + "Rules.java")
    );
    out.println("now say in the document what it is about, mark the fixtures, and run ./dev test " + id);
  }

  private void create(Path file, String template) throws IOException {
    Files.createDirectories(file.getParent());
    boolean python = language == Language.PYTHON;
    Files.writeString(
      file,
      template
        .replace("@LANGUAGE@", language.id())
        .replace("@LANGUAGE_CONSTANT@", language.name())
        .replace("@MODEL@", modelPrefix() + "Model")
        .replace("@CLASS@", className())
        .replace("@ID@", id)
        .replace("@KIND@", python ? "call" : "call_expression")
        .replace("@EXAMPLE@", python ? "placeholder(1)" : "fn example() {\n    placeholder(1);\n}")
        .replace("@BETTER@", python ? "better(1)" : "fn example() {\n    better(1);\n}")
    );
    out.println("wrote " + project.root().relativize(file));
  }

  /** Adds the rule to the registry's list, which is ordered by id. */
  private void register(Path registry) throws IOException {
    String text = Files.readString(registry);
    Matcher list = Pattern.compile("List\\.of\\(([^;]*)\\);").matcher(text);
    if (!list.find()) {
      throw new IllegalStateException("no list of rules in " + registry);
    }
    List<String> entries = new ArrayList<>(
      Arrays.stream(list.group(1).split(","))
        .map(String::strip)
        .filter(entry -> !entry.isEmpty())
        .toList()
    );
    entries.add("new " + className() + "()");
    String sorted = entries
      .stream()
      .sorted(Comparator.comparing(NewRule::idOf))
      .map(entry -> "\n    " + entry)
      .collect(Collectors.joining(","));
    String registered = text.substring(0, list.start(1)) + sorted + "\n  " + text.substring(list.end(1));
    String added = "import dev.perfreview." + language.id() + ".rules." + className() + ";\n";
    Files.writeString(registry, withImport(registered, added));
    out.println("added it to " + project.root().relativize(registry));
  }

  private static String withImport(String text, String added) {
    List<String> imports = new ArrayList<>(
      text
        .lines()
        .filter(line -> line.startsWith("import "))
        .map(line -> line + "\n")
        .toList()
    );
    String before = imports.getFirst();
    String after = imports.getLast();
    imports.add(added);
    int start = text.indexOf(before);
    int end = text.indexOf(after) + after.length();
    return text.substring(0, start) + imports.stream().sorted().collect(Collectors.joining()) + text.substring(end);
  }

  /** {@code new ListPopFront()} → {@code list-pop-front}. */
  private static String idOf(String entry) {
    return entry.replaceAll("^new |\\(.*$", "").replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  private String className() {
    return Arrays.stream(id.split("-")).map(NewRule::capitalised).collect(Collectors.joining());
  }

  private String modelPrefix() {
    return capitalised(language.id());
  }

  private static String capitalised(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
