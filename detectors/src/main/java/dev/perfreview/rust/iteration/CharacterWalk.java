package dev.perfreview.rust.iteration;

import dev.perfreview.rule.Certainty;
import dev.perfreview.rule.Cost;
import dev.perfreview.rule.Finding;
import dev.perfreview.rust.Amounts;
import dev.perfreview.rust.Binding;
import dev.perfreview.rust.Calls;
import dev.perfreview.rust.Places;
import dev.perfreview.rust.RustModel;
import dev.perfreview.rust.RustType;
import dev.perfreview.syntax.SyntaxNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Characters of a text found or counted by walking over all before them: {@code text.chars().nth(i)}, {@code text.chars().count()}. */
final class CharacterWalk {

  private CharacterWalk() {}

  static @Nullable Finding of(SyntaxNode call, RustModel model) {
    SyntaxNode characters = Calls.receiverOf(call);
    String source = characters == null || !characters.is("call_expression") ? null : Calls.nameOf(characters);
    SyntaxNode text = source == null || characters == null ? null : Calls.receiverOf(characters);
    if (source == null || text == null || !(source.equals("chars") || source.equals("char_indices"))) {
      return null;
    }
    SyntaxNode root = Places.rootOf(text);
    Binding binding = root == null ? null : model.bindingOf(root);
    SyntaxNode loop = model.loopAround(call);
    boolean outside = binding != null && loop != null && !loop.contains(binding.name());
    if ("nth".equals(Calls.nameOf(call))) {
      return outside && loop != null ? ofIndex(call, loop) : null;
    }
    return ofCount(call, text, binding, loop, outside, model);
  }

  private static @Nullable Finding ofIndex(SyntaxNode call, SyntaxNode loop) {
    List<SyntaxNode> index = Calls.argumentsOf(call);
    if (index.size() != 1 || index.getFirst().is("integer_literal")) {
      return null;
    }
    String message =
      "`nth` walks the text from its start on each turn of the loop; go over `char_indices` once, or over bytes";
    return Finding.at(call, message).withHeatAt(loop);
  }

  private static @Nullable Finding ofCount(
    SyntaxNode call,
    SyntaxNode text,
    @Nullable Binding binding,
    @Nullable SyntaxNode loop,
    boolean outside,
    RustModel model
  ) {
    RustType type = model.typeOf(text);
    if (
      binding == null || (type != null && !type.isText()) || binding.declaration().isAny("const_item", "static_item")
    ) {
      return null;
    }
    Certainty certainty = Amounts.ofValue(text, type, model);
    if (loop == null) {
      boolean given = binding.declaration().is("parameter") || binding.declaration().is("let_declaration");
      boolean changes =
        binding.pattern().is("mut_pattern") || binding.declaration().firstChild("mutable_specifier") != null;
      String message =
        "`chars().count()` walks the whole text; a length in bytes, or a count that is known already, costs nothing";
      return given && !changes
        ? Finding.at(call, message).withCost(Cost.OVERHEAD).withCertainty(Certainty.SMALL)
        : null;
    }
    if (!outside || Scans.isChangedIn(loop, text.text())) {
      return null;
    }
    String message =
      "the characters of `" + text.text() + "` are counted anew on each turn of the loop though they stay the same";
    return Finding.at(call, message).withHeatAt(loop).withCertainty(certainty);
  }
}
