package dev.perfreview.rust.iteration;

import dev.perfreview.rust.Calls;
import dev.perfreview.rust.RustModel;
import dev.perfreview.rust.RustType;
import dev.perfreview.syntax.SyntaxNode;
import org.jspecify.annotations.Nullable;

/**
 * A {@code collect()} that makes a {@code Vec}.
 *
 * @param call the whole expression
 * @param iterated the iterator
 */
public record CollectedList(SyntaxNode call, SyntaxNode iterated) {
  /** The list that a call collects; nothing when it collects something else, or into a type that is not written. */
  public static @Nullable CollectedList of(SyntaxNode call, RustModel model) {
    SyntaxNode iterated = "collect".equals(Calls.nameOf(call)) ? Calls.receiverOf(call) : null;
    if (iterated == null || !Calls.argumentsOf(call).isEmpty()) {
      return null;
    }
    SyntaxNode function = call.field("function");
    SyntaxNode turbofish = function == null ? null : function.field("type_arguments");
    SyntaxNode parent = call.parent();
    boolean bound = parent != null && parent.is("let_declaration");
    SyntaxNode written =
      turbofish != null && turbofish.namedChildren().size() == 1
        ? turbofish.namedChildren().getFirst()
        : bound && parent != null
          ? parent.field("type")
          : null;
    RustType type = written == null ? null : model.typeWritten(written);
    return type != null && type.is("std::vec::Vec") && type.references() == 0
      ? new CollectedList(call, iterated)
      : null;
  }
}
