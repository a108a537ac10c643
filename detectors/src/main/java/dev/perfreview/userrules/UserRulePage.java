package dev.perfreview.userrules;

import dev.perfreview.toml.TomlReader;
import dev.perfreview.toml.TomlReader.Located;
import java.nio.file.Path;

/** What there is to say of a user's rule: its definition, as Markdown. */
final class UserRulePage {

  private UserRulePage() {}

  /** The page of a rule that was read without a problem. */
  static String of(TomlReader table, Path file) {
    StringBuilder page = new StringBuilder();
    page.append("# ").append(text(table, "id")).append("\n\n");
    page.append(text(table, "message").strip()).append("\n\n");
    page.append("A rule of your own, defined in `%s` on line %d.\n\n".formatted(file, table.line() + 1));
    page.append("## What it does\n\nFinds what this query matches in ").append(text(table, "language"));
    page.append(" code, at the cost `").append(text(table, "cost")).append("`:\n\n");
    fence(page, "scheme", text(table, "query"));
    if (table.has("replacement")) {
      page.append("\n## Use instead\n\n");
      fence(page, text(table, "language"), text(table, "replacement"));
    }
    return page.toString();
  }

  private static void fence(StringBuilder page, String language, String code) {
    page.append("```").append(language).append('\n').append(code.strip()).append("\n```\n");
  }

  private static String text(TomlReader table, String key) {
    Located value = table.string(key);
    return value == null ? "" : value.value();
  }
}
