package dev.perfreview.rust.rules;

import dev.perfreview.rust.Binding;
import dev.perfreview.rust.Bindings;
import dev.perfreview.rust.Calls;
import dev.perfreview.rust.RustModel;
import dev.perfreview.rust.RustType;
import dev.perfreview.syntax.SyntaxNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Recognises an entry of a {@code DashMap} that is looked into where it is there, and left alone where it is not. */
final class OccupiedEntry {

  private static final Set<String> READS = Set.of("get", "key");

  private OccupiedEntry() {}

  /** Whether a {@code match} on the entry that a call answers neither fills nor changes it. */
  static boolean isOnlyRead(SyntaxNode entry, RustModel model) {
    SyntaxNode match = entry.parent();
    SyntaxNode body = match == null || !match.is("match_expression") ? null : match.field("body");
    if (body == null) {
      return false;
    }
    boolean isConcurrent = isDashMap(Calls.receiverOf(entry), model);
    boolean read = false;
    for (SyntaxNode arm : body.namedChildren()) {
      SyntaxNode pattern = arm.is("match_arm") ? arm.field("pattern") : null;
      SyntaxNode variant =
        pattern == null || pattern.namedChildren().isEmpty() ? null : pattern.namedChildren().getFirst();
      if (variant == null) {
        continue;
      }
      SyntaxNode path = variant.is("tuple_struct_pattern") ? variant.field("type") : null;
      String name = path == null ? "" : path.text();
      String full = path == null ? null : model.fullPathOf(path);
      isConcurrent |= full != null && full.startsWith("dashmap::");
      if (name.endsWith("Occupied")) {
        read = isReadIn(arm, variant);
        if (!read) {
          return false;
        }
      } else if (!variant.textIs("_") && !variant.text().replaceAll("\\s", "").endsWith("Vacant(_)")) {
        return false;
      }
    }
    return read && isConcurrent;
  }

  private static boolean isDashMap(@Nullable SyntaxNode receiver, RustModel model) {
    RustType type = receiver == null ? null : model.typeOf(receiver);
    return type != null && type.peeled().is("dashmap::DashMap");
  }

  private static boolean isReadIn(SyntaxNode arm, SyntaxNode variant) {
    SyntaxNode entry = variant.namedChildren().getLast();
    SyntaxNode value = arm.field("value");
    if (!entry.is("identifier") || value == null) {
      return false;
    }
    boolean used = false;
    for (SyntaxNode node : value.descendants()) {
      Binding binding = node.is("identifier") && node.textIs(entry.text()) ? Bindings.find(node.text(), node) : null;
      if (binding != null && binding.name().equals(entry)) {
        SyntaxNode call = Calls.methodCallOn(node);
        if (call == null || !READS.contains(String.valueOf(Calls.nameOf(call)))) {
          return false;
        }
        used = true;
      }
    }
    return used;
  }
}
