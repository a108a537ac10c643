package dev.perfreview.semantics.workspace;

import dev.perfreview.semantics.workspace.FunctionFacts.Trait;
import dev.perfreview.syntax.Language;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Facts of files in few bytes, to be kept between runs of the program. */
// Numbers of constants are written: what another version of the engine wrote is never read.
@SuppressWarnings("EnumOrdinal")
public final class FactsCodec {

  /** Raised whenever what is written changes, or what it means. */
  public static final int FORMAT = 5;

  private static final Language[] LANGUAGES = Language.values();
  private static final Effect[] EFFECTS = Effect.values();
  private static final List<Set<Trait>> TRAITS = allSetsOfTraits();

  private FactsCodec() {}

  /** Writes the facts of a file. */
  public static void write(FileFacts facts, CompactWriter out) {
    out.text(facts.path());
    out.number(facts.language().ordinal());
    out.text(facts.module());
    out.number(facts.types().size());
    for (TypeFacts type : facts.types()) {
      out.text(type.name());
      write(type.bases(), out);
      write(type.members(), out);
      out.text(type.contents());
    }
    out.number(facts.functions().size());
    for (FunctionFacts function : facts.functions()) {
      write(function, out);
    }
    write(facts.names(), out);
    write(facts.variables(), out);
  }

  private static void write(FunctionFacts function, CompactWriter out) {
    out.text(function.name());
    out.number(function.line());
    out.number(maskOf(function.traits()));
    out.text(function.result());
    out.number(function.calls().size());
    for (CallFacts call : function.calls()) {
      out.text(call.callee());
      out.number(call.line());
      out.number((call.onBranch() ? 1 : 0) + (call.awaited() ? 2 : 0));
    }
    out.number(function.effects().size());
    for (EffectFacts effect : function.effects()) {
      out.number(effect.effect().ordinal());
      out.text(effect.code());
      out.text(effect.does());
      out.number(effect.line());
      EffectFacts.Parameter parameter = effect.parameter();
      out.number(parameter == null ? 0 : parameter.place() + 1);
      if (parameter != null) {
        out.text(parameter.name());
      }
    }
  }

  private static void write(Collection<String> texts, CompactWriter out) {
    out.number(texts.size());
    texts.forEach(out::text);
  }

  private static void write(Map<String, String> texts, CompactWriter out) {
    out.number(texts.size());
    texts.forEach((key, value) -> {
      out.text(key);
      out.text(value);
    });
  }

  /**
   * Reads the facts of a file.
   *
   * @throws IOException when the bytes are no facts
   */
  public static FileFacts read(CompactReader in) throws IOException {
    try {
      String path = in.text();
      Language language = LANGUAGES[in.number(LANGUAGES.length)];
      String module = in.text();
      List<TypeFacts> types = new ArrayList<>();
      for (int left = in.count(); left > 0; left--) {
        types.add(new TypeFacts(in.text(), readList(in), readMap(in), in.text()));
      }
      List<FunctionFacts> functions = new ArrayList<>();
      for (int left = in.count(); left > 0; left--) {
        functions.add(readFunction(in));
      }
      return new FileFacts(path, language, module, types, functions, readMap(in), readMap(in));
    } catch (IllegalArgumentException refused) {
      throw new IOException(refused);
    }
  }

  private static FunctionFacts readFunction(CompactReader in) throws IOException {
    String name = in.text();
    int line = in.number(Integer.MAX_VALUE);
    Set<Trait> traits = TRAITS.get(in.number(TRAITS.size()));
    String result = in.text();
    List<CallFacts> calls = new ArrayList<>();
    for (int left = in.count(); left > 0; left--) {
      String callee = in.text();
      int lineOfCall = in.number(Integer.MAX_VALUE);
      int flags = in.number(4);
      calls.add(new CallFacts(callee, lineOfCall, (flags & 1) != 0, (flags & 2) != 0));
    }
    List<EffectFacts> effects = new ArrayList<>();
    for (int left = in.count(); left > 0; left--) {
      effects.add(readEffect(in));
    }
    return new FunctionFacts(name, line, traits, result, calls, effects);
  }

  private static List<String> readList(CompactReader in) throws IOException {
    List<String> texts = new ArrayList<>();
    for (int left = in.count(); left > 0; left--) {
      texts.add(in.text());
    }
    return texts;
  }

  private static Map<String, String> readMap(CompactReader in) throws IOException {
    Map<String, String> texts = new HashMap<>();
    for (int left = in.count(); left > 0; left--) {
      texts.put(in.text(), in.text());
    }
    return texts;
  }

  private static int maskOf(Set<Trait> traits) {
    int mask = 0;
    for (Trait trait : traits) {
      mask |= 1 << trait.ordinal();
    }
    return mask;
  }

  /** By mask, so that functions of the same traits share a set. */
  private static EffectFacts readEffect(CompactReader in) throws IOException {
    Effect effect = EFFECTS[in.number(EFFECTS.length)];
    String code = in.text();
    String does = in.text();
    int line = in.number(Integer.MAX_VALUE);
    int place = in.number(Integer.MAX_VALUE);
    EffectFacts.Parameter parameter = place == 0 ? null : new EffectFacts.Parameter(place - 1, in.text());
    return new EffectFacts(effect, code, does, line, parameter);
  }

  private static List<Set<Trait>> allSetsOfTraits() {
    List<Set<Trait>> all = new ArrayList<>();
    for (int mask = 0; mask < 1 << Trait.values().length; mask++) {
      Set<Trait> traits = EnumSet.noneOf(Trait.class);
      for (Trait trait : Trait.values()) {
        if ((mask & (1 << trait.ordinal())) != 0) {
          traits.add(trait);
        }
      }
      all.add(Set.copyOf(traits));
    }
    return List.copyOf(all);
  }
}
