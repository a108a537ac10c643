package dev.perfreview.server.lsp.diagnostics;

import dev.perfreview.rule.RuleInfo;
import dev.perfreview.rule.UserDefinition;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Where the documentation of a rule lies as a file that an editor can open. */
public final class RuleLinks {

  private final @Nullable Path home;
  private final Map<RuleInfo, Optional<String>> links = new ConcurrentHashMap<>();

  /**
   * @param home the folder of the distribution, which holds {@code docs/rules/<language>/<id>.md}; nothing when the server does not run
   *     from one, and no rule has a link
   */
  public RuleLinks(@Nullable Path home) {
    this.home = home;
  }

  /** The links into the distribution that this process runs from, as its launcher says in {@code perfreview.home}. */
  public static RuleLinks ofThisProcess() {
    String home = System.getProperty("perfreview.home");
    return new RuleLinks(home == null ? null : Path.of(home));
  }

  /**
   * The {@code file:} URI of a rule's documentation, or of the line on which a user defined it; none where there is no such file. What editors
   * make of {@code #L12} is to go to the line, or nothing.
   */
  public Optional<String> linkOf(RuleInfo rule) {
    UserDefinition definition = rule.definition();
    if (definition != null) {
      return Optional.of(definition.file().toAbsolutePath().toUri() + "#L" + (definition.line() + 1));
    }
    return links.computeIfAbsent(rule, this::find);
  }

  private Optional<String> find(RuleInfo rule) {
    if (home == null) {
      return Optional.empty();
    }
    Path page = home
      .resolve("docs/rules")
      .resolve(rule.language().id())
      .resolve(rule.id() + ".md");
    return Files.exists(page) ? Optional.of(page.toUri().toString()) : Optional.empty();
  }
}
