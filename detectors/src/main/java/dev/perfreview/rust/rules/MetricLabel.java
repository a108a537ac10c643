package dev.perfreview.rust.rules;

import dev.perfreview.rule.Finding;
import dev.perfreview.rust.Binding;
import dev.perfreview.rust.Macros;
import dev.perfreview.rust.RustModel;
import dev.perfreview.rust.RustType;
import dev.perfreview.syntax.SyntaxNode;
import dev.perfreview.syntax.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Label values that a macro of the {@code metrics} crate is given as new strings: {@code counter!("requests", "route" => route.to_string())}.
 * A label takes a {@code &'static str} or an {@code Arc<str>} without a copy.
 */
final class MetricLabel {

  private static final Set<String> MACROS = Set.of("counter", "gauge", "histogram");

  private static final Set<String> COPIES = Set.of("to_string", "to_owned");

  private MetricLabel() {}

  /** The findings at the labels of a macro call that are copies of text. */
  static List<Finding> findingsIn(SyntaxNode macro, RustModel model) {
    String name = Macros.nameOf(macro);
    SyntaxNode tokens = name == null || !MACROS.contains(name) ? null : macro.firstChild("token_tree");
    List<Finding> findings = new ArrayList<>();
    if (tokens != null) {
      List<SyntaxNode> children = tokens.children();
      for (int place = 1; place < children.size(); place++) {
        boolean label = children.get(place).is("=>") && children.get(place - 1).is("string_literal");
        Finding finding = label ? copyAt(children, place + 1, macro, model) : null;
        if (finding != null) {
          findings.add(finding);
        }
      }
    }
    return findings;
  }

  /** The tokens {@code name . to_string ()} and then a comma or the end. */
  private static @Nullable Finding copyAt(List<SyntaxNode> tokens, int from, SyntaxNode macro, RustModel model) {
    int end = from + 4;
    if (end >= tokens.size() || !tokens.get(end).isAny(",", ")", "]", "}")) {
      return null;
    }
    SyntaxNode text = tokens.get(from);
    SyntaxNode call = tokens.get(from + 3);
    boolean copies =
      text.is("identifier") &&
      tokens.get(from + 1).is(".") &&
      COPIES.contains(tokens.get(from + 2).text()) &&
      call.is("token_tree") &&
      call.namedChildren().isEmpty();
    RustType type = copies ? model.typeOfName(text.text(), macro) : null;
    if (type == null || !type.is("str")) {
      return null;
    }
    String copy = "`" + text.text() + "." + tokens.get(from + 2).text() + "()`";
    String message = isStatic(text, macro, model)
      ? copy + " allocates a copy of a text that lives as long as the program, which a metric's label takes as it is"
      : copy +
        " allocates a label each time the metric is recorded, where a `&'static str` or an interned `Arc<str>` needs no copy";
    return Finding.at(new TextRange(text.start(), call.end()), message);
  }

  private static boolean isStatic(SyntaxNode name, SyntaxNode macro, RustModel model) {
    Binding binding = model.bindingOfName(name.text(), macro);
    SyntaxNode type = binding == null ? null : binding.declaration().field("type");
    SyntaxNode lifetime = type == null ? null : type.firstChild("lifetime");
    return lifetime != null && lifetime.textIs("'static");
  }
}
