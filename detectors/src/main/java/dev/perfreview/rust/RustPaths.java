package dev.perfreview.rust;

import dev.perfreview.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the segments of a path such as {@code std::sync::Mutex::new} off its nodes; type arguments are left out. */
final class RustPaths {

  private RustPaths() {}

  /**
   * The segments of a path as it is written.
   *
   * @return nothing when the node is no path, or one that starts with a type in angle brackets ({@code <T as Trait>::f})
   */
  static @Nullable List<String> segmentsOf(SyntaxNode path) {
    List<String> segments = new ArrayList<>();
    SyntaxNode node = path;
    while (node != null) {
      switch (node.kind()) {
        case "scoped_identifier", "scoped_type_identifier" -> {
          SyntaxNode name = node.field("name");
          if (name == null) {
            return null;
          }
          segments.add(name.text());
          node = node.field("path");
        }
        case "generic_type", "generic_type_with_turbofish" -> node = node.field("type");
        case "generic_function" -> node = node.field("function");
        case "identifier", "type_identifier", "primitive_type", "self", "super", "crate" -> {
          segments.add(node.text());
          node = null;
        }
        default -> {
          return null;
        }
      }
    }
    Collections.reverse(segments);
    return segments;
  }

  /** Whether a path can name something of its own crate: it has no segments before the name, or starts in the crate. */
  static boolean mayBeOwn(String path) {
    return (
      !path.contains("::") || path.startsWith("crate::") || path.startsWith("self::") || path.startsWith("super::")
    );
  }

  /** The last segment of a path of segments joined by {@code ::}. */
  static String lastSegment(String path) {
    return path.substring(path.lastIndexOf(':') + 1);
  }
}
