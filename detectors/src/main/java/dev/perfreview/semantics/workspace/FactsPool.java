package dev.perfreview.semantics.workspace;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Makes the facts of many files share their texts, of which most stand in many files. Thread-safe. To be dropped when the files are read: it holds on
 * to every text that it saw.
 */
public final class FactsPool {

  private final Map<String, String> texts = new ConcurrentHashMap<>();

  /** Shares nothing yet. */
  public FactsPool() {}

  /** The same facts with the texts of those before them. */
  public FileFacts share(FileFacts facts) {
    return new FileFacts(
      share(facts.path()),
      facts.language(),
      share(facts.module()),
      facts
        .types()
        .stream()
        .map(type ->
          new TypeFacts(share(type.name()), share(type.bases()), share(type.members()), share(type.contents()))
        )
        .toList(),
      facts.functions().stream().map(this::share).toList(),
      share(facts.names()),
      share(facts.variables())
    );
  }

  private FunctionFacts share(FunctionFacts function) {
    return new FunctionFacts(
      share(function.name()),
      function.line(),
      function.traits(),
      share(function.result()),
      function
        .calls()
        .stream()
        .map(call -> new CallFacts(share(call.callee()), call.line(), call.onBranch(), call.awaited()))
        .toList(),
      function
        .effects()
        .stream()
        .map(effect -> effect.with(effect.line(), this::share))
        .toList()
    );
  }

  private List<String> share(List<String> all) {
    return all.stream().map(this::share).toList();
  }

  private Map<String, String> share(Map<String, String> all) {
    return all
      .entrySet()
      .stream()
      .collect(Collectors.toMap(entry -> share(entry.getKey()), entry -> share(entry.getValue())));
  }

  private String share(String text) {
    String known = texts.putIfAbsent(text, text);
    return known == null ? text : known;
  }
}
