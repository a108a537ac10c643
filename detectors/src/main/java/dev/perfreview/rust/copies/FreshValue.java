package dev.perfreview.rust.copies;

import dev.perfreview.rule.Finding;
import dev.perfreview.rule.Fix;
import dev.perfreview.rust.Calls;
import dev.perfreview.rust.Comments;
import dev.perfreview.rust.Macros;
import dev.perfreview.rust.RustModel;
import dev.perfreview.rust.RustType;
import dev.perfreview.syntax.SyntaxNode;
import dev.perfreview.syntax.TextEdit;
import dev.perfreview.syntax.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A copy of a value that was made just now and that nothing else holds: {@code name.to_string().clone()}. */
public final class FreshValue {

  private static final Set<String> MAKING = Set.of(
    "clone",
    "cloned",
    "collect",
    "concat",
    "into_owned",
    "join",
    "repeat",
    "replace",
    "to_ascii_lowercase",
    "to_ascii_uppercase",
    "to_lowercase",
    "to_owned",
    "to_string",
    "to_uppercase",
    "to_vec"
  );

  /** Methods that make a text of their own whatever they are called on. */
  private static final Set<String> MAKING_TEXT = Set.of("to_lowercase", "to_string", "to_uppercase");

  private FreshValue() {}

  /** The finding; nothing where the copied value may be a reference to something kept. */
  public static @Nullable Finding of(ClonedValue copy, RustModel model) {
    if (!copy.method().equals("clone") || !isFresh(copy.source(), model)) {
      return null;
    }
    String message = copy.subject() + " copies a value that was made just now and that nobody else holds";
    Finding finding = Finding.at(copy.call(), message);
    return Comments.areIn(copy.call())
      ? finding
      : finding.withFix(Fix.safe("Use the value itself", TextEdit.delete(copy.source().end(), copy.call().end())));
  }

  /** The copies among the bare tokens of a macro's arguments: {@code vec![name.to_string().clone()]}. */
  public static List<Finding> inMacro(SyntaxNode macro) {
    List<Finding> findings = new ArrayList<>();
    SyntaxNode tokens = macro.firstChild("token_tree");
    for (SyntaxNode token : tokens == null ? List.<SyntaxNode>of() : tokens.descendants()) {
      if (token.is("identifier") && token.textIs("clone")) {
        SyntaxNode dot = token.previousSibling();
        SyntaxNode made = dot == null || !dot.is(".") ? null : dot.previousSibling();
        SyntaxNode method = made == null || !made.textIs("()") ? null : made.previousSibling();
        SyntaxNode call = token.nextSibling();
        if (dot != null && method != null && call != null && call.textIs("()") && MAKING_TEXT.contains(method.text())) {
          TextRange range = new TextRange(dot.start(), call.end());
          String message =
            "`clone()` copies a text that `" + method.text() + "` made just now and that nobody else holds";
          findings.add(
            Finding.at(range, message).withFix(
              Fix.safe("Use the value itself", TextEdit.delete(dot.start(), call.end()))
            )
          );
        }
      }
    }
    return findings;
  }

  private static boolean isFresh(SyntaxNode source, RustModel model) {
    if (source.is("macro_invocation")) {
      String name = Macros.nameOf(source);
      return "format".equals(name) || "vec".equals(name);
    }
    if (!source.is("call_expression")) {
      return false;
    }
    String method = Calls.nameOf(source);
    boolean makes =
      method != null &&
      Calls.receiverOf(source) != null &&
      (MAKING.contains(method) || model.functionCalled(source) != null);
    RustType type = makes ? model.typeOf(source) : null;
    return type != null && type.references() == 0 && !type.isGuard() && model.copyCostOf(type).allocates();
  }
}
