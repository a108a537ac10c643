package dev.perfreview.python.workspace;

import dev.perfreview.python.PythonLibrary;
import dev.perfreview.python.PythonType;
import dev.perfreview.semantics.workspace.FunctionFacts;
import dev.perfreview.semantics.workspace.FunctionFacts.Trait;
import dev.perfreview.semantics.workspace.FunctionPlace;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Works out what references mean, in the notation of {@link PythonLinker}. */
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
    return switch (meaning) {
      case Meaning.OfValue value -> value.type();
      case Meaning.OfMethod method -> method.function() != null && method.function().function().is(Trait.PROPERTY)
        ? resolved(method.function().function().result(), depth)
        : PythonType.UNKNOWN;
      case Meaning.OfName name -> symbols.find(name.name()) instanceof Symbol.OfVariable variable
        ? resolved(variable.type(), depth)
        : PythonType.UNKNOWN;
      case Meaning.Nothing _ -> PythonType.UNKNOWN;
    };
  }

  /** The functions that calling what a reference means may run. */
  List<FunctionPlace> targets(String callee) {
    return switch (meaningOf(callee, 0)) {
      case Meaning.OfName name -> switch (symbols.find(name.name())) {
        case Symbol.OfFunction function -> List.of(function.place());
        case Symbol.OfClass type -> symbols.member(type, "__init__") instanceof Symbol.OfFunction constructor
          ? List.of(constructor.place())
          : List.of();
        case Symbol.OfVariable _ -> List.of();
        case null -> List.of();
      };
      case Meaning.OfMethod method -> targets(method);
      case Meaning.OfValue value -> value.type().isKnown()
        ? targets(methodOf(value.type(), "__call__", false))
        : List.of();
      case Meaning.Nothing _ -> List.of();
    };
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
    PythonType type = switch (of) {
      case Meaning.OfValue value -> value.type();
      case Meaning.OfName name -> symbols.find(name.name()) instanceof Symbol.OfVariable variable
        ? resolved(variable.type(), depth)
        : PythonType.UNKNOWN;
      default -> PythonType.UNKNOWN;
    };
    PythonType changed = change.apply(type);
    return new Meaning.OfValue(changed.isPending() ? typeOf(changed.reference(), depth + 1) : changed);
  }

  private Meaning attribute(Meaning of, String name, boolean inherited, int depth) {
    PythonType owner = switch (of) {
      case Meaning.OfValue value -> value.type();
      case Meaning.OfMethod method -> typeOfProperty(method, depth);
      default -> PythonType.UNKNOWN;
    };
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
    return switch (callee) {
      case Meaning.OfName name -> switch (symbols.find(name.name())) {
        case Symbol.OfFunction function -> returned(function.place(), depth);
        case Symbol.OfClass type -> new Meaning.OfValue(PythonType.of(type.fullName()));
        case Symbol.OfVariable _ -> new Meaning.Nothing();
        case null -> new Meaning.OfValue(PythonLibrary.resultOf(name.name()));
      };
      case Meaning.OfMethod method -> method.function() == null
        ? new Meaning.OfValue(PythonLibrary.methodResult(method.receiver(), method.name()))
        : returned(method.function(), depth);
      default -> new Meaning.Nothing();
    };
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
