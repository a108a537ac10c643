package dev.perfreview.python.rules;

import java.util.List;

/**
 * A log message as the logger wants it.
 *
 * @param template the literal with {@code %} placeholders, as source text
 * @param values the source text of the values, in the order of the placeholders
 * @param exact whether the text that comes out is the same for all values
 */
record LazyMessage(String template, List<String> values, boolean exact) {
  LazyMessage {
    values = List.copyOf(values);
  }

  /** The values as further arguments of the call, each with a comma before it. */
  String arguments() {
    StringBuilder arguments = new StringBuilder();
    values.forEach(value -> arguments.append(", ").append(value));
    return arguments.toString();
  }
}
