package dev.perfreview.rust.iteration;

import dev.perfreview.rule.Certainty;
import dev.perfreview.rule.Evidence;
import dev.perfreview.rule.Finding;
import dev.perfreview.rust.Amounts;
import dev.perfreview.rust.Binding;
import dev.perfreview.rust.Calls;
import dev.perfreview.rust.Places;
import dev.perfreview.rust.RustModel;
import dev.perfreview.rust.RustType;
import dev.perfreview.syntax.SyntaxNode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Elements taken from or put at the front of a {@code Vec} or {@code String}, which moves all that stand behind. */
final class FrontRemoval {

  /** Names of what a list is kept below. */
  private static final Pattern LIMIT = Pattern.compile("(?i)(^|_|\\.)(cap|capacity|limit|max|most)(_|$|\\b)");

  /** Names of what is filled at one end and emptied at the other as long as a process lives. */
  private static final Pattern QUEUE = Pattern.compile(
    "(?i)(backlog|buffer|fifo|idle|inbox|jobs|pending|queue|ready|tasks|waiting)\\w*$"
  );

  private FrontRemoval() {}

  static @Nullable Finding of(SyntaxNode call, RustModel model) {
    SyntaxNode list = Calls.receiverOf(call);
    List<SyntaxNode> arguments = Calls.argumentsOf(call);
    String method = Calls.nameOf(call);
    if (list == null || arguments.isEmpty() || method == null) {
      return null;
    }
    boolean drains = method.equals("drain");
    boolean front = drains ? isPrefix(arguments.getFirst()) : arguments.getFirst().textIs("0");
    if (!front || (method.equals("insert") && arguments.size() != 2)) {
      return null;
    }
    RustType type = model.typeOf(list);
    boolean text = type != null && type.peeled().is("std::string::String");
    if (type == null || (!text && !type.peeled().is("std::vec::Vec"))) {
      return null;
    }
    SyntaxNode loop = model.loopAround(call);
    SyntaxNode choice = call.enclosing("if_expression");
    if ((loop != null && isBounded(loop, list)) || (choice != null && isBounded(choice, list))) {
      return null;
    }
    if (drains) {
      return loop == null ? null : ofDrain(call, list, loop, model);
    }
    String message =
      "`" +
      method +
      "(0" +
      (method.equals("insert") ? ", …)" : ")") +
      "` moves every element behind it; a `VecDeque` takes them from either end at once";
    SyntaxNode root = Places.rootOf(list);
    boolean kept = root != null && root.is("self");
    // What is put at the front once, as the system's message before a conversation, stands before few.
    boolean taken = method.equals("remove") && QUEUE.matcher(list.text()).find();
    Finding finding = Finding.at(call, message).withCertainty(
      taken ? Certainty.SHOWN : Amounts.ofCollection(list, arguments.getLast(), model)
    );
    return text || (loop == null && !kept) ? null : loop == null ? finding : finding.withHeatAt(loop);
  }

  /** Whether a loop or a branch keeps a list below a length that is written in the program or named a limit: {@code while xs.len() >= MOST}. */
  private static boolean isBounded(SyntaxNode branch, SyntaxNode list) {
    SyntaxNode condition = branch.field("condition");
    SyntaxNode bound = condition == null ? null : condition.field("right");
    boolean constant =
      bound != null && (bound.is("integer_literal") || LIMIT.matcher(bound.text()).find() || isConstant(bound));
    return condition != null && constant && condition.text().startsWith(list.text() + ".len()");
  }

  private static boolean isConstant(SyntaxNode bound) {
    return bound.text().equals(bound.text().toUpperCase(Locale.ROOT));
  }

  /** {@code drain(..n)} of a buffer on each turn of a loop that works off the buffer. */
  private static @Nullable Finding ofDrain(SyntaxNode call, SyntaxNode list, SyntaxNode loop, RustModel model) {
    SyntaxNode root = Places.rootOf(list);
    Binding binding = root == null ? null : model.bindingOf(root);
    if (binding == null || loop.contains(binding.name()) || Scans.isGrownIn(loop, list.text())) {
      return null;
    }
    String message =
      "`" +
      list.text() +
      ".drain(..)` moves the rest of the buffer to the front on each turn of the loop; keep an offset and drain once after it";
    // What works a buffer off by one case or another holds a few tokens of an answer; what takes frame after frame, whatever has arrived.
    SyntaxNode choice = call.enclosing("match_arm", "if_expression");
    boolean frames = choice == null || !loop.contains(choice);
    return Finding.at(call, message)
      .withHeatAt(loop)
      .withCertainty(frames ? Certainty.SHOWN : Certainty.SMALL)
      .withEvidence(Evidence.at(loop.children().getFirst(), "the loop"));
  }

  private static boolean isPrefix(SyntaxNode range) {
    return range.is("range_expression") && range.text().startsWith("..") && range.text().length() > 2;
  }
}
