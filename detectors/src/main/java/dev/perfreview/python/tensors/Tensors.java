package dev.perfreview.python.tensors;

import dev.perfreview.python.PythonModel;
import dev.perfreview.syntax.SyntaxNode;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a file's tensors: which expressions are some, and in whose memory. Local variables are followed by flow: after
 * {@code x = x.cpu()} an {@code x} is on the host. Attributes hold what any of their assignments gives them. Each expression is worked
 * out when it is first asked for.
 */
public final class Tensors {

  private final TensorExpressions expressions;

  /** Makes the model of a file; nothing is worked out yet. */
  public Tensors(PythonModel model) {
    expressions = new TensorExpressions(model);
  }

  /** What is known of an expression where it stands. */
  public TensorValue valueOf(@Nullable SyntaxNode expression) {
    return expressions.valueOf(expression);
  }

  /** What kind of thing the file itself hands over for the parameter that a name means; nothing where that is several kinds, or not in sight. */
  public TensorValue.@Nullable Kind kindPassedFor(SyntaxNode name) {
    return expressions.places().kindPassedFor(name);
  }

  /** Whether a condition may be a tensor, by its look: asked first, since most are none and working them out takes long. */
  public boolean mayBeTensor(SyntaxNode condition) {
    return switch (condition.kind()) {
      case "call" -> expressions.calls().mayGiveTensor(condition);
      case "comparison_operator" -> condition.namedChildren().stream().anyMatch(this::mayBeTensor);
      case "integer", "float", "true", "false", "none", "string", "concatenated_string" -> false;
      default -> true;
    };
  }

  /** Which memory an argument that names a device means; nothing when it names none. */
  public @Nullable Residence deviceOf(@Nullable SyntaxNode argument) {
    return expressions.deviceOf(argument);
  }
}
