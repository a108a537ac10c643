package dev.perfreview.python.workspace;

import dev.perfreview.python.PythonLibrary;
import dev.perfreview.python.PythonType;
import dev.perfreview.semantics.workspace.FunctionFacts;
import dev.perfreview.semantics.workspace.FunctionFacts.Trait;
import dev.perfreview.semantics.workspace.FunctionPlace;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Works out what references mean, in the notation of {@link PythonLinker}. Asks with {@code instanceof} and not with switches over patterns: for each of
 * these the VM spins a class at every start, before the first document is reviewed.
 */
final class References {

  /** How far types are followed from declaration to declaration; more are a circle. */
  private static final int DEEPEST = 12;

  /** A call that may run more functions than this is taken for unknown. */
  private static final int MOST_OVERRIDES = 8;

  private static final String MARKS = "!^()[]*~";

  private final Symbols symbols;

  References(Symbols symbols) {
    this.symbols = symbols;
  }

  /** The type of the value that a reference means; unknown when the workspace does not tell. */
  PythonType typeOf(String reference) {
    return typeOf(reference, 0);
  }

  private PythonType typeOf(String reference, int depth) {
    Meaning meaning = meaningOf(reference, depth);
    if (meaning instanceof Meaning.OfValue value) {
      return value.type();
    }
    if (meaning instanceof Meaning.OfMethod method) {
      return typeOfProperty(method, depth);
    }
    return meaning instanceof Meaning.OfName name ? typeOfVariable(name, depth) : PythonType.UNKNOWN;
  }

  /** The functions that calling what a reference means may run. */
  List<FunctionPlace> targets(String callee) {
    Meaning meaning = meaningOf(callee, 0);
    if (meaning instanceof Meaning.OfName name) {
      Symbol symbol = symbols.find(name.name());
      Symbol run = symbol instanceof Symbol.OfClass type ? symbols.member(type, "__init__") : symbol;
      return run instanceof Symbol.OfFunction function ? List.of(function.place()) : List.of();
    }
    if (meaning instanceof Meaning.OfMethod method) {
      return targets(method);
    }
    return meaning instanceof Meaning.OfValue value && value.type().isKnown()
      ? targets(methodOf(value.type(), "__call__", false))
      : List.of();
  }

  private List<FunctionPlace> targets(Meaning.OfMethod method) {
    List<FunctionPlace> all = new ArrayList<>();
    if (method.function() != null) {
      all.add(method.function());
    }
    if (method.owner() != null && !method.exactly()) {
      all.addAll(symbols.overrides(method.owner(), method.name()));
    }
    all.removeIf(place -> place.function().is(Trait.ABSTRACT) && all.size() > 1);
    return all.size() > MOST_OVERRIDES ? List.of() : List.copyOf(all);
  }

  private Meaning meaningOf(String reference, int depth) {
    if (depth > DEEPEST) {
      return new Meaning.Nothing();
    }
    int end = 0;
    while (end < reference.length() && MARKS.indexOf(reference.charAt(end)) < 0) {
      end++;
    }
    Meaning meaning = new Meaning.OfName(reference.substring(0, end));
    while (end < reference.length()) {
      char mark = reference.charAt(end);
      int next = end + 1;
      boolean inherited = mark == '^';
      if (inherited) {
        next++;
      }
      if (mark == '.' || inherited) {
        int start = next;
        while (
          next < reference.length() && reference.charAt(next) != '.' && MARKS.indexOf(reference.charAt(next)) < 0
        ) {
          next++;
        }
        meaning = attribute(meaning, reference.substring(start, next), inherited, depth);
      } else {
        next += mark == '(' || mark == '[' ? 1 : 0;
        meaning = step(meaning, mark, depth);
      }
      end = next;
    }
    return meaning;
  }

  private Meaning step(Meaning meaning, char mark, int depth) {
    return switch (mark) {
      case '!' -> meaning instanceof Meaning.OfName name
        ? new Meaning.OfValue(instanceOf(name.name()))
        : new Meaning.Nothing();
      case '(' -> called(meaning, depth);
      case '[' -> value(meaning, depth, PythonType::item);
      case '*' -> value(meaning, depth, PythonType::element);
      case '~' -> value(meaning, depth, type ->
        type.is(PythonLibrary.AWAITABLE) && !type.arguments().isEmpty()
          ? type.arguments().getFirst()
          : PythonType.UNKNOWN
      );
      default -> new Meaning.Nothing();
    };
  }

  private Meaning value(Meaning of, int depth, java.util.function.UnaryOperator<PythonType> change) {
    PythonType type = PythonType.UNKNOWN;
    if (of instanceof Meaning.OfValue value) {
      type = value.type();
    } else if (of instanceof Meaning.OfName name) {
      type = typeOfVariable(name, depth);
    }
    PythonType changed = change.apply(type);
    return new Meaning.OfValue(changed.isPending() ? typeOf(changed.reference(), depth + 1) : changed);
  }

