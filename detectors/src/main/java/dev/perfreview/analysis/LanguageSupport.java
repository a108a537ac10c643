package dev.perfreview.analysis;

import dev.perfreview.python.PythonModel;
import dev.perfreview.python.PythonRules;
import dev.perfreview.rule.Rule;
import dev.perfreview.rust.RustModel;
import dev.perfreview.rust.RustRules;
import dev.perfreview.semantics.SemanticModel;
import dev.perfreview.syntax.Grammar;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxSnapshot;
import java.util.List;
import java.util.function.Function;
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
    PythonRules.ALL
  );
  private static final LanguageSupport<RustModel> RUST = new LanguageSupport<>(
    Language.RUST,
    RustModel::new,
    RustRules.ALL
  );

  private final Language language;
  private final Function<SyntaxSnapshot, M> model;
  private final List<Rule<M>> rules;
  private volatile @Nullable RuleTable table;

  /**
   * Support of a language.
   *
   * @param language which
   * @param model builds the model of a file
   * @param rules all its rules
   */
  LanguageSupport(Language language, Function<SyntaxSnapshot, M> model, List<Rule<M>> rules) {
    this.language = language;
    this.model = model;
    this.rules = List.copyOf(rules);
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

  /** Builds the model of a file. */
  public M modelOf(SyntaxSnapshot snapshot) {
    return model.apply(snapshot);
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
