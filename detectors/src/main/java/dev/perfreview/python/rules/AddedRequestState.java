package dev.perfreview.python.rules;

import dev.perfreview.python.PythonModel;
import dev.perfreview.python.Variable;
import dev.perfreview.rule.Certainty;
import dev.perfreview.rule.Concern;
import dev.perfreview.rule.Cost;
import dev.perfreview.rule.Finding;
import dev.perfreview.rule.FixAvailability;
import dev.perfreview.rule.Rule;
import dev.perfreview.rule.RuleInfo;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxNode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A list, dictionary or tensor that each request keeps as long as it lives. */
public final class AddedRequestState implements Rule<PythonModel> {

  private static final RuleInfo INFO = new RuleInfo(
    "added-request-state",
    Language.PYTHON,
    "a container or tensor that each request keeps as long as it lives",
    Cost.GROWTH,
    FixAvailability.NONE,
    Set.of("assignment")
  )
    .about(Concern.MEMORY)
    .onlyInChanges();

  /** Classes of which there is one for each request: not the messages that only carry one. */
  private static final Pattern REQUESTS = Pattern.compile(
    "Req|Request|Sequence|SequenceGroup|\\w*(Req|Request|Sequence|Seq)(State|Status|Info|Context|Data|Record|Tracker)"
  );

  private static final Pattern CONTAINERS = Pattern.compile(
    "\\b([Ll]ist|[Dd]ict|[Ss]et|[Dd]eque|DefaultDict|defaultdict|OrderedDict|bytearray|Tensor|ndarray)\\b"
  );

  private static final Map<String, String> KINDS = Map.of(
    "list",
    "a list",
    "dict",
    "a dictionary",
    "defaultdict",
    "a dictionary",
    "ordereddict",
    "a dictionary",
    "set",
    "a set",
    "deque",
    "a deque",
    "bytearray",
    "a buffer",
    "tensor",
    "a tensor",
    "ndarray",
    "an array"
  );

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(SyntaxNode node, PythonModel model, Consumer<Finding> findings) {
    SyntaxNode target = node.field("left");
    SyntaxNode type = target == null ? null : node.enclosing("class_definition");
    SyntaxNode typeName = type == null ? null : type.field("name");
    if (target == null || type == null || typeName == null || !REQUESTS.matcher(typeName.text()).matches()) {
      return;
    }
    boolean inBody = target.is("identifier") && isFieldOf(type, node);
    SyntaxNode made = constructionOf(typeName, model);
    if ((!inBody && !isSetByConstructor(target, node)) || (inBody && made == null)) {
      return;
    }
    String kind = kindOf(node, model);
    if (kind != null) {
      String message =
        "each `%s` keeps %s in `%s` as long as it lives: memory that grows with the requests in flight, and with their length if tokens add to it".formatted(
          typeName.text(),
          kind,
          target.text()
        );
      Finding finding = Finding.at(target, message).withCertainty(Certainty.PRESUMED);
      findings.accept(made == null ? finding : finding.withHeatAt(made));
    }
  }

  private static boolean isFieldOf(SyntaxNode type, SyntaxNode assignment) {
    SyntaxNode statement = assignment.parent();
    SyntaxNode body = statement == null ? null : statement.parent();
    return body != null && body.equals(type.field("body"));
  }

  private static boolean isSetByConstructor(SyntaxNode target, SyntaxNode node) {
    SyntaxNode object = target.is("attribute") ? target.field("object") : null;
    SyntaxNode function = object == null || !object.textIs("self") ? null : node.enclosing("function_definition");
    SyntaxNode name = function == null ? null : function.field("name");
    return name != null && name.textIs("__init__");
  }

  /** Where the file makes an instance: how often that runs is how often there is another one. */
  private static @Nullable SyntaxNode constructionOf(SyntaxNode typeName, PythonModel model) {
    Variable type = model.scopes().resolve(typeName);
    return type == null
      ? null
      : model
          .references()
          .to(type)
          .stream()
          .filter(use -> "function".equals(use.fieldName()))
          .filter(use -> model.placementOf(use).cold() == null)
          .findFirst()
          .orElse(null);
  }

  /** What an attribute holds, as a message says it; nothing where that is no container or tensor. */
  private static @Nullable String kindOf(SyntaxNode assignment, PythonModel model) {
    SyntaxNode annotation = assignment.field("type");
    SyntaxNode value = assignment.field("right");
    Matcher annotated = CONTAINERS.matcher(annotation == null ? "" : annotation.text());
    String found = annotated.find() ? annotated.group() : "";
    if (found.isEmpty() && value != null && value.isAny("list", "dictionary", "set", "call")) {
      String type = model.types().typeOf(value).name();
      boolean isTensor = value.is("call") && model.tensors().valueOf(value).isTensor();
      found = isTensor ? "Tensor" : type.substring(type.lastIndexOf('.') + 1);
    }
    return KINDS.get(found.toLowerCase(Locale.ROOT));
  }
}
