package dev.perfreview.heat;

import dev.perfreview.heat.EntryIndex.Fitting;
import dev.perfreview.semantics.Placement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The hot paths in force: the built-in profiles with what the user's configuration adds and overrides. Immutable.
 *
 * <p>What decides the heat of a line, strongest first: the line itself standing where code runs rarely (an error branch); an entry that
 * calls the whole file cold; the entry that names its function most closely; the entry that describes its file most closely. The
 * user's entries go before those of the profiles. A loop within a hot function raises the heat by one. Comments at functions
 * ({@code # perf: hot(step)}) are stronger than all of these; the analysis reads them.
 */
public final class HotPaths {

  /** The built-in entries of files that are no part of serving wherever they stand; a folder of tools may well be one. */
  private static final Set<String> NEVER_SERVING = Set.of("tests", "benchmarks", "configuration", "warm-up");

  private final List<HotPath> entries;
  private final EntryIndex users;
  private final EntryIndex profiles;
  /** By path: each version of a file asks again. */
  private final Map<String, FileHeat> files = new ConcurrentHashMap<>();

  private HotPaths(List<HotPath> users, List<HotPath> profiles) {
    this.entries = Stream.concat(users.stream(), profiles.stream()).toList();
    this.users = new EntryIndex(users);
    this.profiles = new EntryIndex(profiles);
  }

  private static final class BuiltIn {

    private static final HotPaths ALL = of(Profile.NAMES, List.of());

    private BuiltIn() {}
  }

  /** The profiles that ship with the tool: SGLang, Dynamo, vLLM and TGI. */
  public static HotPaths builtIn() {
    return BuiltIn.ALL;
  }

  /**
   * Some of the profiles, with a user's own entries.
   *
   * @param profiles names of {@link Profile#NAMES}
   * @param users entries that add to the profiles; one with the id of a built-in entry stands in its place
   */
  public static HotPaths of(List<String> profiles, List<HotPath> users) {
    Set<String> overridden = users.stream().map(HotPath::id).collect(Collectors.toSet());
    List<HotPath> builtIn = Stream.concat(
      Stream.of(Profile.COMMON),
      Profile.BUILT_IN.stream().filter(profile -> profiles.contains(profile.name()))
    )
      .flatMap(profile -> profile.hotPaths().stream())
      .filter(entry -> !overridden.contains(entry.id()))
      .toList();
    return new HotPaths(users, builtIn);
  }

  /** All entries, the user's first. */
  public List<HotPath> entries() {
    return entries;
  }

  /**
   * What is known of a file.
   *
   * @param path the file's path from its workspace folder with {@code /} between the parts; or an absolute one, since globs match suffixes too
   */
  public FileHeat of(String path) {
    return files.computeIfAbsent(path, this::workOut);
  }

  private FileHeat workOut(String path) {
    List<Fitting> ofUser = users.fitting(path);
    List<Fitting> ofProfiles = profiles.fitting(path);
    Fitting wholeOfUser = closest(ofUser, HotPath::takesWholeFiles);
    Fitting ofProfile = closest(ofProfiles, HotPath::takesWholeFiles);
    if (wholeOfUser != null && ofProfile != null && isSwallowed(ofProfile, wholeOfUser, path)) {
      wholeOfUser = null;
    }
    Fitting whole = wholeOfUser == null ? ofProfile : wholeOfUser;
    boolean cold =
      whole != null &&
      whole.entry().heat() == Heat.COLD &&
      (wholeOfUser != null || !namesFunctionsDeeper(ofProfiles, whole));
    HotPath entry = whole == null ? null : whole.entry();
    return new FileHeat(cold ? entry : null, naming(ofUser), naming(ofProfiles), entry);
  }

  /**
   * Whether a user's entry takes a file that never serves, as a test is, only because it takes a folder with all that is in it: with another name in
   * the place of the one that tells, it would take it as well.
   */
  private static boolean isSwallowed(Fitting ofProfile, Fitting ofUser, String path) {
    int start = ofProfile.fit().start();
    if (!NEVER_SERVING.contains(ofProfile.entry().id()) || ofUser.entry().heat() == Heat.COLD || start < 0) {
      return false;
    }
    int end = path.indexOf('/', start);
    String telling = end < 0 ? path.substring(start) : path.substring(start, end);
    int dot = end < 0 ? telling.lastIndexOf('.') : -1;
    String other = "\u0000" + (dot < 0 ? "" : telling.substring(dot));
    Glob.Fit without = ofUser.entry().fit(path.substring(0, start) + other + path.substring(start + telling.length()));
    return without != null && without.compareTo(ofUser.fit()) == 0;
  }

  /** Whether a hot entry describes the file more closely: {@code srt/managers/scheduler.py} in a folder {@code examples}. */
  private static boolean namesFunctionsDeeper(List<Fitting> fitting, Fitting whole) {
    Fitting hot = closest(fitting, entry -> entry.heat() != Heat.COLD);
    return hot != null && hot.fit().compareTo(whole.fit()) > 0;
  }

  /** How often a line runs; to ask of many lines of one file, use {@link #of(String)}. */
  public HeatAssessment assess(String path, Placement placement) {
    return of(path).assess(placement);
  }

  private static List<HotPath> naming(List<Fitting> fitting) {
    return fitting
      .stream()
      .map(Fitting::entry)
      .filter(entry -> !entry.symbols().isEmpty() || !entry.coldSymbols().isEmpty())
      .toList();
  }

  /** The entry that describes the path most closely; the colder one of two that do so equally. */
  private static @Nullable Fitting closest(List<Fitting> fitting, Predicate<HotPath> wanted) {
    return fitting
      .stream()
      .filter(candidate -> wanted.test(candidate.entry()))
      .max(HotPaths::closer)
      .orElse(null);
  }

  private static int closer(Fitting one, Fitting other) {
    int closer = one.fit().compareTo(other.fit());
    return closer != 0 ? closer : other.entry().heat().compareTo(one.entry().heat());
  }
}
