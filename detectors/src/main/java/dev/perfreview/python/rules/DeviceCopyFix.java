package dev.perfreview.python.rules;

import dev.perfreview.python.Arguments;
import dev.perfreview.python.tensors.TensorValue;
import dev.perfreview.rule.Fix;
import dev.perfreview.syntax.SyntaxNode;
import dev.perfreview.syntax.TextEdit;
import org.jspecify.annotations.Nullable;

/** The fixes of a blocking copy to a device. */
final class DeviceCopyFix {

  private DeviceCopyFix() {}

  /**
   * Adds {@code non_blocking=True}. Safe for a pinned tensor that has no name: nobody can write to it while it is still being copied.
   *
   * @param source what is copied
   * @param value what is known of it
   */
  static @Nullable Fix nonBlocking(SyntaxNode call, SyntaxNode source, TensorValue value, Arguments arguments) {
    SyntaxNode list = call.field("arguments");
    if (list == null || arguments.hasSplat() || list.hasError()) {
      return null;
    }
    SyntaxNode given = arguments.keyword("non_blocking");
    TextEdit edit;
    if (given != null) {
      edit = TextEdit.replace(given, "True");
    } else if (arguments.count() == 0) {
      edit = TextEdit.insert(list.end() - 1, "non_blocking=True");
    } else {
      SyntaxNode last = list.namedChildren().getLast();
      if (last.is("comment")) {
        return null;
      }
      edit = TextEdit.insert(last.end(), ", non_blocking=True");
    }
    return value.isPinned() && source.is("call")
      ? Fix.safe("Copy with `non_blocking=True`", edit)
      : Fix.unsafe(
          "Copy with `non_blocking=True`: asynchronous from pinned memory, which must not change before the copy is done",
          edit
        );
  }

  /** Makes the tensor in pinned memory, and copies it from there without waiting. */
  static @Nullable Fix throughPinnedMemory(SyntaxNode call, SyntaxNode device, Arguments arguments) {
    SyntaxNode keyword = device.parent();
    boolean plain = keyword != null && keyword.is("keyword_argument") && arguments.keyword("pin_memory") == null;
    if (!plain || keyword == null || arguments.hasSplat() || device.text().contains("\n")) {
      return null;
    }
    return Fix.unsafe(
      "Copy from pinned memory with `non_blocking=True`, on machines whose driver can pin memory",
      TextEdit.replace(keyword, "pin_memory=True"),
      TextEdit.insert(call.end(), ".to(" + device.text() + ", non_blocking=True)")
    );
  }
}
