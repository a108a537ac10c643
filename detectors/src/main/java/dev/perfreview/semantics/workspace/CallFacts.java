package dev.perfreview.semantics.workspace;

/**
 * A call that a function makes while it runs; not one on a cold branch, nor one that a closure makes later.
 *
 * @param callee what is called, in the notation of the language's {@link Linker}
 * @param line the zero-based line
 * @param onBranch whether some runs of the function leave it out
 * @param awaited whether its result is awaited, or a loop takes the elements of it where it is made: only then a coroutine or a generator runs
 */
public record CallFacts(String callee, int line, boolean onBranch, boolean awaited) {}
