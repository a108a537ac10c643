package dev.perfreview.rust.copies;

import dev.perfreview.rule.Finding;
import dev.perfreview.rust.Calls;
import dev.perfreview.rust.Comments;
import dev.perfreview.rust.CopyCost;
import dev.perfreview.rust.Places;
import dev.perfreview.rust.RustModel;
import dev.perfreview.rust.RustType;
import dev.perfreview.syntax.SyntaxNode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A method that does nothing but hand out a copy of a field, which each of its callers pays for. */
public final class AccessorCopy {

  /** Parts of names that promise a value of the caller's own. */
  private static final Set<String> COPIES_BY_NAME = Set.of(
    "clone",
    "copy",
    "dup",
    "export",
    "into",
    "owned",
    "snapshot",
    "to"
  );

  private AccessorCopy() {}

  static @Nullable Finding of(ClonedValue copy, RustModel model) {
    String field = accessed(copy.source(), copy.call());
    if (field == null) {
      return null;
    }
    RustType type = copy.type(model);
    boolean text = type != null && model.copyCostOf(type) == CopyCost.TEXT;
    return copy.allocates(model) ? finding(copy.call(), field, text ? "`&str`" : "reference") : null;
  }

  /** {@code self.values.iter().copied().collect()} as the whole body of a method that returns a {@code Vec}. */
  public static @Nullable Finding ofCollected(SyntaxNode collect, RustModel model) {
    SyntaxNode copied = "collect".equals(Calls.nameOf(collect)) ? Calls.receiverOf(collect) : null;
    String adapter = copied == null || !copied.is("call_expression") ? null : Calls.nameOf(copied);
    SyntaxNode iterator = copied == null || adapter == null ? null : Calls.receiverOf(copied);
    boolean copies = "copied".equals(adapter) || "cloned".equals(adapter);
    if (!copies || iterator == null || !iterator.is("call_expression") || !"iter".equals(Calls.nameOf(iterator))) {
      return null;
    }
    SyntaxNode source = Calls.receiverOf(iterator);
    String field = source == null ? null : accessed(source, collect);
    SyntaxNode function = field == null ? null : collect.enclosing("function_item");
    SyntaxNode returned = function == null ? null : function.field("return_type");
    boolean list = returned != null && model.typeWritten(returned).is("std::vec::Vec");
    return field == null || !list ? null : finding(collect, field, "slice");
  }

  private static Finding finding(SyntaxNode copy, String field, String instead) {
    return Finding.at(
      copy,
      "each call of this accessor copies the whole of `" + field + "`, where it could return a " + instead
    );
  }

  /** The field of {@code self} that is all that a method's body gives back. */
  private static @Nullable String accessed(SyntaxNode source, SyntaxNode value) {
    SyntaxNode block = value.parent();
    SyntaxNode function = block == null ? null : block.parent();
    if (block == null || function == null || !block.is("block") || !function.is("function_item")) {
      return null;
    }
    SyntaxNode root = source.is("field_expression") ? Places.rootOf(source) : null;
    boolean only = Comments.without(block.namedChildren()).size() == 1;
    if (root == null || !root.is("self") || !only || !borrowsSelf(function) || !isFree(function)) {
      return null;
    }
    return source.text();
  }

  private static boolean borrowsSelf(SyntaxNode function) {
    SyntaxNode parameters = function.field("parameters");
    SyntaxNode self = parameters == null ? null : parameters.firstChild("self_parameter");
    return self != null && self.firstChild("&") != null && self.firstChild("mutable_specifier") == null;
  }

  /** Whether the method may change what it returns: no trait prescribes it, nor does its name promise a copy. */
  private static boolean isFree(SyntaxNode function) {
    SyntaxNode impl = function.enclosing("impl_item", "trait_item");
    SyntaxNode name = function.field("name");
    if (impl == null || !impl.is("impl_item") || impl.field("trait") != null || name == null) {
      return false;
    }
    // Python sees the methods of such a block, and what it is given it owns.
    SyntaxNode attribute = impl.previousSibling();
    boolean bound = attribute != null && attribute.is("attribute_item") && attribute.text().contains("pymethods");
    return !bound && List.of(name.text().split("_")).stream().noneMatch(COPIES_BY_NAME::contains);
  }
}
