package dev.perfreview.python;

import dev.perfreview.syntax.KindSet;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxNode;
import dev.perfreview.syntax.SyntaxSnapshot;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bindings of the form {@code name.attribute = …} in a file: what may set an attribute of {@code self}. */
final class SelfAssignments {

  private static final KindSet ATTRIBUTES = KindSet.of(Language.PYTHON, "attribute");

  private static final KindSet BINDERS = KindSet.of(
    Language.PYTHON,
    "assignment",
    "augmented_assignment",
    "for_statement",
    "for_in_clause",
    "pattern_list",
    "tuple_pattern",
    "list_pattern",
    "list_splat_pattern",
    "as_pattern_target"
  );

  private SelfAssignments() {}

  /**
   * One such binding.
   *
   * @param self the identifier before the dot
   * @param name the attribute's name
   * @param binding what binds it
   */
  record Bound(SyntaxNode self, String name, Binding binding) {}

  static List<Bound> in(SyntaxSnapshot syntax) {
    List<Bound> found = new ArrayList<>();
    for (SyntaxNode node : syntax.root().descendants(ATTRIBUTES)) {
      // Asked first: most attributes are read.
      if (!BINDERS.contains(syntax.kind(syntax.parent(node.index())))) {
        continue;
      }
      SyntaxNode self = node.field("object");
      SyntaxNode name = node.field("attribute");
      Binding binding = self != null && self.is("identifier") ? bindingOf(node) : null;
      if (self != null && name != null && binding != null) {
        found.add(new Bound(self, name.text(), binding));
      }
    }
    return found;
  }

  private static @Nullable Binding bindingOf(SyntaxNode attribute) {
    SyntaxNode parent = attribute.parent();
    if (parent == null) {
      return null;
    }
    boolean left = "left".equals(attribute.fieldName());
    return switch (parent.kind()) {
      case "assignment" -> left ? assigned(attribute, parent) : null;
      case "augmented_assignment" -> left ? Binding.of(Binding.Kind.AUGMENTED, attribute, parent.field("right")) : null;
      case "for_statement", "for_in_clause" -> left
        ? Binding.of(Binding.Kind.ELEMENT, attribute, parent.field("right"))
        : null;
      case "pattern_list", "tuple_pattern", "list_pattern", "list_splat_pattern" -> Binding.of(
        Binding.Kind.UNPACKED,
        attribute,
        null
      );
      case "as_pattern_target" -> Binding.of(Binding.Kind.OTHER, attribute, null);
      default -> null;
    };
  }

  private static Binding assigned(SyntaxNode attribute, SyntaxNode assignment) {
    SyntaxNode value = assignment.field("right");
    while (value != null && value.is("assignment")) {
      value = value.field("right");
    }
    return new Binding(Binding.Kind.ASSIGNMENT, attribute, value, assignment.field("type"), null);
  }
}
