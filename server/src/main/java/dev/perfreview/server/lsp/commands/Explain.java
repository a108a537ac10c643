package dev.perfreview.server.lsp.commands;

import com.google.gson.JsonPrimitive;
import dev.perfreview.analysis.RuleDocs;
import dev.perfreview.rule.RuleInfo;
import dev.perfreview.server.lsp.diagnostics.RuleLinks;
import dev.perfreview.server.lsp.session.Session;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.ShowDocumentParams;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * Explains the rule whose id is its first argument: shows its page where the client can show documents, and answers the page as Markdown. A rule of
 * both languages has two pages; the second argument, {@code python} or {@code rust}, chooses one.
 */
public final class Explain implements ServerCommand {

  @Override
  public CompletableFuture<@Nullable Object> run(Session session, ExecuteCommandParams parameters) {
    List<Object> arguments = ServerCommand.argumentsOf(parameters);
    Optional<String> id = text(arguments, 0);
    Optional<String> language = text(arguments, 1);
    List<RuleInfo> rules = session
      .workspace()
      .rules()
      .stream()
      .filter(rule -> id.filter(rule.id()::equals).isPresent())
      .filter(rule -> language.isEmpty() || language.get().equals(rule.language().id()))
      .toList();
    if (rules.isEmpty()) {
      return CompletableFuture.failedFuture(
        new ResponseErrorException(
          new ResponseError(
            ResponseErrorCode.InvalidParams,
            id
              .map(unknown -> "there is no rule `" + unknown + "`")
              .orElse("the argument of " + CommandNames.EXPLAIN + " is the id of a rule"),
            null
          )
        )
      );
    }
    show(session, rules.getFirst());
    return CompletableFuture.completedFuture(
      rules.stream().map(RuleDocs::markdownOf).collect(Collectors.joining("\n\n"))
    );
  }

  private static void show(Session session, RuleInfo rule) {
    Optional<String> page = RuleLinks.ofThisProcess().linkOf(rule);
    if (session.features().showDocument() && page.isPresent()) {
      session.outbox().send(() -> {
        var _ = session.client().showDocument(new ShowDocumentParams(page.get()));
      });
    }
  }

  private static Optional<String> text(List<Object> arguments, int index) {
    return arguments.size() > index && arguments.get(index) instanceof JsonPrimitive text
      ? Optional.of(text.getAsString())
      : Optional.empty();
  }
}
