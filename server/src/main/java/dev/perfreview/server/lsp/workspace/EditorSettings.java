package dev.perfreview.server.lsp.workspace;

import com.google.gson.JsonObject;
import dev.perfreview.analysis.AnalysisSettings;
import dev.perfreview.heat.Glob;
import dev.perfreview.heat.Impact;
import dev.perfreview.server.configuration.Configuration;
import dev.perfreview.server.configuration.RuleLevels;
import dev.perfreview.server.configuration.Severity;
import dev.perfreview.server.lsp.client.Trace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the user set in the editor under {@code perfReview}; nothing for what is absent or cannot be read.
 *
 * @param enabled whether anything is reported; the editor calls it "enable"
 * @param minimumImpact findings below it are not shown
 * @param maximumSeverity the loudest that a finding is shown; the editor calls it "maxSeverity"
 * @param exclude files and folders that are not reviewed
 * @param ruleLevels how loud the findings of single rules may be, and which rules do not run
 * @param scope which findings are shown, by whether their lines have changed
 * @param trace how much of the server's log is shown; either "trace" itself or "trace.server", as editors' language clients have it
 */
public record EditorSettings(
  @Nullable Boolean enabled,
  @Nullable Impact minimumImpact,
  @Nullable Severity maximumSeverity,
  List<Glob> exclude,
  RuleLevels ruleLevels,
  Scope scope,
  Trace trace
) {
  /** The section of the editor's settings that holds ours. */
  public static final String SECTION = "perfReview";

  /** Nothing is set. */
  public static final EditorSettings NONE = new EditorSettings(
    null,
    null,
    null,
    List.of(),
    RuleLevels.NONE,
    Scope.ALL,
    Trace.OFF
  );

  /** Takes a copy. */
  public EditorSettings {
    exclude = List.copyOf(exclude);
  }

  /** Reads the section; warns of each value that is none. */
  public static EditorSettings read(@Nullable Object section) {
    if (!(section instanceof JsonObject json)) {
      return NONE;
    }
    SettingsReader reader = new SettingsReader(json);
    Trace trace = reader.choice("trace", "server", Trace.values(), Trace::word);
    Scope scope = reader.choice("scope", Scope.values(), Scope::word);
    return new EditorSettings(
      reader.flag("enable"),
      reader.choice("minimumImpact", Impact.values(), Impact::word),
      reader.choice("maxSeverity", Severity.values(), Severity::word),
      reader.globs("exclude"),
      reader.ruleLevels("ruleLevels"),
      scope == null ? Scope.ALL : scope,
      trace == null ? Trace.OFF : trace
    );
  }

  /** The settings over the defaults, as the base that a configuration file adds to. */
  public Configuration asConfiguration() {
    Configuration standard = Configuration.standard();
    return new Configuration(
      enabled == null ? standard.enabled() : enabled,
      new AnalysisSettings(standard.analysis().hotPaths(), ruleLevels::runs),
      minimumImpact == null ? standard.minimumImpact() : minimumImpact,
      maximumSeverity == null ? standard.maximumSeverity() : maximumSeverity,
      exclude,
      ruleLevels,
      List.of()
    );
  }
}
