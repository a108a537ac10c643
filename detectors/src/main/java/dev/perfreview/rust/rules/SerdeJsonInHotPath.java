package dev.perfreview.rust.rules;

import dev.perfreview.rule.Certainty;
import dev.perfreview.rule.Concern;
import dev.perfreview.rule.Cost;
import dev.perfreview.rule.Evidence;
import dev.perfreview.rule.Finding;
import dev.perfreview.rule.FixAvailability;
import dev.perfreview.rule.Rule;
import dev.perfreview.rule.RuleInfo;
import dev.perfreview.rust.Amounts;
import dev.perfreview.rust.Calls;
import dev.perfreview.rust.RustModel;
import dev.perfreview.rust.rules.SerdeCall.Form;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxNode;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** JSON that is made or parsed though there is a cheaper way to the same end; what a protocol asks for is not flagged. */
public final class SerdeJsonInHotPath implements Rule<RustModel> {

  private static final RuleInfo INFO = new RuleInfo(
    "serde-json-in-hot-path",
    Language.RUST,
    "values turned into JSON or back where there is a cheaper way",
    Cost.OVERHEAD,
    FixAvailability.NONE,
    Set.of("call_expression")
  ).about(Concern.SERIALIZATION);

  private static final Pattern FILES = Pattern.compile("\\bread_to_string\\(|\\bfs::read\\(|\\bFile::open\\(");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(SyntaxNode node, RustModel model, Consumer<Finding> findings) {
    SerdeCall call = SerdeCall.of(node, model);
    Finding finding = call == null ? null : ofSerde(call, model);
    if (finding == null) {
      SyntaxNode decoded = StoredState.decodedFor(node);
      finding = decoded == null ? null : ofStoredState(node, decoded);
    }
    if (finding != null) {
      findings.accept(finding);
    }
  }

  private static Finding ofStoredState(SyntaxNode encoding, SyntaxNode decoding) {
    String message =
      "`" +
      Calls.nameOf(encoding) +
      "` encodes the whole state again for one change, after it was decoded for it: the larger the state, the more each change costs";
    return Finding.at(encoding, message).withCost(Cost.SUPERLINEAR).withEvidence(Evidence.at(decoding, "decoded here"));
  }

  private static @Nullable Finding ofSerde(SerdeCall call, RustModel model) {
    SyntaxNode node = call.call();
    SerdeCall first = SerdeRoundTrip.before(call, model);
    if (first != null) {
      String message = "`" + call.name() + "` takes what `" + first.name() + "` has just made: " + detour(first, call);
      return Finding.at(node, message).withEvidence(Evidence.at(first.call(), "made here"));
    }
    SyntaxNode copied = call.form() == Form.OF_TREE ? copyIn(node) : null;
    if (copied != null) {
      String message =
        "`from_value` needs a tree of its own, for which `" +
        oneLine(copied) +
        "` copies all of it; `T::deserialize(&value)` only reads it";
      return Finding.at(node, message)
        .withCost(Cost.ALLOCATION)
        .withCertainty(Amounts.isFew(copied) || model.isInConstructor(node) ? Certainty.SMALL : Certainty.SHOWN);
    }
    SyntaxNode loop = JsonUse.loopOfConstant(call);
    if (loop != null) {
      String message =
        "`" + call.name() + "` makes the same JSON on each turn of the loop, of a value that no turn changes";
      return Finding.at(node, message).withEvidence(Evidence.at(loop.children().getFirst(), "this loop"));
    }
    SyntaxNode lookup = call.form() == Form.OF_TEXT ? JsonUse.onlyLookup(call) : null;
    if (lookup != null) {
      String message =
        "`" +
        call.name() +
        "` makes a tree of all that is in the text, of which only fields are looked up; a struct with these would skip the rest";
      return Finding.at(node, message)
        .withCertainty(
          readsFile(node) || Amounts.isFew(call.argument()) || model.isInConstructor(node)
            ? Certainty.SMALL
            : Certainty.SHOWN
        )
        .withEvidence(Evidence.at(lookup, "looked up here"));
    }
    SyntaxNode published = call.form() == Form.TEXT ? JsonUse.publication(call) : null;
    if (published != null) {
      String message =
        "`" +
        call.name() +
        "` writes an event as JSON, with the names of its fields and its numbers as text; a binary format is smaller and faster";
      return Finding.at(node, message).withEvidence(Evidence.at(published, "published here"));
    }
    return null;
  }

  /** Whether the function of a call reads a file, as models and configurations are read when something starts. */
  private static boolean readsFile(SyntaxNode call) {
    SyntaxNode function = call.enclosing("function_item");
    return function != null && FILES.matcher(function.text()).find();
  }

  private static String detour(SerdeCall first, SerdeCall second) {
    return switch (second.form()) {
      case OF_TEXT -> "the value is written as text only to be parsed again";
      case OF_TREE -> first.form() == Form.TREE
        ? "the value is turned into a tree of allocations only to be taken out of it again"
        : "the text could be parsed into the type at once, without a tree of allocations between";
      case TEXT, TREE -> "the value could be written as text at once, without a tree of allocations between";
    };
  }

  /** The clone that a call is given. */
  private static @Nullable SyntaxNode copyIn(SyntaxNode call) {
    SyntaxNode argument = Calls.argumentsOf(call).getLast();
    boolean copies =
      argument.is("call_expression") && Set.of("clone", "to_owned").contains(String.valueOf(Calls.nameOf(argument)));
    return copies && Calls.receiverOf(argument) != null ? argument : null;
  }

  private static String oneLine(SyntaxNode node) {
    return node.text().replaceAll("\\s+", "");
  }
}
