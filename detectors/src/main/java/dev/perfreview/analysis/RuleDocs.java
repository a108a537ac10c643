package dev.perfreview.analysis;

import dev.perfreview.rule.RuleInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The documentation of rules, which ships as Markdown on the class path. */
public final class RuleDocs {

  private RuleDocs() {}

  /** The class-path name of a rule's document, without a leading slash. */
  public static String resourceOf(RuleInfo rule) {
    return "rules/" + rule.language().id() + "/" + rule.id() + ".md";
  }

  /**
   * A rule's document; of a user's own rule, what its definition tells.
   *
   * @throws IllegalStateException when it has none; a test sees to it that each rule has one
   */
  public static String markdownOf(RuleInfo rule) {
    if (rule.definition() != null) {
      return rule.definition().page();
    }
    String name = resourceOf(rule);
    try (InputStream resource = RuleDocs.class.getResourceAsStream("/" + name)) {
      if (resource == null) {
        throw new IllegalStateException("no document " + name);
      }
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot read " + name, failure);
    }
  }
}
