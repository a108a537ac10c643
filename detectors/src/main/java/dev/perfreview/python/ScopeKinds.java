package dev.perfreview.python;

import dev.perfreview.syntax.KindSet;
import dev.perfreview.syntax.Language;

/** The kinds of node that the {@link ScopeTreeBuilder} looks at: a sixth of a file's nodes. */
final class ScopeKinds {

  /** What does not run all of its children in the scope that it runs in itself. */
  static final KindSet PLACING = KindSet.of(
    Language.PYTHON,
    "function_definition",
    "lambda",
    "class_definition",
    "list_comprehension",
    "set_comprehension",
    "dictionary_comprehension",
    "generator_expression",
    "default_parameter",
    "typed_default_parameter",
    "typed_parameter",
    "for_in_clause"
  );

  /** What binds names or opens a scope. */
  static final KindSet BINDING = KindSet.of(
    Language.PYTHON,
    "function_definition",
    "class_definition",
    "lambda",
    "list_comprehension",
    "set_comprehension",
    "dictionary_comprehension",
    "generator_expression",
    "parameters",
    "lambda_parameters",
    "assignment",
    "augmented_assignment",
    "named_expression",
    "for_statement",
    "for_in_clause",
    "as_pattern",
    "case_clause",
    "delete_statement",
    "global_statement",
    "nonlocal_statement",
    "import_statement",
    "import_from_statement",
    "wildcard_import"
  );

  private ScopeKinds() {}
}
