package dev.perfreview.harness;

import dev.perfreview.analysis.RuleDocs;
import dev.perfreview.rule.RuleInfo;
import dev.perfreview.syntax.Language;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A rule's document, taken apart.
 *
 * @param rule the rule
 * @param title the text of its first heading
 * @param summary what stands between the title and the first section
 * @param sections the text below each second-level heading, in order
 */
record RuleDocument(RuleInfo rule, String title, String summary, Map<String, String> sections) {
  /** The sections that each document has, in this order. */
  static final List<String> SECTIONS = List.of(
    "What it does",
    "Why it is slow",
    "When it is fine",
    "Example",
    "Use instead",
    "Fix safety",
    "Evidence"
  );

  /** Reads the document of a rule. */
  static RuleDocument of(RuleInfo rule) {
    String title = "";
    String heading = "";
    Map<String, StringBuilder> texts = new LinkedHashMap<>();
    boolean inFence = false;
    for (String line : RuleDocs.markdownOf(rule).lines().toList()) {
      inFence ^= line.startsWith("```");
      if (!inFence && line.startsWith("# ")) {
        title = line.substring(2);
      } else if (!inFence && line.startsWith("## ")) {
        heading = line.substring(3);
        texts.put(heading, new StringBuilder());
      } else {
        texts
          .computeIfAbsent(heading, name -> new StringBuilder())
          .append(line)
          .append('\n');
      }
    }
    Map<String, String> sections = new LinkedHashMap<>();
    texts.forEach((name, text) -> sections.put(name, text.toString().strip()));
    String summary = sections.getOrDefault("", "");
    sections.remove("");
    return new RuleDocument(rule, title, summary, sections);
  }

  /** The blocks of code in the rule's language in a section, each as a fixture. */
  List<Fixture> examples(String section) {
    List<Fixture> examples = new ArrayList<>();
    Language language = rule.language();
    StringBuilder block = new StringBuilder();
    boolean inside = false;
    for (String line : sections.getOrDefault(section, "").lines().toList()) {
      if (inside && line.startsWith("```")) {
        String name = "example." + language.extensions().getFirst();
        examples.add(Fixture.parse(name, language, block.toString()));
        block.setLength(0);
        inside = false;
      } else if (inside) {
        block.append(line).append('\n');
      } else {
        inside = line.equals("```" + language.id());
      }
    }
    return examples;
  }
}
