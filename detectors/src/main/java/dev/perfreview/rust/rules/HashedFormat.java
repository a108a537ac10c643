package dev.perfreview.rust.rules;

import dev.perfreview.rust.Binding;
import dev.perfreview.rust.Calls;
import dev.perfreview.rust.Macros;
import dev.perfreview.rust.RustModel;
import dev.perfreview.syntax.SyntaxNode;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A text that is formatted for nothing but its hash: {@code let key = format!("{url}#{n}"); ring.hash(&key)}. A hasher takes the parts one
 * after the other, without a text of them.
 */
final class HashedFormat {

  private static final Set<String> VIEWS = Set.of("as_bytes", "as_str");

  private static final Set<String> FEEDS = Set.of("update", "write");

  private HashedFormat() {}

  /** Whether a {@code format!} of several parts is only hashed, at once or through a variable. */
  static boolean isOnlyHashed(SyntaxNode format, RustModel model) {
    SyntaxNode parent = format.parent();
    if (parent == null || !"format".equals(Macros.nameOf(format))) {
      return false;
    }
    if (!parent.is("let_declaration")) {
      return isHashed(format);
    }
    SyntaxNode name = parent.field("pattern");
    SyntaxNode block = parent.parent();
    if (name == null || block == null || !name.is("identifier")) {
      return false;
    }
    int uses = 0;
    for (SyntaxNode node : block.descendants()) {
      boolean after = node.index() > parent.index() && !parent.contains(node);
      if (!after || !mentions(node, name.text())) {
        continue;
      }
      Binding binding = model.bindingOf(node);
      boolean other = binding != null && binding.declaration().index() != parent.index();
      if (!other && !isHashed(node)) {
        return false;
      }
      uses += other ? 0 : 1;
    }
    return uses == 1;
  }

  private static boolean mentions(SyntaxNode node, String name) {
    boolean inFormat = node.is("string_content") && node.text().contains("{" + name);
    return inFormat || (node.isAny("identifier", "shorthand_field_identifier") && node.textIs(name));
  }

  /** {@code hash_of(&text)}, {@code hasher.update(text.as_bytes())}. */
  private static boolean isHashed(SyntaxNode text) {
    SyntaxNode view = Calls.methodCallOn(text);
    SyntaxNode lent = view != null && VIEWS.contains(String.valueOf(Calls.nameOf(view))) ? view : text;
    SyntaxNode borrow = lent.parent();
    SyntaxNode call = Calls.callTaking(borrow != null && borrow.is("reference_expression") ? borrow : lent);
    return call != null && Calls.argumentsOf(call).size() == 1 && hashes(call);
  }

  private static boolean hashes(SyntaxNode call) {
    String function = Calls.nameOf(call);
    SyntaxNode receiver = Calls.receiverOf(call);
    if (function == null) {
      return false;
    }
    return namesHash(function) || (receiver != null && FEEDS.contains(function) && namesHash(receiver.text()));
  }

  private static boolean namesHash(@Nullable String name) {
    return name != null && name.toLowerCase(Locale.ROOT).contains("hash");
  }
}
