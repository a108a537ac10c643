package dev.perfreview.analysis;

import dev.perfreview.python.PythonModel;
import dev.perfreview.python.PythonRules;
import dev.perfreview.rule.Rule;
import dev.perfreview.rust.RustModel;
import dev.perfreview.rust.RustRules;
import dev.perfreview.semantics.SemanticModel;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxSnapshot;
import java.util.List;
import java.util.function.Function;

/**
 * What the driver needs of a language: how its model is built and which rules read it.
 *
 * @param <M> the language's semantic model
 * @param language which
 * @param model builds the model of a file
 * @param rules all its rules
 */
public record LanguageSupport<M extends SemanticModel>(
  Language language,
  Function<SyntaxSnapshot, M> model,
  List<Rule<M>> rules
) {
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
}
