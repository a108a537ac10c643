package dev.perfreview.rust;

import dev.perfreview.syntax.SyntaxNode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known of macro calls, whose arguments the grammar leaves as bare tokens. */
public final class Macros {

  /** Macros that end the normal course: their arguments are evaluated only on the way out. */
  private static final Set<String> DIVERGING = Set.of(
    "anyhow",
    "bail",
    "eyre",
    "format_err",
    "panic",
    "todo",
    "unimplemented",
    "unreachable"
  );

  private Macros() {}

  /** The simple name of the macro that is called. */
  public static @Nullable String nameOf(SyntaxNode invocation) {
    SyntaxNode macro = invocation.field("macro");
    List<String> segments = macro == null ? null : RustPaths.segmentsOf(macro);
    return segments == null ? null : segments.getLast();
  }

  /** Whether the node calls a macro that ends the normal course or makes an error. */
  public static boolean makesError(SyntaxNode node) {
    if (!node.is("macro_invocation")) {
      return false;
    }
    String name = nameOf(node);
    return name != null && DIVERGING.contains(name);
  }
}
