package dev.perfreview.python.rules;

import dev.perfreview.python.Arguments;
import dev.perfreview.python.PythonModel;
import dev.perfreview.rule.Certainty;
import dev.perfreview.rule.Concern;
import dev.perfreview.rule.Cost;
import dev.perfreview.rule.Finding;
import dev.perfreview.rule.FixAvailability;
import dev.perfreview.rule.Rule;
import dev.perfreview.rule.RuleInfo;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxNode;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A tensor of the device, allocated on each step, that grows with the length of sequences or the vocabulary and with the batch. */
public final class AddedTensor implements Rule<PythonModel> {

  private static final RuleInfo INFO = new RuleInfo(
    "added-tensor",
    Language.PYTHON,
    "a tensor that grows with the batch and with the sequence length or vocabulary, allocated on each step",
    Cost.ALLOCATION,
    FixAvailability.NONE,
    Set.of("call")
  )
    .about(Concern.ALLOCATION, Concern.MEMORY, Concern.BATCH_SIZE)
    .onlyInChanges();

  private static final Set<String> FACTORIES = Set.of("empty", "zeros", "ones", "full", "rand", "randn");

  private static final Set<String> NEW = Set.of("new_empty", "new_zeros", "new_ones", "new_full");

  /** What dimensions are called that have thousands of elements: of a sequence, of the context, of the vocabulary. */
  private static final Pattern LARGE = Pattern.compile(
    "(?i)vocab(_?size)?\\b|(max|total|sum)_?\\w*(seq_?len|kv_?len|token|page|block)|seq_?lens?(_k|_kv)?\\b|context_?len|max_?len\\b|kv_?lens?\\b"
  );

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(SyntaxNode node, PythonModel model, Consumer<Finding> findings) {
    SyntaxNode function = node.field("function");
    SyntaxNode method = function == null ? null : function.field("attribute");
    if (function == null || method == null) {
      return;
    }
    boolean isNew = NEW.contains(method.text());
    if (!isNew && !(FACTORIES.contains(method.text()) && model.names().is(function, "torch." + method.text()))) {
      return;
    }
    List<SyntaxNode> sizes = sizesOf(Arguments.of(node));
    SyntaxNode large = first(sizes, AddedTensor::isLarge);
    SyntaxNode other = first(sizes, size -> !size.equals(large) && !isOne(size));
    if (large == null || other == null || !model.tensors().valueOf(node).isDeviceTensor()) {
      return;
    }
    String message =
      "`%s` allocates `%s` times `%s` elements on the device each time: memory that the KV cache and larger batches could use".formatted(
        CodeSummary.of(function),
        CodeSummary.of(other),
        CodeSummary.of(large)
      );
    findings.accept(Finding.at(node, message).withCertainty(Certainty.PRESUMED_EACH_STEP));
  }

  private static List<SyntaxNode> sizesOf(Arguments arguments) {
    SyntaxNode first = arguments.parameter(0, "size");
    return first != null && first.isAny("tuple", "list") ? first.namedChildren() : arguments.positional();
  }

  private static @Nullable SyntaxNode first(List<SyntaxNode> sizes, Predicate<SyntaxNode> wanted) {
    return sizes.stream().filter(wanted).findFirst().orElse(null);
  }

  private static boolean isLarge(SyntaxNode size) {
    return LARGE.matcher(size.text()).find();
  }

  private static boolean isOne(SyntaxNode size) {
    return size.textIs("1") || size.is("comment");
  }
}
