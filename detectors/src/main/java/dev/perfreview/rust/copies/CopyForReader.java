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

/** A copy that is passed by value to a function of the same file which only looks at it. */
final class CopyForReader {

  private CopyForReader() {}

  static @Nullable Finding of(ClonedValue copy, RustModel model) {
    SyntaxNode call = Calls.callTaking(copy.call());
    SyntaxNode function = call == null ? null : model.functionCalled(call);
    if (call == null || function == null || !isFree(function)) {
      return null;
    }
    SyntaxNode parameter = parameterFor(copy.call(), call, function);
    SyntaxNode pattern = parameter == null ? null : parameter.field("pattern");
    SyntaxNode type = parameter == null ? null : parameter.field("type");
    if (parameter == null || pattern == null || type == null || !pattern.is("identifier")) {
      return null;
    }
    boolean owned = type.isAny("generic_type", "type_identifier", "scoped_type_identifier");
    if (!owned || parameter.firstChild("mutable_specifier") != null || !copy.allocates(model)) {
      return null;
    }
    VariableUses uses = VariableUses.of(new Binding(pattern, pattern, parameter), model);
    if (uses == null || !uses.areReads() || copy.place(model) == null) {
      return null;
    }
    SyntaxNode name = function.field("name");
    String callee = name == null ? "the function" : "`" + name.text() + "`";
    String message =
      copy.subject() + " copies a value that " + callee + " only looks at, so that it could take a reference";
    return Finding.at(copy.call(), message).withEvidence(Evidence.at(parameter, "taken by value, never given away"));
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
