package dev.perfreview.server.configuration;

import dev.perfreview.analysis.AnalysisSettings;
import dev.perfreview.heat.Glob;
import dev.perfreview.heat.HotPath;
import dev.perfreview.heat.HotPaths;
import dev.perfreview.heat.Profile;
import dev.perfreview.userrules.UserRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a configuration file says, together with the files that it extends; nothing for what it leaves open.
 *
 * @param choice what holds for all files
 * @param exclude files and folders that are not reviewed
 * @param profiles the built-in hot paths that are in force
 * @param hotPaths the user's own
 * @param userRules the rules that the user wrote
 * @param perPath what holds for some files, the last that speaks of a file strongest
 */
record ConfigurationLayer(
  RuleChoice choice,
  List<Glob> exclude,
  @Nullable List<String> profiles,
  List<HotPath> hotPaths,
  UserRules userRules,
  List<PathSettings> perPath
) {
  /** Says nothing. */
  static final ConfigurationLayer EMPTY = new ConfigurationLayer(
    RuleChoice.OPEN,
    List.of(),
    null,
    List.of(),
    UserRules.NONE,
    List.of()
  );

  /** What this says where it says something, else what the other does; lists of things with ids and of globs add up. */
  ConfigurationLayer over(ConfigurationLayer base) {
    Map<String, HotPath> allHotPaths = new LinkedHashMap<>();
    base.hotPaths.forEach(hotPath -> allHotPaths.put(hotPath.id(), hotPath));
    hotPaths.forEach(hotPath -> allHotPaths.put(hotPath.id(), hotPath));
    return new ConfigurationLayer(
      choice.over(base.choice),
      joined(base.exclude, exclude),
      profiles == null ? base.profiles : profiles,
      List.copyOf(allHotPaths.values()),
      userRules.over(base.userRules),
      joined(base.perPath, perPath)
    );
  }

  /** The settings in force where this comes before those of the editor or the defaults. */
  Configuration onto(Configuration base) {
    boolean standardHotPaths = profiles == null && hotPaths.isEmpty();
    HotPaths inForce = standardHotPaths
      ? base.analysis().hotPaths()
      : HotPaths.of(profiles == null ? Profile.NAMES : profiles, hotPaths);
    return new Configuration(
      base.enabled(),
      new AnalysisSettings(inForce, base.analysis().enabled().and(choice::runs)).with(userRules),
      choice.minimumImpact() == null ? base.minimumImpact() : choice.minimumImpact(),
      choice.maximumSeverity() == null ? base.maximumSeverity() : choice.maximumSeverity(),
      joined(base.exclude(), exclude),
      choice.levels().over(base.ruleLevels()),
      perPath
    );
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    List<T> all = new ArrayList<>(first);
    all.addAll(second);
    return List.copyOf(all);
  }
}
