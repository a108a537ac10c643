package dev.perfreview.rust;

import dev.perfreview.rule.Certainty;
import dev.perfreview.syntax.SyntaxNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells by names and types what a server has much of. No line says how long a list or a text gets; but those of tokens, logits, KV blocks and bytes grow
 * with what is served, and nearly all others are so short that what is done to them once more cannot be measured. So a cost that goes with
 * the amount is no more than {@link Certainty#SMALL} where nothing speaks for a large one.
 */
public final class Amounts {

  /** What comes by the thousands. */
  private static final Set<String> COUNTLESS = Set.of(
    (
      "block blocks byte bytes embedding embeddings hash hashes logit logits logprob logprobs page pages pcm pixel pixels prob probs " +
      "probabilities sample samples slot slots token tokens vocab vocabulary"
    ).split(" ")
  );

  /** What carries a whole prompt, answer or picture. */
  private static final Set<String> HEAVY = Set.of(
    (
      "audio body buf buffer content contents conversation corpus document documents frame history image images json message messages payload prompt " +
      "prompts request response tensor tensors"
    ).split(" ")
  );

  /** What takes that back: a few tokens that mean something, a part of a text, a value that describes others. */
  private static final Set<String> FEW = Set.of(
    (
      "access added api args auth bad bos cfg conditions config custom delim delimiter delta dims end eos extra format header headers id info key keys kind label labels " +
      "len length lengths lens marker meta metadata mode model name names option options opts pad params path piece prefix role separator seqlens settings shape " +
      "special start stats status stop strides suffix tag tags type types uri url usage"
    ).split(" ")
  );

  /** Numbers that are kept in bulk: token ids, probabilities, weights, bytes. */
  private static final Set<String> BULK = Set.of("bf16", "f16", "f32", "f64", "i32", "i64", "i8", "u16", "u32", "u8");

  private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|_");

  private Amounts() {}

  /** What a cost rests on that goes with the number of a collection's elements. */
  public static Certainty ofCollection(SyntaxNode collection, RustModel model) {
    return isCountless(collection, model) && !model.isInConstructor(collection) ? Certainty.SHOWN : Certainty.SMALL;
  }

  /** The same of a list in which {@code element} is looked for or put: what that is tells what the list is made of. */
  public static Certainty ofCollection(SyntaxNode collection, SyntaxNode element, RustModel model) {
    boolean countless = isNamedCountless(element.text()) && !isFew(collection) && !model.isInConstructor(collection);
    return countless ? Certainty.SHOWN : ofCollection(collection, model);
  }

  /** What a cost rests on that goes with the number of turns of the loop around a node. */
  public static Certainty ofTurnsAround(SyntaxNode node, RustModel model) {
    SyntaxNode loop = model.loopAround(node);
    SyntaxNode call = loop != null && loop.is("closure_expression") ? Calls.callTaking(loop) : null;
    SyntaxNode iterated = loop == null ? null : call == null ? loop.field("value") : Calls.receiverOf(call);
    return iterated == null ? Certainty.SMALL : ofCollection(iterated, model);
  }

  /**
   * What a cost rests on that goes with the size of a value.
   *
   * @param value the code of the value
   * @param type its type; nothing when that is not known
   */
  public static Certainty ofValue(SyntaxNode value, @Nullable RustType type, RustModel model) {
    List<String> words = wordsOf(value);
    boolean bulk = type != null && model.holdsBulk(type) && !isPart(value);
    boolean much = bulk || words.stream().anyMatch(word -> HEAVY.contains(word) || COUNTLESS.contains(word));
    return much && !isFew(words) && !model.isInConstructor(value) ? Certainty.SHOWN : Certainty.SMALL;
  }

  /** Whether the last name in some code is one of what comes by the thousands. */
  public static boolean isNamedCountless(String code) {
    List<String> words = wordsOf(code);
    return words.stream().anyMatch(COUNTLESS::contains) && !isFew(words);
  }

  /** Whether a name tells that there is little of what it stands for. */
  public static boolean isFew(SyntaxNode value) {
    return isFew(wordsOf(value));
  }

  /** Whether an element type is a number that is kept in bulk. */
  static boolean isBulk(RustType element) {
    return BULK.contains(element.path()) || element.path().endsWith("::f16") || element.path().endsWith("::bf16");
  }

  private static boolean isFew(List<String> words) {
    return words.stream().anyMatch(FEW::contains);
  }

  private static boolean isCountless(SyntaxNode collection, RustModel model) {
    List<String> words = wordsOf(collection);
    boolean named = words.stream().anyMatch(COUNTLESS::contains);
    if (named || isFew(words)) {
      return !isFew(words);
    }
    RustType type = model.typeOf(collection);
    String element = type == null ? "" : type.peeled().argument(0).path();
    return split(element.substring(element.lastIndexOf(':') + 1))
      .stream()
      .anyMatch(COUNTLESS::contains);
  }

  /** Whether code names a part of something by a range that ends at a number: {@code sorted[0..top_k]}. */
  private static boolean isPart(SyntaxNode value) {
    String code = value.text();
    int end = code.lastIndexOf("..");
    return code.endsWith("]") && end >= 0 && !code.endsWith("..]");
  }

  private static List<String> wordsOf(SyntaxNode node) {
    return wordsOf(node.text());
  }

  /** The words of the last name that code consists of, calls and what is in brackets left out: of {@code a.stop_ids.iter()} stop and ids. */
  private static List<String> wordsOf(String code) {
    String last = "";
    int depth = 0;
    int start = -1;
    for (int i = 0; i <= code.length(); i++) {
      char unit = i < code.length() ? code.charAt(i) : ' ';
      if (depth == 0 && Character.isJavaIdentifierPart(unit)) {
        start = start < 0 ? i : start;
        continue;
      }
      if (start >= 0 && unit != '(' && unit != '!' && Character.isLetter(code.charAt(start))) {
        last = code.substring(start, i);
      }
      start = -1;
      depth += unit == '(' || unit == '[' || unit == '{' || unit == '<' ? 1 : 0;
      depth -= depth > 0 && (unit == ')' || unit == ']' || unit == '}' || unit == '>') ? 1 : 0;
    }
    return split(last);
  }

  private static List<String> split(String name) {
    return HUMP.splitAsStream(name)
      .map(word -> word.toLowerCase(Locale.ROOT))
      .toList();
  }
}
