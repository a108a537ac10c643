package dev.perfreview.rust.copies;

import dev.perfreview.rule.Evidence;
import dev.perfreview.rule.Finding;
import dev.perfreview.rust.Binding;
import dev.perfreview.rust.Calls;
import dev.perfreview.rust.RustModel;
import dev.perfreview.rust.values.VariableUses;
import dev.perfreview.syntax.SyntaxNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A copy that is passed by value to a function of the same file which only looks at it, or keeps it only under a condition. */
final class CopyForReader {

  private CopyForReader() {}

  static @Nullable Finding of(ClonedValue copy, RustModel model) {
    SyntaxNode call = Calls.callTaking(copy.call());
    SyntaxNode function = call == null ? null : model.functionCalled(call);
    if (call == null || function == null || !isFree(function) || mayOutliveCaller(call, function, model)) {
      return null;
    }
    SyntaxNode parameter = parameterFor(copy.call(), call, function);
    SyntaxNode pattern = parameter == null ? null : parameter.field("pattern");
    SyntaxNode type = parameter == null ? null : parameter.field("type");
    if (parameter == null || pattern == null || type == null || !pattern.is("identifier")) {
      return null;
    }
    boolean owned = type.isAny("generic_type", "type_identifier", "scoped_type_identifier");
    boolean plain = owned && parameter.firstChild("mutable_specifier") == null;
    if (!plain || !(copy.allocates(model) || model.copyCostOf(model.typeWritten(type)).allocates())) {
      return null;
    }
    VariableUses uses = VariableUses.of(new Binding(pattern, pattern, parameter), model);
    SyntaxNode name = function.field("name");
    if (uses == null || uses.all().isEmpty() || name == null || copy.place(model) == null) {
      return null;
    }
    if (uses.areReads()) {
      String message =
        copy.subject() + " copies a value that `" + name.text() + "` only looks at, so that it could take a reference";
      return Finding.at(copy.call(), message).withEvidence(Evidence.at(parameter, "taken by value, never given away"));
    }
    if (
      uses
        .all()
        .stream()
        .allMatch(use -> isOnBranch(use.mention(), function))
    ) {
      String message =
        copy.subject() +
        " copies a value that `" +
        name.text() +
        "` keeps only under a condition; it could take a reference and copy then";
      return Finding.at(copy.call(), message).withEvidence(Evidence.at(parameter, "kept only under a condition"));
    }
    return null;
  }

  /** Whether a mention stands in a branch without an alternative, so that many a call does nothing with the value. */
  private static boolean isOnBranch(SyntaxNode mention, SyntaxNode function) {
    SyntaxNode inner = mention;
    for (SyntaxNode outer : mention.ancestors()) {
      if (outer.equals(function)) {
        return false;
      }
      boolean consequence = outer.is("if_expression") && "consequence".equals(inner.fieldName());
      if (consequence && outer.field("alternative") == null) {
        return true;
      }
      inner = outer;
    }
    return false;
  }

  /** Whether the call makes a future that is handed on, perhaps to a task of its own, which may not borrow from the caller. */
  private static boolean mayOutliveCaller(SyntaxNode call, SyntaxNode function, RustModel model) {
    SyntaxNode parent = call.parent();
    return model.isAsync(function) && (parent == null || !parent.is("await_expression"));
  }

  /** Whether the signature may change: no trait prescribes it. */
  private static boolean isFree(SyntaxNode function) {
    SyntaxNode impl = function.enclosing("impl_item", "trait_item");
    return impl == null || (impl.is("impl_item") && impl.field("trait") == null);
  }

  private static @Nullable SyntaxNode parameterFor(SyntaxNode argument, SyntaxNode call, SyntaxNode function) {
    SyntaxNode list = function.field("parameters");
    if (list == null) {
      return null;
    }
    List<SyntaxNode> parameters = list
      .namedChildren()
      .stream()
      .filter(child -> child.is("parameter"))
      .toList();
    boolean hasSelf = list.firstChild("self_parameter") != null;
    int place = Calls.argumentsOf(call).indexOf(argument);
    // `Type::method(value, …)` passes the receiver as first argument.
    place -= hasSelf && Calls.receiverOf(call) == null ? 1 : 0;
    return place >= 0 && place < parameters.size() ? parameters.get(place) : null;
  }
}
