package dev.perfreview.rust.rules;

import dev.perfreview.rust.Binding;
import dev.perfreview.rust.Bindings;
import dev.perfreview.rust.Calls;
import dev.perfreview.rust.Places;
import dev.perfreview.syntax.SyntaxNode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Recognises state that is kept encoded: taken out of a store, decoded, changed in one place, and encoded again. */
final class StoredState {

  private static final Set<String> DECODING = Set.of("decode", "deserialize", "from_bytes", "from_slice", "from_str");
  private static final Set<String> ENCODING_METHODS = Set.of("encode_to_vec", "to_bytes");
  private static final Set<String> ENCODING_FUNCTIONS = Set.of("serialize", "to_string", "to_vec");

  private StoredState() {}

  /** The call that decoded the state which this call encodes after a change; nothing when it is another call. */
  static @Nullable SyntaxNode decodedFor(SyntaxNode call) {
    SyntaxNode state = encoded(call);
    Binding binding = state == null ? null : Bindings.find(state.text(), state);
    SyntaxNode let = binding == null ? null : binding.declaration();
    SyntaxNode value = let == null || !let.is("let_declaration") ? null : let.field("value");
    if (
      state == null ||
      let == null ||
      value == null ||
      let.firstChild("mutable_specifier") == null ||
      !isKeptOrNew(value)
    ) {
      return null;
    }
    SyntaxNode decoding = value.streamDescendants().filter(StoredState::decodesField).findFirst().orElse(null);
    return decoding != null && isChangedBetween(let, call, state.text()) ? decoding : null;
  }

  /** The variable that a call encodes. */
  private static @Nullable SyntaxNode encoded(SyntaxNode call) {
    String name = Calls.nameOf(call);
    SyntaxNode receiver = Calls.receiverOf(call);
    List<SyntaxNode> arguments = Calls.argumentsOf(call);
    if (name == null) {
      return null;
    }
    if (receiver != null) {
      return ENCODING_METHODS.contains(name) && arguments.isEmpty() && receiver.is("identifier") ? receiver : null;
    }
    SyntaxNode only = arguments.size() == 1 ? arguments.getFirst() : null;
    SyntaxNode borrowed = only != null && only.is("reference_expression") ? only.field("value") : null;
    boolean encodes = ENCODING_FUNCTIONS.contains(name) && borrowed != null && borrowed.is("identifier");
    return encodes ? borrowed : null;
  }

  /** Whether an expression answers what is there, or something new where nothing is. */
  private static boolean isKeptOrNew(SyntaxNode value) {
    String last = value.is("call_expression") ? String.valueOf(Calls.nameOf(value)) : "";
    boolean branches =
      value.isAny("if_expression", "match_expression") && value.text().matches("(?s).*\\b(new|default)\\(.*");
    return branches || last.startsWith("unwrap_or");
  }

  /** Whether a call decodes what a field of something holds. */
  private static boolean decodesField(SyntaxNode call) {
    String name = call.is("call_expression") ? Calls.nameOf(call) : null;
    List<SyntaxNode> arguments = name != null && DECODING.contains(name) ? Calls.argumentsOf(call) : List.of();
    SyntaxNode place = arguments.isEmpty() ? null : arguments.getFirst();
    if (place != null && place.is("reference_expression")) {
      place = place.field("value");
    }
    return place != null && Places.rootOf(place) != null;
  }

  private static boolean isChangedBetween(SyntaxNode let, SyntaxNode encoding, String name) {
    SyntaxNode scope = let.parent();
    if (scope == null) {
      return false;
    }
    return scope
      .streamDescendants()
      .filter(node -> node.is("identifier") && node.textIs(name))
      .anyMatch(node -> node.start() > let.end() && node.end() < encoding.start());
  }
}
