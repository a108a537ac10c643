package dev.perfreview.rust.rules;

import dev.perfreview.rule.Certainty;
import dev.perfreview.rule.Concern;
import dev.perfreview.rule.Cost;
import dev.perfreview.rule.Finding;
import dev.perfreview.rule.FixAvailability;
import dev.perfreview.rule.Rule;
import dev.perfreview.rule.RuleInfo;
import dev.perfreview.rust.Calls;
import dev.perfreview.rust.RustModel;
import dev.perfreview.semantics.CodeFunction;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxNode;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** A value turned into text or bytes, or made of them, each time a path that serves runs. */
public final class AddedSerialization implements Rule<RustModel> {

  private static final RuleInfo INFO = new RuleInfo(
    "added-serialization",
    Language.RUST,
    "a value serialised or deserialised on a hot path",
    Cost.OVERHEAD,
    FixAvailability.NONE,
    Set.of("call_expression")
  )
    .about(Concern.SERIALIZATION)
    .onlyInChanges();

  private static final Set<String> LIBRARIES = Set.of(
    "bincode",
    "ciborium",
    "postcard",
    "rmp_serde",
    "serde_json",
    "simd_json",
    "sonic_rs"
  );

  private static final Pattern ERROR = Pattern.compile("(?i)(^|[^a-z])err(or)?s?($|[^a-z])");

  private static final Pattern NAME = Pattern.compile("to_|from_|encode|decode|serialize|deserialize|into_writer");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(SyntaxNode call, RustModel model, Consumer<Finding> findings) {
    String name = Calls.nameOf(call);
    SyntaxNode function = name == null || !NAME.matcher(name).lookingAt() ? null : Calls.functionOf(call);
    String path = function == null || function.is("field_expression") ? null : model.fullPathOf(function);
    int end = path == null ? -1 : path.indexOf("::");
    String library = path == null || end < 0 ? "" : path.substring(0, end);
    if (function == null || !LIBRARIES.contains(library) || SetUp.holds(call, model) || isOfError(call, model)) {
      return;
    }
    String message = library.equals("serde_json")
      ? "goes through JSON each time: the names of fields and the numbers as text, and an allocation for each string"
      : "serialises each time: the larger the value, the longer this path takes";
    findings.accept(Finding.at(function, "`" + function.text() + "` " + message).withCertainty(Certainty.PRESUMED));
  }

  /** Whether an error is told, by what is serialised or by the function's name. */
  private static boolean isOfError(SyntaxNode call, RustModel model) {
    CodeFunction function = model.functionAround(call);
    SyntaxNode arguments = call.field("arguments");
    boolean ofError = function != null && ERROR.matcher(function.simpleName()).find();
    return ofError || (arguments != null && ERROR.matcher(arguments.text()).find());
  }
}