  private Meaning attribute(Meaning of, String name, boolean inherited, int depth) {
    PythonType owner = PythonType.UNKNOWN;
    if (of instanceof Meaning.OfValue value) {
      owner = value.type();
    } else if (of instanceof Meaning.OfMethod method) {
      owner = typeOfProperty(method, depth);
    }
    if (!owner.isKnown()) {
      return new Meaning.Nothing();
    }
    Meaning.OfMethod method = methodOf(owner, name, inherited);
    if (method.function() == null && method.owner() != null) {
      Symbol member = symbols.member(method.owner(), name);
      if (member instanceof Symbol.OfVariable variable) {
        return new Meaning.OfValue(resolved(variable.type(), depth));
      }
    }
    return method.function() != null && method.function().function().is(Trait.PROPERTY)
      ? new Meaning.OfValue(resolved(method.function().function().result(), depth))
      : method;
  }

  private PythonType typeOfVariable(Meaning.OfName name, int depth) {
    return symbols.find(name.name()) instanceof Symbol.OfVariable variable
      ? resolved(variable.type(), depth)
      : PythonType.UNKNOWN;
  }

  private PythonType typeOfProperty(Meaning.OfMethod method, int depth) {
    return method.function() != null && method.function().function().is(Trait.PROPERTY)
      ? resolved(method.function().function().result(), depth)
      : PythonType.UNKNOWN;
  }

  private Meaning.OfMethod methodOf(PythonType owner, String name, boolean inherited) {
    if (!(symbols.find(owner.name()) instanceof Symbol.OfClass type)) {
      return new Meaning.OfMethod(owner, null, name, null, false);
    }
    Symbol member = inherited ? symbols.inheritedMember(type, name) : symbols.member(type, name);
    FunctionPlace function = member instanceof Symbol.OfFunction found ? found.place() : null;
    return new Meaning.OfMethod(owner, type, name, function, inherited);
  }

  private Meaning called(Meaning callee, int depth) {
    if (callee instanceof Meaning.OfName name) {
      return calledByName(name, depth);
    }
    if (callee instanceof Meaning.OfMethod method) {
      return method.function() == null
        ? new Meaning.OfValue(PythonLibrary.methodResult(method.receiver(), method.name()))
        : returned(method.function(), depth);
    }
    return new Meaning.Nothing();
  }

  private Meaning calledByName(Meaning.OfName name, int depth) {
    Symbol symbol = symbols.find(name.name());
    if (symbol == null) {
      return new Meaning.OfValue(PythonLibrary.resultOf(name.name()));
    }
    if (symbol instanceof Symbol.OfFunction function) {
      return returned(function.place(), depth);
    }
    return symbol instanceof Symbol.OfClass type
      ? new Meaning.OfValue(PythonType.of(type.fullName()))
      : new Meaning.Nothing();
  }

  private Meaning returned(FunctionPlace place, int depth) {
    FunctionFacts function = place.function();
    PythonType result = resolved(function.result(), depth);
    return new Meaning.OfValue(function.is(Trait.ASYNC) ? PythonType.of(PythonLibrary.AWAITABLE, result) : result);
  }

  private PythonType instanceOf(String name) {
    return symbols.find(name) instanceof Symbol.OfClass type ? PythonType.of(type.fullName()) : PythonType.of(name);
  }

  /** A type as the facts write it, with what was pending in it worked out. */
  private PythonType resolved(String written, int depth) {
    return written.isEmpty() ? PythonType.UNKNOWN : resolved(PythonFacts.NOTATION.read(written), depth);
  }

  private PythonType resolved(PythonType type, int depth) {
    if (type.isPending()) {
      return typeOf(type.reference(), depth + 1);
    }
    if (type.arguments().isEmpty()) {
      return type;
    }
    return new PythonType(
      type.name(),
      type
        .arguments()
        .stream()
        .map(argument -> resolved(argument, depth + 1))
        .toList()
    );
  }

  /** What a part of a reference means. */
  private sealed interface Meaning {
    /** A full name that is not looked up yet. */
    record OfName(String name) implements Meaning {}

    /** A value of a type. */
    record OfValue(PythonType type) implements Meaning {}

    /**
     * A method bound to a value.
     *
     * @param receiver the value's type
     * @param owner the class of that type, when the workspace declares it
     * @param name the method's name
     * @param function the method, when the workspace declares it
     * @param exactly whether no subclass's method may be meant
     */
    record OfMethod(
      PythonType receiver,
      Symbol.@Nullable OfClass owner,
      String name,
      @Nullable FunctionPlace function,
      boolean exactly
    ) implements Meaning {}

    /** Nothing that is known. */
    record Nothing() implements Meaning {}
  }
}
