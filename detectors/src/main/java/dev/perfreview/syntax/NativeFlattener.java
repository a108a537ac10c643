package dev.perfreview.syntax;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/**
 * Our own functions in the compiled tree-sitter library (natives/src/perf_review.c): one call copies a whole tree into Java's arrays.
 * Walking it from Java took eight calls a node and a fifth of a scan.
 */
// Calling into a library is restricted: the launcher grants native access to the class path.
@SuppressWarnings("restricted")
final class NativeFlattener {

  /** Stands for the nodes of an earlier tree where there is none. */
  private static final NodeArrays NOTHING = new NodeArrays(0);

  /** The arrays of {@link NodeArrays}, as arguments. */
  private static final MemoryLayout[] COLUMNS = Collections.nCopies(7, ValueLayout.ADDRESS).toArray(
    MemoryLayout[]::new
  );

  /** The ready-made libraries do not have the functions. */
  private static final @Nullable NativeFlattener AVAILABLE = NativeFlattener.in(NativeLibraries.core());

  private final MethodHandle prepare;
  private final MethodHandle count;
  private final MethodHandle flatten;

  private NativeFlattener(MemorySegment prepare, MemorySegment count, MemorySegment flatten) {
    Linker linker = Linker.nativeLinker();
    this.prepare = linker.downcallHandle(prepare, FunctionDescriptor.ofVoid(ValueLayout.ADDRESS));
    this.count = linker.downcallHandle(count, FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
    this.flatten = linker.downcallHandle(
      flatten,
      FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT)
        .appendArgumentLayouts(COLUMNS)
        .appendArgumentLayouts(ValueLayout.ADDRESS)
        .appendArgumentLayouts(COLUMNS),
      // It takes a millisecond for a large file and writes straight into the arrays.
      Linker.Option.critical(true)
    );
  }

  private static @Nullable NativeFlattener in(SymbolLookup core) {
    MemorySegment prepare = core.find("perf_review_prepare").orElse(null);
    MemorySegment count = core.find("perf_review_node_count").orElse(null);
    MemorySegment flatten = core.find("perf_review_flatten").orElse(null);
    return prepare == null || count == null || flatten == null ? null : new NativeFlattener(prepare, count, flatten);
  }

  /** Makes parsing in a language faster. To be called once for each, before it is used. */
  static void prepare(MemorySegment language) {
    if (AVAILABLE != null) {
      try {
        AVAILABLE.prepare.invokeExact(language);
      } catch (Throwable impossible) {
        throw new AssertionError("a native function cannot throw", impossible);
      }
    }
  }

  /**
   * The nodes of a tree; nothing where the library cannot tell them.
   *
   * @param earlier the tree that it was parsed from, whose nodes are copied where it shares them
   */
  static @Nullable NodeArrays flatten(MemorySegment tree, @Nullable FlattenedTree earlier) {
    return AVAILABLE == null ? null : AVAILABLE.copy(tree, earlier);
  }

  private @Nullable NodeArrays copy(MemorySegment tree, @Nullable FlattenedTree earlier) {
    try {
      int size = (int) count.invokeExact(tree);
      NodeArrays nodes = new NodeArrays(size);
      MemorySegment earlierTree = earlier == null ? MemorySegment.NULL : earlier.tree();
      NodeArrays from = earlier == null ? NOTHING : earlier.nodes();
      int copied = (int) flatten.invokeExact(
        tree,
        size,
        MemorySegment.ofArray(nodes.kind),
        MemorySegment.ofArray(nodes.field),
        MemorySegment.ofArray(nodes.flags),
        MemorySegment.ofArray(nodes.start),
        MemorySegment.ofArray(nodes.end),
        MemorySegment.ofArray(nodes.parent),
        MemorySegment.ofArray(nodes.subtreeEnd),
        earlierTree,
        MemorySegment.ofArray(from.kind),
        MemorySegment.ofArray(from.field),
        MemorySegment.ofArray(from.flags),
        MemorySegment.ofArray(from.start),
        MemorySegment.ofArray(from.end),
        MemorySegment.ofArray(from.parent),
        MemorySegment.ofArray(from.subtreeEnd)
      );
      return copied == size ? nodes : null;
    } catch (OutOfMemoryError error) {
      throw error;
    } catch (Throwable impossible) {
      throw new AssertionError("a native function cannot throw", impossible);
    }
  }
}
