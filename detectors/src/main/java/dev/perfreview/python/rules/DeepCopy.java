package dev.perfreview.python.rules;

import dev.perfreview.python.Loops;
import dev.perfreview.rule.Certainty;
import dev.perfreview.rule.Finding;
import dev.perfreview.syntax.SyntaxNode;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code copy.deepcopy}, which walks through everything that the object reaches. */
final class DeepCopy {

  /** Configurations are copied where something is set up, also in files whose other functions are hot. */
  private static final Pattern CONFIGURATION = Pattern.compile("(.*[._])?(args|arguments|cfg|config|settings|options)");

  private DeepCopy() {}

  /** What is wrong with a deep copy. */
  static Optional<Finding> find(CopyExpression copy) {
    boolean cheap = copy.source().isAny("dictionary", "list", "string", "integer");
    boolean inFunction = copy.node().enclosing("function_definition", "lambda") != null;
    if (!copy.deep() || cheap || !inFunction || CONFIGURATION.matcher(copy.source().text()).matches()) {
      return Optional.empty();
    }
    SyntaxNode source = copy.source();
    boolean repeated = Loops.around(copy.node())
      .stream()
      .anyMatch(loop -> !Loops.isShort(loop) && !Loops.keepsAlive(loop));
    String where = repeated ? "on each turn" : "object by object, in Python";
    return Optional.of(
      Finding.at(
        copy.node(),
        "`deepcopy` copies all that `%s` reaches %s: copy only what is changed".formatted(ShortText.of(source), where)
      ).withCertainty(repeated ? Certainty.SHOWN : Certainty.SMALL)
    );
  }
}
