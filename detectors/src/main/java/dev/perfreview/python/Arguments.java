package dev.perfreview.python;

import dev.perfreview.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a call.
 *
 * @param positional in order, up to the first {@code *splat}
 * @param keywords the keyword arguments
 * @param hasSplat whether {@code *args} or {@code **kwargs} adds others that are not in sight
 */
public record Arguments(List<SyntaxNode> positional, List<SyntaxNode> keywords, boolean hasSplat) {
  /** Reads the arguments of a {@code call} node. */
  public static Arguments of(SyntaxNode call) {
    SyntaxNode list = call.field("arguments");
    if (list == null || !list.is("argument_list")) {
      // `f(x for x in xs)`: the generator expression stands in place of the list.
      return new Arguments(list == null ? List.of() : List.of(list), List.of(), false);
    }
    List<SyntaxNode> positional = new ArrayList<>();
    List<SyntaxNode> keywords = new ArrayList<>();
    boolean splat = false;
    for (SyntaxNode child : list.namedChildren()) {
      switch (child.kind()) {
        case "keyword_argument" -> keywords.add(child);
        case "list_splat", "dictionary_splat", "parenthesized_list_splat" -> splat = true;
        case "comment" -> {
          // Not an argument.
        }
        default -> {
          if (!splat) {
            positional.add(child);
          }
        }
      }
    }
    return new Arguments(positional, keywords, splat);
  }

  /** How many arguments there are in sight. */
  public int count() {
    return positional.size() + keywords.size();
  }

  /** The positional argument at an index. */
  public @Nullable SyntaxNode positional(int index) {
    return index < positional.size() ? positional.get(index) : null;
  }

  /** The value of a keyword argument. */
  public @Nullable SyntaxNode keyword(String name) {
    for (SyntaxNode argument : keywords) {
      SyntaxNode key = argument.field("name");
      if (key != null && key.textIs(name)) {
        return argument.field("value");
      }
    }
    return null;
  }

  /** The argument that fills a parameter, given by position or by name. */
  public @Nullable SyntaxNode parameter(int index, String name) {
    SyntaxNode found = positional(index);
    return found == null ? keyword(name) : found;
  }
}
