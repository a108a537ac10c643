package dev.perfreview.python.rules;

import dev.perfreview.python.StringLiteral;
import dev.perfreview.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns an f-string, alone or beside other literals, into a {@code %} template and the values for it. */
final class FStringMessage {

  /** Format specifications that {@code %} knows too. */
  private static final Pattern SHARED_SPECIFICATION = Pattern.compile("0?\\d*(?:\\.\\d+)?[dfeEgGxXo]|s");
  /** Escapes that stand for a percent sign, which the template would read as the start of a placeholder. */
  private static final Pattern HIDDEN_PERCENT = Pattern.compile("\\\\(?:x25|u0025|U00000025|45|045|N\\{)");

  private final StringBuilder template = new StringBuilder();
  private final List<String> values = new ArrayList<>();
  private boolean exact = true;

  private FStringMessage() {}

  /** The template and values of a {@code string} or {@code concatenated_string}; nothing where {@code %} cannot say the same. */
  static Optional<LazyMessage> of(SyntaxNode literal) {
    FStringMessage message = new FStringMessage();
    List<SyntaxNode> parts = literal.is("concatenated_string") ? literal.namedChildren() : List.of(literal);
    int copied = literal.start();
    for (SyntaxNode part : parts) {
      // What stands between the parts: blanks and line ends.
      message.template.append(literal.snapshot().text().string(), copied, part.start());
      if (!part.is("string") || HIDDEN_PERCENT.matcher(part.text()).find() || !message.add(part)) {
        return Optional.empty();
      }
      copied = part.end();
    }
    return Optional.of(new LazyMessage(message.template.toString(), message.values, message.exact));
  }

  private boolean add(SyntaxNode part) {
    boolean formatted = StringLiteral.isFormatted(part);
    String open = part.children().getFirst().text();
    template.append(formatted ? open.replaceFirst("[fF]", "") : open);
    int copied = part.start() + open.length();
    int end = part.end() - StringLiteral.quotes(part).length();
    for (SyntaxNode child : part.namedChildren()) {
      if (child.is("interpolation")) {
        addText(part, copied, child.start(), formatted);
        if (!addValue(child, StringLiteral.quotes(part))) {
          return false;
        }
        copied = child.end();
      }
    }
    addText(part, copied, end, formatted);
    template.append(StringLiteral.quotes(part));
    return true;
  }

  private void addText(SyntaxNode part, int start, int end, boolean formatted) {
    String text = part.snapshot().text().string().substring(start, end).replace("%", "%%");
    template.append(formatted ? text.replace("{{", "{").replace("}}", "}") : text);
  }

  private boolean addValue(SyntaxNode interpolation, String quotes) {
    SyntaxNode expression = interpolation.field("expression");
    if (expression == null) {
      return false;
    }
    SyntaxNode conversion = interpolation.firstChild("type_conversion");
    SyntaxNode specification = interpolation.firstChild("format_specifier");
    SyntaxNode equals = interpolation.firstChild("=");
    String spec = specification == null ? "" : specification.text().substring(1);
    if (equals != null && !addName(interpolation, conversion, specification, quotes)) {
      return false;
    }
    String placeholder = placeholder(conversion, spec, equals != null);
    if (placeholder == null) {
      return false;
    }
    exact &= spec.isEmpty();
    template.append(placeholder);
    values.add(asArgument(expression));
    return true;
  }

  /** {@code {x=}} shows the expression's own text before its value. */
  private boolean addName(
    SyntaxNode interpolation,
    @Nullable SyntaxNode conversion,
    @Nullable SyntaxNode specification,
    String quotes
  ) {
    int end =
      conversion != null ? conversion.start() : specification != null ? specification.start() : interpolation.end() - 1;
    String shown = interpolation
      .snapshot()
      .text()
      .string()
      .substring(interpolation.start() + 1, end);
    if (shown.contains(quotes) || shown.contains("\\") || shown.contains("\n")) {
      return false;
    }
    template.append(shown.replace("%", "%%"));
    return true;
  }

  private static @Nullable String placeholder(@Nullable SyntaxNode conversion, String spec, boolean named) {
    if (conversion != null) {
      return spec.isEmpty() ? "%" + conversion.text().substring(1) : null;
    }
    if (spec.isEmpty()) {
      return named ? "%r" : "%s";
    }
    return SHARED_SPECIFICATION.matcher(spec).matches() ? "%" + spec : null;
  }

  private static String asArgument(SyntaxNode expression) {
    boolean bare = expression.isAny("expression_list", "pattern_list", "yield", "named_expression", "list_splat");
    return bare ? "(" + expression.text() + ")" : expression.text();
  }
}
