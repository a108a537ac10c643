package dev.perfreview.semantics.workspace;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A place in a function that has an effect by itself, not through a function of the workspace.
 *
 * @param effect which
 * @param code the code that has it, shortened: {@code time.sleep}
 * @param does what that code does, as a message says it after its name: "sleeps"
 * @param line the zero-based line
 * @param parameter the parameter whose argument decides whether the function has the effect; nothing when it has it whatever it is given
 */
public record EffectFacts(Effect effect, String code, String does, int line, @Nullable Parameter parameter) {
  /** An effect that a function has whatever it is given. */
  public EffectFacts(Effect effect, String code, String does, int line) {
    this(effect, code, does, line, null);
  }

  /**
   * A parameter of the function.
   *
   * @param place how many others can be given before it by position; what a method is called on does not count
   * @param name its name
   */
  public record Parameter(int place, String name) {}

  /** The same on another line, its texts run through {@code share}. */
  EffectFacts with(int otherLine, UnaryOperator<String> share) {
    Parameter shared = parameter == null ? null : new Parameter(parameter.place(), share.apply(parameter.name()));
    return new EffectFacts(effect, share.apply(code), share.apply(does), otherLine, shared);
  }
}
