package dev.perfreview.syntax;

import dev.perfreview.syntax.SyntaxQuery.Ending;
import io.github.treesitter.jtreesitter.internal.TSQueryCapture;
import io.github.treesitter.jtreesitter.internal.TSQueryCursorOptions;
import io.github.treesitter.jtreesitter.internal.TSQueryMatch;
import io.github.treesitter.jtreesitter.internal.TreeSitter;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** One search of a query in a file. */
final class QuerySearch implements QueryPredicate.Texts {

  /** How many beginnings of patterns may wait for their ends at once; tree-sitter compares them with each other at each node. */
  private static final int MOST_BEGINNINGS = 2048;

  private final MemorySegment query;
  private final List<String> captures;
  private final List<List<QueryPredicate>> predicates;
  private final QueryTree tree;
  private final String text;
  private final BooleanSupplier stop;

  QuerySearch(
    MemorySegment query,
    List<String> captures,
    List<List<QueryPredicate>> predicates,
    QueryTree tree,
    BooleanSupplier stop
  ) {
    this.query = query;
    this.captures = captures;
    this.predicates = predicates;
    this.tree = tree;
    this.text = tree.snapshot().text().string();
    this.stop = stop;
  }

  /** Finds the matches; {@code found} may throw. */
  Ending run(Consumer<QueryMatch> found) {
    MemorySegment cursor = TreeSitter.ts_query_cursor_new();
    try (Arena arena = Arena.ofConfined()) {
      TreeSitter.ts_query_cursor_set_match_limit(cursor, MOST_BEGINNINGS);
      MemorySegment options = TSQueryCursorOptions.allocate(arena);
      TSQueryCursorOptions.payload(options, MemorySegment.NULL);
      TSQueryCursorOptions.progress_callback(
        options,
        TSQueryCursorOptions.progress_callback.allocate(_ -> mustStop(), arena)
      );
      MemorySegment root = TreeSitter.ts_tree_root_node(arena, MemorySegment.ofAddress(tree.tree()));
      TreeSitter.ts_query_cursor_exec_with_options(cursor, query, root, options);
      MemorySegment match = TSQueryMatch.allocate(arena);
      while (TreeSitter.ts_query_cursor_next_match(cursor, match)) {
        QueryMatch each = read(match);
        if (fulfils(each, predicates.get(Short.toUnsignedInt(TSQueryMatch.pattern_index(match))))) {
          found.accept(each);
        }
        if (stop.getAsBoolean()) {
          return Ending.STOPPED;
        }
      }
      if (stop.getAsBoolean()) {
        return Ending.STOPPED;
      }
      return TreeSitter.ts_query_cursor_did_exceed_match_limit(cursor) ? Ending.TOO_MANY : Ending.FINISHED;
    } catch (InterruptibleText.StoppedException _) {
      return Ending.STOPPED;
    } finally {
      TreeSitter.ts_query_cursor_delete(cursor);
      Reference.reachabilityFence(query);
    }
  }

  /** Asked from native code, through which nothing may be thrown: what is wrong is found out again outside of it. */
  private boolean mustStop() {
    try {
      return stop.getAsBoolean();
    } catch (RuntimeException _) {
      return true;
    }
  }

  private QueryMatch read(MemorySegment match) {
    int count = Short.toUnsignedInt(TSQueryMatch.capture_count(match));
    MemorySegment all = TSQueryMatch.captures(match);
    int[] numbers = new int[count];
    int[] starts = new int[count];
    int[] ends = new int[count];
    for (int place = 0; place < count; place++) {
      MemorySegment capture = TSQueryCapture.asSlice(all, place);
      MemorySegment node = TSQueryCapture.node(capture);
      numbers[place] = TSQueryCapture.index(capture);
      starts[place] = TreeSitter.ts_node_start_byte(node) / 2;
      ends[place] = TreeSitter.ts_node_end_byte(node) / 2;
    }
    return new QueryMatch(captures, numbers, starts, ends);
  }

  private boolean fulfils(QueryMatch match, List<QueryPredicate> conditions) {
    for (QueryPredicate condition : conditions) {
      if (!condition.holds(match, this)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String of(TextRange node) {
    return text.substring(node.start(), node.end());
  }

  @Override
  public CharSequence interruptible(String part) {
    return new InterruptibleText(part, stop);
  }
}
