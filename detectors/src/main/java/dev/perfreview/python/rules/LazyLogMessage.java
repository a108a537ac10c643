package dev.perfreview.python.rules;

import dev.perfreview.python.Arguments;
import dev.perfreview.python.PythonModel;
import dev.perfreview.python.PythonType;
import dev.perfreview.python.StringLiteral;
import dev.perfreview.rule.Applicability;
import dev.perfreview.rule.Fix;
import dev.perfreview.syntax.SyntaxNode;
import dev.perfreview.syntax.TextEdit;
import dev.perfreview.syntax.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The fix that hands a log message's values over as arguments, for the logger to format when it must. */
final class LazyLogMessage {

  private static final String TITLE = "Let the logger format the message when its level is on";

  private LazyLogMessage() {}

  /** The fix of a message; nothing where the values cannot be told apart from what is formatted already. */
  static Optional<Fix> of(LogCall call, EagerFormat format, PythonModel model) {
    Arguments arguments = Arguments.of(call.node());
    boolean isLast = arguments.positional().getLast().equals(call.message()) && !arguments.hasSplat();
    boolean commented = call
      .message()
      .streamDescendants()
      .anyMatch(node -> node.is("comment"));
    if (!isLast || commented) {
      return Optional.empty();
    }
    SyntaxNode message = EagerFormat.withoutParentheses(call.message());
    return switch (format) {
      case F_STRING -> FStringMessage.of(message).map(converted -> fix(call, message, converted));
      case PERCENT -> percent(call, message, model);
      case FORMAT -> formatCall(message).flatMap(converted -> replaced(call, converted));
      case CONCATENATION -> concatenation(message, model).flatMap(converted -> replaced(call, converted));
      case STR -> Optional.ofNullable(Arguments.of(message).positional(0)).flatMap(value ->
        replaced(call, new LazyMessage("\"%s\"", List.of(value.text()), true))
      );
    };
  }

  /** The fix that takes {@code str(…)} off a value that a {@code %s} converts anyway. */
  static Optional<Fix> withoutStr(LogCall call, SyntaxNode value) {
    SyntaxNode inner = Arguments.of(value).positional(0);
    SyntaxNode message = EagerFormat.withoutParentheses(call.message());
    boolean converts = EagerFormat.isLiteral(message) && PercentPlaceholders.in(message.text()).areAll("%s");
    if (inner == null || !converts || inner.is("generator_expression")) {
      return Optional.empty();
    }
    return Optional.of(
      Fix.safe("Let the logger convert the value when its level is on", TextEdit.replace(value, inner.text()))
    );
  }

  private static Fix fix(LogCall call, SyntaxNode message, LazyMessage converted) {
    List<TextEdit> edits = new ArrayList<>(List.of(TextEdit.replace(message, converted.template())));
    edits.add(TextEdit.insert(call.message().end(), converted.arguments()));
    return converted.exact()
      ? new Fix(TITLE, Applicability.SAFE, edits)
      : new Fix(
          TITLE + " (`%` formats some values otherwise than the format specification)",
          Applicability.UNSAFE,
          edits
        );
  }

  /** Replaces the whole argument, parentheses and all. */
  private static Optional<Fix> replaced(LogCall call, LazyMessage converted) {
    return Optional.of(Fix.safe(TITLE, TextEdit.replace(call.message(), converted.template() + converted.arguments())));
  }

  private static Optional<Fix> percent(LogCall call, SyntaxNode message, PythonModel model) {
    SyntaxNode template = message.field("left");
    SyntaxNode right = message.field("right");
    if (template == null || right == null || !call.message().equals(message) || !isPlain(template)) {
      return Optional.empty();
    }
    PercentPlaceholders placeholders = PercentPlaceholders.in(template.text());
    SyntaxNode value = EagerFormat.withoutParentheses(right);
    List<SyntaxNode> values = value.is("tuple") ? value.namedChildren() : List.of(value);
    boolean fits =
      placeholders.areSimple() &&
      placeholders.count() == values.size() &&
      values.stream().noneMatch(element -> element.isAny("list_splat", "yield", "named_expression"));
    if (!fits || values.isEmpty()) {
      return Optional.empty();
    }
    LazyMessage converted = new LazyMessage(template.text(), values.stream().map(SyntaxNode::text).toList(), true);
    TextEdit edit = new TextEdit(new TextRange(template.end(), message.end()), converted.arguments());
    PythonType type = model.types().typeOf(value);
    // A tuple in a variable would fill several placeholders, and be one value when it is handed over as an argument.
    boolean single = value.is("tuple") || (type.isKnown() && !type.isAny("tuple", "dict") && !type.isClassOfFile());
    return Optional.of(
      single ? Fix.safe(TITLE, edit) : Fix.unsafe(TITLE + " (a tuple or mapping would be formatted otherwise)", edit)
    );
  }

  private static boolean isPlain(SyntaxNode literal) {
    return literal.is("string")
      ? !StringLiteral.isFormatted(literal)
      : literal.is("concatenated_string") &&
          literal
            .namedChildren()
            .stream()
            .allMatch(part -> part.is("string") && !StringLiteral.isFormatted(part));
  }

  private static Optional<LazyMessage> formatCall(SyntaxNode call) {
    SyntaxNode function = call.field("function");
    SyntaxNode template = function == null ? null : function.field("object");
    Arguments arguments = Arguments.of(call);
    if (template == null || !template.is("string") || !isPlain(template) || arguments.hasSplat()) {
      return Optional.empty();
    }
    String text = template.text().replace("%", "%%").replace("{}", "%s");
    boolean onlyPlain = !text.contains("{") && !text.contains("}");
    boolean fits =
      onlyPlain &&
      arguments.keywords().isEmpty() &&
      PercentPlaceholders.in(text).count() == arguments.positional().size() &&
      arguments
        .positional()
        .stream()
        .noneMatch(value -> value.isAny("generator_expression", "yield"));
    return fits && !arguments.positional().isEmpty()
      ? Optional.of(new LazyMessage(text, arguments.positional().stream().map(SyntaxNode::text).toList(), true))
      : Optional.empty();
  }

  private static Optional<LazyMessage> concatenation(SyntaxNode sum, PythonModel model) {
    StringBuilder template = new StringBuilder();
    List<String> values = new ArrayList<>();
    String quotes = "";
    for (SyntaxNode part : ConcatenatedParts.of(sum).map(ConcatenatedParts::operands).orElse(List.of())) {
      if (EagerFormat.isLiteral(part)) {
        boolean plain = part.is("string") && StringLiteral.prefix(part).isEmpty();
        String own = plain ? StringLiteral.quotes(part) : "";
        if (own.length() != 1 || !(quotes.isEmpty() || quotes.equals(own))) {
          return Optional.empty();
        }
        quotes = own;
        String text = part.text();
        template.append(text.substring(1, text.length() - 1).replace("%", "%%"));
      } else if (part.isAny("yield", "named_expression")) {
        return Optional.empty();
      } else {
        boolean isStr = EagerFormat.of(part, model)
          .filter(format -> format == EagerFormat.STR)
          .isPresent();
        SyntaxNode inner = isStr ? Arguments.of(EagerFormat.withoutParentheses(part)).positional(0) : part;
        template.append("%s");
        values.add((inner == null ? part : inner).text());
      }
    }
    return values.isEmpty() || quotes.isEmpty()
      ? Optional.empty()
      : Optional.of(new LazyMessage(quotes + template + quotes, values, true));
  }
}
