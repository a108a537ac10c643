package dev.perfreview.server.configuration;

import dev.perfreview.analysis.AllRules;
import dev.perfreview.analysis.AnalysisSettings;
import dev.perfreview.heat.Glob;
import dev.perfreview.heat.Impact;
import dev.perfreview.rule.RuleInfo;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The settings in force for a workspace folder: its configuration file over the editor's settings over the defaults.
 *
 * @param enabled whether anything is reported at all
 * @param analysis the rules that run and the hot paths
 * @param minimumImpact findings below it are not shown
 * @param maximumSeverity the loudest that a finding may be shown
 * @param exclude files and folders that are not reviewed
 * @param ruleLevels how loud the findings of single rules may be; which rules run is in {@code analysis}
 * @param perPath what holds for some files only
 */
public record Configuration(
  boolean enabled,
  AnalysisSettings analysis,
  Impact minimumImpact,
  Severity maximumSeverity,
  List<Glob> exclude,
  RuleLevels ruleLevels,
  List<PathSettings> perPath
) {
  public Configuration {
    exclude = List.copyOf(exclude);
    perPath = List.copyOf(perPath);
  }

  /** Settings that exclude no file and say nothing of single rules. */
  public Configuration(boolean enabled, AnalysisSettings analysis, Impact minimumImpact, Severity maximumSeverity) {
    this(enabled, analysis, minimumImpact, maximumSeverity, List.of(), RuleLevels.NONE, List.of());
  }

  /** What holds where nobody configured anything. */
  public static Configuration standard() {
    return new Configuration(true, AnalysisSettings.standard(), Impact.NEGLIGIBLE, Severity.ERROR);
  }

  /**
   * The settings in force for a file.
   *
   * @param path its path from the workspace folder, with {@code /} between the parts
   */
  public Configuration at(String path) {
    Configuration settings = this;
    for (PathSettings some : perPath) {
      if (some.speaksOf(path)) {
        settings = some.over(settings);
      }
    }
    return settings;
  }

  /** The ids of all rules that the configuration may name: the built-in ones and the user's own. */
  public Set<String> ruleIds() {
    Set<String> ids = new TreeSet<>(AllRules.ids());
    ids.addAll(analysis.userRules().ids());
    return ids;
  }

  /** All rules, the user's own last. */
  public List<RuleInfo> rules() {
    return Stream.concat(AllRules.infos().stream(), analysis.userRules().infos().stream()).toList();
  }

  /**
   * Whether a file is left out of the review.
   *
   * @param path its path from the workspace folder, with {@code /} between the parts
   */
  public boolean excludes(String path) {
    return exclude.stream().anyMatch(glob -> glob.matchesWithin(path));
  }

  /** Whether a finding of this impact is shown. */
  public boolean shows(Impact impact) {
    return impact.compareTo(minimumImpact) >= 0;
  }

  /** How loud a rule's finding of this impact is shown. */
  public Severity severityOf(RuleInfo rule, Impact impact) {
    Severity own = switch (impact) {
      case SIGNIFICANT -> Severity.ERROR;
      case MODERATE -> Severity.WARNING;
      case MINOR -> Severity.INFORMATION;
      case NEGLIGIBLE -> Severity.HINT;
    };
    return ruleLevels.cap(rule, own.atMost(maximumSeverity));
  }
}
