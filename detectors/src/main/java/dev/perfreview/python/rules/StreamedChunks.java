package dev.perfreview.python.rules;

import dev.perfreview.python.PythonModel;
import dev.perfreview.rule.Evidence;
import dev.perfreview.rule.Finding;
import dev.perfreview.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Generators that answer with one serialised object for each element of a stream. */
final class StreamedChunks {

  private StreamedChunks() {}

  /** The finding for a generator: at the chunk that stands behind the fewest conditions, with the others as related places. */
  static Optional<Finding> in(SyntaxNode function, PythonModel model) {
    List<SyntaxNode> chunks = new ArrayList<>();
    boolean pydantic = false;
    for (SyntaxNode node : function.descendants()) {
      if (node.is("call") && isStreamed(node, function)) {
        Optional<Serialization> found = Serialization.of(node, model);
        if (found.isPresent() && isChunk(found.get(), model)) {
          chunks.add(node);
          pydantic |= found.get().isOfPydanticModel(model);
        }
      }
    }
    Optional<SyntaxNode> main = chunks.stream().min(Comparator.comparingInt(StreamedChunks::conditions));
    boolean ofPydantic = pydantic;
    return main.map(chunk -> {
      Finding finding = Finding.at(
        chunk,
        ofPydantic
          ? "`%s` walks a whole pydantic model for each chunk of the stream, most of which is the same in all of them".formatted(
              CodeSummary.of(chunk)
            )
          : "`%s` encodes each chunk of the stream with the standard library's JSON, several times slower than `orjson` or `msgspec`".formatted(
              CodeSummary.of(chunk)
            )
      );
      for (SyntaxNode other : chunks) {
        finding = other.equals(chunk)
          ? finding
          : finding.withEvidence(Evidence.at(other, "another chunk made this way"));
      }
      return finding;
    });
  }

  private static boolean isChunk(Serialization found, PythonModel model) {
    return found.isOfPydanticModel(model) || found.format() == Serialization.Format.JSON;
  }

  /** Whether a call runs for elements of an asynchronous stream and its result is yielded. */
  private static boolean isStreamed(SyntaxNode call, SyntaxNode function) {
    boolean inStream = false;
    boolean yielded = false;
    SyntaxNode assigned = null;
    for (SyntaxNode ancestor : call.ancestors()) {
      if (ancestor.equals(function)) {
        break;
      }
      if (ancestor.isAny("function_definition", "lambda", "except_clause", "finally_clause")) {
        return false;
      }
      inStream |= ancestor.is("for_statement") && ancestor.firstChild("async") != null;
      yielded |= ancestor.is("yield");
      if (ancestor.is("assignment") && assigned == null) {
        assigned = ancestor.field("left");
      }
    }
    return inStream && (yielded || (assigned != null && isYielded(assigned, function)));
  }

  private static boolean isYielded(SyntaxNode name, SyntaxNode function) {
    return function
      .streamDescendants()
      .filter(node -> node.is("yield") && node.isNamed())
      .anyMatch(yield -> yield.streamDescendants().anyMatch(node -> node.is("identifier") && node.textIs(name.text())));
  }

  private static int conditions(SyntaxNode call) {
    int conditions = 0;
    @Nullable
    SyntaxNode node = call;
    while (node != null && !node.is("function_definition")) {
      conditions += node.isAny("if_statement", "elif_clause", "else_clause", "case_clause") ? 1 : 0;
      node = node.parent();
    }
    return conditions;
  }
}
