package dev.perfreview.rust.rules;

import dev.perfreview.rule.Fix;
import dev.perfreview.rust.Calls;
import dev.perfreview.syntax.SyntaxNode;
import dev.perfreview.syntax.TextEdit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Replaces a loop that does nothing but push what it awaits by one that awaits all at once. */
final class JoinedTurns {

  private JoinedTurns() {}

  /** The fix; nothing where the loop does more, where a future would borrow from its turn, or where the file does not use futures. */
  static @Nullable Fix of(SyntaxNode loop, SyntaxNode await) {
    SyntaxNode body = loop.field("body");
    SyntaxNode iterated = loop.field("value");
    SyntaxNode pattern = loop.field("pattern");
    SyntaxNode parent = await.parent();
    boolean tried = parent != null && parent.is("try_expression");
    SyntaxNode push = Calls.callTaking(tried && parent != null ? parent : await);
    String crate = crateIn(loop.snapshot().text().string());
    if (body == null || iterated == null || pattern == null || push == null || crate == null) {
      return null;
    }
    List<SyntaxNode> statements = body.namedChildren();
    SyntaxNode receiver = Calls.receiverOf(push);
    boolean onlyPushes =
      statements.size() == 1 &&
      "push".equals(Calls.nameOf(push)) &&
      receiver != null &&
      receiver.is("identifier") &&
      statements
        .getFirst()
        .text()
        .equals(push.text() + ";");
    String future = await.namedChildren().getFirst().text();
    if (!onlyPushes || receiver == null || future.contains("&") || future.contains("?")) {
      return null;
    }
    String all = iterated.isAny("identifier", "field_expression", "call_expression")
      ? iterated.text() + ".into_iter()"
      : "(" + iterated.text() + ").into_iter()";
    String joined = "%s.extend(%s::future::%s(%s.map(|%s| %s)).await%s);".formatted(
      receiver.text(),
      crate,
      tried ? "try_join_all" : "join_all",
      all,
      pattern.text(),
      future,
      tried ? "?" : ""
    );
    SyntaxNode statement = loop.parent();
    SyntaxNode replaced = statement != null && statement.is("expression_statement") ? statement : loop;
    return Fix.unsafe(
      "Await all at once; as many requests as elements run at the same time",
      TextEdit.replace(replaced, joined)
    );
  }

  private static @Nullable String crateIn(String text) {
    return text.contains("futures_util::") ? "futures_util" : text.contains("futures::") ? "futures" : null;
  }
}
