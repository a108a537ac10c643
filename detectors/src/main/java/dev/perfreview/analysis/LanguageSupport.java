package dev.perfreview.analysis;

import dev.perfreview.python.PythonModel;
import dev.perfreview.python.PythonRules;
import dev.perfreview.python.workspace.PythonFacts;
import dev.perfreview.rule.Rule;
import dev.perfreview.rust.RustModel;
import dev.perfreview.rust.RustRules;
import dev.perfreview.rust.workspace.RustFacts;
import dev.perfreview.semantics.SemanticModel;
import dev.perfreview.semantics.workspace.FileFacts;
import dev.perfreview.semantics.workspace.Workspace;
import dev.perfreview.syntax.Grammar;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxSnapshot;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What the driver needs of a language: how its model is built and which rules read it.
 *
 * @param <M> the language's semantic model
 */
public final class LanguageSupport<M extends SemanticModel> {

  private static final LanguageSupport<PythonModel> PYTHON = new LanguageSupport<>(
    Language.PYTHON,
    PythonModel::new,
    PythonFacts::of,
    PythonRules.ALL
  );
  private static final LanguageSupport<RustModel> RUST = new LanguageSupport<>(
    Language.RUST,
    RustModel::new,
    RustFacts::of,
    RustRules.ALL
  );

  private final Language language;
  private final ModelBuilder<M> model;
  private final BiFunction<String, SyntaxSnapshot, FileFacts> facts;
  private final List<Rule<M>> rules;
  private volatile @Nullable RuleTable table;

  /**
   * Support of a language.
   *
   * @param language which
   * @param model builds the model of a file
   * @param facts reads off a file of a path what it tells the others
   * @param rules all its rules
   */
  LanguageSupport(
    Language language,
    ModelBuilder<M> model,
    BiFunction<String, SyntaxSnapshot, FileFacts> facts,
    List<Rule<M>> rules
  ) {
    this.language = language;
    this.model = model;
    this.facts = facts;
    this.rules = List.copyOf(rules);
  }

  /** Support of a language whose files tell each other nothing. */
  LanguageSupport(Language language, ModelBuilder<M> model, List<Rule<M>> rules) {
    this(language, model, LanguageSupport::noFacts, rules);
  }

  /** The support of a language. */
  public static LanguageSupport<?> of(Language language) {
    return switch (language) {
      case PYTHON -> PYTHON;
      case RUST -> RUST;
    };
  }

  /** The support of all languages. */
  public static List<LanguageSupport<?>> all() {
    return List.of(PYTHON, RUST);
  }

  /** The language. */
  public Language language() {
    return language;
  }

  /** All its rules, in the order of their ids. */
  public List<Rule<M>> rules() {
    return rules;
  }

  /** How the model of a file is built. */
  @FunctionalInterface
  interface ModelBuilder<M> {
    /** The model of the file at a path from its workspace folder, among the files of its workspace. */
    M build(SyntaxSnapshot snapshot, String path, Workspace workspace);
  }

  /** Builds the model of a file at a path from its workspace folder, among the files of its workspace. */
  public M modelOf(SyntaxSnapshot snapshot, String path, Workspace workspace) {
    return model.build(snapshot, path, workspace);
  }

  /** Reads off a file at a path from its workspace folder what it tells the others. */
  public FileFacts factsOf(String path, SyntaxSnapshot snapshot) {
    return facts.apply(path, snapshot);
  }

  private static FileFacts noFacts(String path, SyntaxSnapshot snapshot) {
    return new FileFacts(path, snapshot.language(), "", List.of(), List.of(), Map.of(), Map.of());
  }

  /** Which rules want to see which kind of node. */
  RuleTable table() {
    // Made when it is first needed, for the grammar's native library takes a while to load. Two threads may both make it; it is the same.
    RuleTable known = table;
    if (known == null) {
      known = RuleTable.of(Grammar.of(language), rules);
      table = known;
    }
    return known;
  }
}
