package dev.perfreview.python;

import dev.perfreview.syntax.SyntaxNode;

/** The parameters of a function as its callers count them. */
public final class Parameters {

  private Parameters() {}

  /**
   * How many arguments can be given by position before the one for a parameter.
   *
   * @param parameter the name in the parameter list of a {@code function_definition}; {@code self} and {@code cls} do not count
   */
  public static int placeOf(SyntaxNode parameter) {
    SyntaxNode function = parameter.enclosing("function_definition");
    SyntaxNode parameters = function == null ? null : function.field("parameters");
    int place = 0;
    if (parameters != null) {
      for (SyntaxNode declared : parameters.namedChildren()) {
        if (declared.equals(parameter) || declared.contains(parameter)) {
          break;
        }
        boolean counts =
          !declared.isAny("comment", "keyword_separator", "positional_separator") &&
          !declared.textIs("self") &&
          !declared.textIs("cls");
        place += counts ? 1 : 0;
      }
    }
    return place;
  }
}
