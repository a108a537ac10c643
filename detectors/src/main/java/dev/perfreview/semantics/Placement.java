package dev.perfreview.semantics;

import org.jspecify.annotations.Nullable;

/**
 * Where in the control flow a line stands, as far as its own file tells: what heat is worked out from.
 *
 * @param function the innermost function around it; nothing at the top of the file or of a class
 * @param recurrence how often each call of that function runs it. A loop that only keeps a task alive ({@code while True},
 *     {@code loop}) does not count: one of its turns is one step of the function's own heat
 * @param cold why it runs rarely whatever is around it, as it reads in "cold: …" ("in an except branch"); nothing when it does not
 */
public record Placement(@Nullable CodeFunction function, Recurrence recurrence, @Nullable String cold) {}
