package dev.perfreview.syntax;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The kinds of node and the fields that a language's tree-sitter grammar knows, by number and by name. */
public final class Grammar {

  /** tree-sitter's symbol of text that does not parse ({@code ts_builtin_sym_error} in its parser.h). */
  static final int ERROR_SYMBOL = 0xFFFF;

  private static final Map<Language, Grammar> LOADED = new EnumMap<>(Language.class);

  private final Language language;
  private final NativeTreeSitter treeSitter;
  private final long nativeLanguage;
  private final String[] kindNames;
  private final boolean[] named;
  private final @Nullable String[] fieldNames;

  private Grammar(Language language) {
    this.language = language;
    this.treeSitter = NativeLibraries.treeSitter();
    this.nativeLanguage = NativeLibraries.load(language);
    NativeTreeSitter.GrammarNames names = treeSitter.namesOf(nativeLanguage);
    kindNames = new String[names.kinds().length];
    for (int kind = 0; kind < kindNames.length; kind++) {
      String name = names.kinds()[kind];
      kindNames[kind] = name == null ? "" : name.intern();
    }
    named = names.named();
    fieldNames = new String[names.fields().length];
    for (int field = 1; field < fieldNames.length; field++) {
      String name = names.fields()[field];
      fieldNames[field] = name == null ? null : name.intern();
    }
  }

  /**
   * The grammar of a language; its native library is loaded when it is first asked for.
   *
   * @throws UnsatisfiedLinkError when neither the compiled nor the ready-made library can be loaded
   */
  public static Grammar of(Language language) {
    synchronized (LOADED) {
      return LOADED.computeIfAbsent(language, Grammar::new);
    }
  }

  /** The language that the grammar describes. */
  public Language language() {
    return language;
  }

  /** The name of a kind, {@code "ERROR"} for text that does not parse. */
  public String kindName(int kind) {
    return kind == ERROR_SYMBOL ? "ERROR" : kindNames[kind];
  }

  /** Whether nodes of this kind are named, that is, neither punctuation nor keywords. */
  public boolean isNamed(int kind) {
    return kind == ERROR_SYMBOL || named[kind];
  }

  /** The numbers of the kinds with this name (an alias can have several); empty when the grammar has none. */
  public BitSet kindsNamed(String name) {
    BitSet kinds = new BitSet();
    for (int kind = 0; kind < kindNames.length; kind++) {
      if (kindNames[kind].equals(name)) {
        kinds.set(kind);
      }
    }
    return kinds;
  }

  /** How many kinds there are. */
  public int kindCount() {
    return kindNames.length;
  }

  /** The names of its named kinds. */
  List<String> namedKinds() {
    List<String> names = new ArrayList<>();
    for (int kind = 0; kind < kindNames.length; kind++) {
      if (named[kind] && !kindNames[kind].startsWith("_")) {
        names.add(kindNames[kind]);
      }
    }
    return names;
  }

  /** The names of its fields. */
  List<String> fieldNames() {
    return Arrays.stream(fieldNames).filter(Objects::nonNull).toList();
  }

  @Nullable
  String fieldName(int field) {
    return fieldNames[field];
  }

  /** The library that the grammar belongs to. */
  NativeTreeSitter treeSitter() {
    return treeSitter;
  }

  /** The {@code TSLanguage}. */
  long nativeLanguage() {
    return nativeLanguage;
  }
}
