package dev.perfreview.python.rules;

import dev.perfreview.python.Loops;
import dev.perfreview.python.PythonModel;
import dev.perfreview.rule.Evidence;
import dev.perfreview.rule.Finding;
import dev.perfreview.syntax.KindSet;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Generators that answer with one serialised object for each element of a stream. */
final class StreamedChunks {

  /** How an element of an event stream starts, which only streamed answers are made of. */
  private static final String SERVER_SENT_EVENT = "data: ";
  private static final Set<String> WRITES = Set.of("write", "send_text", "send_bytes", "send_str");

  private static final KindSet CALLS = KindSet.of(Language.PYTHON, "call");

  private StreamedChunks() {}

  /** The finding for a generator: at the chunk that stands behind the fewest conditions, with the others as related places. */
  static Optional<Finding> in(SyntaxNode function, PythonModel model) {
    List<SyntaxNode> chunks = new ArrayList<>();
    boolean pydantic = false;
    for (SyntaxNode node : function.descendants(CALLS)) {
      Optional<Serialization> found = Serialization.of(node, model);
      if (found.isPresent() && isStreamed(node, function) && isChunk(found.get(), model)) {
        chunks.add(node);
        pydantic |= found.get().isOfPydanticModel(model);
      }
    }
    if (chunks.isEmpty()) {
      return Optional.empty();
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

  /** Whether a call runs for elements of a stream, and its result goes straight out to the client. */
  private static boolean isStreamed(SyntaxNode call, SyntaxNode function) {
    boolean inLoop = false;
    boolean inStream = false;
    SyntaxNode sent = null;
    SyntaxNode assigned = null;
    for (SyntaxNode ancestor : call.ancestors()) {
      if (ancestor.equals(function)) {
        break;
      }
      if (ancestor.isAny("function_definition", "lambda", "except_clause", "finally_clause")) {
        return false;
      }
      inLoop |= ancestor.is("for_statement") && !Loops.isShort(ancestor) && !isOverAnswers(ancestor);
      inStream |= ancestor.is("for_statement") && ancestor.firstChild("async") != null;
      sent = sent == null && isSending(ancestor) ? ancestor : sent;
      assigned = assigned == null && ancestor.is("assignment") ? ancestor.field("left") : assigned;
    }
    SyntaxNode output = sent == null && assigned != null ? sendingOf(assigned, function) : sent;
    return output != null && (inStream || (inLoop && output.text().contains(SERVER_SENT_EVENT)));
  }

  /** Whether a loop goes over the few answers of a request, {@code for i in range(n)}, rather than over what comes of them. */
  private static boolean isOverAnswers(SyntaxNode loop) {
    SyntaxNode iterable = loop.field("right");
    return iterable != null && iterable.is("call") && iterable.text().startsWith("range(");
  }

  /** Whether code hands something to the client: a {@code yield}, or a write to the response. */
  private static boolean isSending(SyntaxNode node) {
    SyntaxNode function = node.is("call") ? node.field("function") : null;
    SyntaxNode method = function == null ? null : function.field("attribute");
    return (node.is("yield") && node.isNamed()) || (method != null && WRITES.contains(method.text()));
  }

  private static @Nullable SyntaxNode sendingOf(SyntaxNode name, SyntaxNode function) {
    return function
      .streamDescendants()
      .filter(StreamedChunks::isSending)
      .filter(sent -> sent.streamDescendants().anyMatch(node -> node.is("identifier") && node.textIs(name.text())))
      .findFirst()
      .orElse(null);
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
