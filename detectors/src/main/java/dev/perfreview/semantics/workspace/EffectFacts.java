package dev.perfreview.semantics.workspace;

/**
 * A place in a function that has an effect by itself, not through a function of the workspace.
 *
 * @param effect which
 * @param code the code that has it, shortened: {@code time.sleep}
 * @param does what that code does, as a message says it after its name: "sleeps"
 * @param line the zero-based line
 */
public record EffectFacts(Effect effect, String code, String does, int line) {}
