package dev.perfreview.heat;

import dev.perfreview.heat.SymbolPattern.Match;
import dev.perfreview.semantics.CodeFunction;
import dev.perfreview.semantics.Placement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The hot paths that speak of one file, from which the heat of its lines is worked out. Immutable to its users and thread-safe. */
public final class FileHeat {

  private final @Nullable HotPath coldFile;
  private final List<HotPath> users;
  private final List<HotPath> profiles;
  private final @Nullable HotPath wholeFile;
  /** By qualified name: each finding in a function asks again. */
  private final Map<String, Optional<Naming>> namings = new ConcurrentHashMap<>();

  /**
   * @param coldFile the entry that calls the whole file cold
   * @param users the user's entries that name functions of this file
   * @param profiles the same of the profiles
   * @param wholeFile the entry for lines that no symbol speaks of
   */
  FileHeat(@Nullable HotPath coldFile, List<HotPath> users, List<HotPath> profiles, @Nullable HotPath wholeFile) {
    this.coldFile = coldFile;
    this.users = users;
    this.profiles = profiles;
    this.wholeFile = wholeFile;
  }

  /** How often a line of the file runs. */
  public HeatAssessment assess(Placement placement) {
    if (placement.cold() != null && !(coldFile == null && isNamedConstructor(placement))) {
      return cold(placement.cold());
    }
    if (coldFile != null) {
      return cold(coldFile.reason());
    }
    CodeFunction function = placement.function();
    Naming naming = function == null ? null : namingOf(function.qualifiedName());
    if (naming != null) {
      return naming.cold() ? cold(naming.coldReason()) : hot(naming.entry(), placement);
    }
    return wholeFile == null ? HeatAssessment.UNLISTED : hot(wholeFile, placement);
  }

  /** Whether a line is cold for nothing but being in a constructor, which runs at start-up mostly, and an entry says that this one does not. */
  private boolean isNamedConstructor(Placement placement) {
    CodeFunction function = placement.function();
    boolean inConstructor =
      function != null && function.simpleName().equals("__init__") && "in `__init__`".equals(placement.cold());
    Naming naming = inConstructor && function != null ? namingOf(function.qualifiedName()) : null;
    return naming != null && !naming.cold();
  }

  /** How often a function of the file runs, by its qualified name; what its body looks like is left out. */
  public HeatAssessment ofFunction(String qualifiedName) {
    if (coldFile != null) {
      return cold(coldFile.reason());
    }
    Naming naming = namingOf(qualifiedName);
    if (naming != null && naming.cold()) {
      return cold(naming.coldReason());
    }
    HotPath entry = naming == null ? wholeFile : naming.entry();
    return entry == null ? HeatAssessment.UNLISTED : new HeatAssessment(entry.heat(), reasonOf(entry), entry.id());
  }

  /**
   * An entry that names a function.
   *
   * @param match how closely
   * @param entry the entry
   * @param cold whether it says that the function runs rarely
   */
  private record Naming(Match match, HotPath entry, boolean cold) {
    /** The closest first, and of two that are as close the colder. */
    static int order(Naming one, Naming other) {
      int closer = other.match.compareTo(one.match);
      int colder = Boolean.compare(other.cold, one.cold);
      return closer != 0 ? closer : colder != 0 ? colder : one.entry.heat().compareTo(other.entry.heat());
    }

    String coldReason() {
      return entry.heat() == Heat.COLD ? entry.reason() : "start-up, shutdown or maintenance code";
    }
  }

  private @Nullable Naming namingOf(String qualifiedName) {
    if (users.isEmpty() && profiles.isEmpty()) {
      return null;
    }
    return namings.computeIfAbsent(qualifiedName, name -> Optional.ofNullable(lookUp(name))).orElse(null);
  }

  private @Nullable Naming lookUp(String qualifiedName) {
    String[] name = qualifiedName.split("\\.", -1);
    Naming byUser = closest(users, name);
    return byUser == null ? closest(profiles, name) : byUser;
  }

  private static @Nullable Naming closest(List<HotPath> entries, String[] name) {
    Naming closest = null;
    for (HotPath entry : entries) {
      closest = closest(closest, entry, entry.symbols(), entry.heat() == Heat.COLD, name);
      closest = closest(closest, entry, entry.coldSymbols(), true, name);
    }
    return closest;
  }

  private static @Nullable Naming closest(
    @Nullable Naming soFar,
    HotPath entry,
    List<SymbolPattern> patterns,
    boolean cold,
    String[] name
  ) {
    Naming closest = soFar;
    for (SymbolPattern pattern : patterns) {
      Match match = pattern.match(name);
      if (match != null) {
        Naming naming = new Naming(match, entry, cold);
        closest = closest == null || Naming.order(naming, closest) < 0 ? naming : closest;
      }
    }
    return closest;
  }

  private static HeatAssessment cold(String why) {
    return new HeatAssessment(Heat.COLD, "cold: " + why, null);
  }

  private static HeatAssessment hot(HotPath entry, Placement placement) {
    return HeatAssessment.of(entry.heat(), placement.recurrence(), reasonOf(entry), entry.id());
  }

  private static String reasonOf(HotPath entry) {
    return entry.reason() + " (hot path `" + entry.id() + "`)";
  }
}
