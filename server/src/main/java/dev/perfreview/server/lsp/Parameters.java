package dev.perfreview.server.lsp;

import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.jsonrpc.MessageIssueException;
import org.eclipse.lsp4j.jsonrpc.messages.MessageIssue;
import org.eclipse.lsp4j.jsonrpc.messages.NotificationMessage;
import org.eclipse.lsp4j.jsonrpc.validation.ReflectiveMessageValidator;
import org.jspecify.annotations.Nullable;

/** Tells parameters that lack what the protocol demands from those that a handler of ours fails on. */
final class Parameters {

  private Parameters() {}

  /** What is wrong with the parameters of a message; nothing when they are as the protocol has them. */
  static Optional<String> problemOf(String method, @Nullable Object parameters) {
    if (parameters == null) {
      return Optional.of(method + " has no parameters");
    }
    NotificationMessage message = new NotificationMessage();
    message.setJsonrpc("2.0");
    message.setMethod(method);
    message.setParams(parameters);
    try {
      new ReflectiveMessageValidator(valid -> {}).consume(message);
      return Optional.empty();
    } catch (MessageIssueException wrong) {
      return Optional.of(
        method +
          " has wrong parameters: " +
          wrong.getIssues().stream().map(MessageIssue::getText).collect(Collectors.joining("; "))
      );
    }
  }
}
