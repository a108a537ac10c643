package dev.perfreview.heat;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a serving system and how often its code runs: an entry of a profile or of the user's configuration.
 *
 * @param id its name in messages and configuration: {@code sglang-scheduler}
 * @param description what the code does, for lists of hot paths
 * @param heat how often it runs; {@link Heat#COLD} for code that is known to run rarely
 * @param reason what a message says of it: "runs on every scheduler step"
 * @param paths the files; all when empty
 * @param symbols the functions in these files; all when empty
 * @param coldSymbols functions in these files that run rarely although the rest is hot
 */
public record HotPath(
  String id,
  String description,
  Heat heat,
  String reason,
  List<Glob> paths,
  List<SymbolPattern> symbols,
  List<SymbolPattern> coldSymbols
) {
  public HotPath {
    paths = List.copyOf(paths);
    symbols = List.copyOf(symbols);
    coldSymbols = List.copyOf(coldSymbols);
  }

  /** Whether it speaks of all code of its files and not only of the functions that it names. */
  boolean takesWholeFiles() {
    return symbols.isEmpty();
  }

  /** How closely its best glob describes the path; nothing when none takes it. */
  Glob.@Nullable Fit fit(String path) {
    if (paths.isEmpty()) {
      return Glob.Fit.ANYWHERE;
    }
    Glob.Fit closest = null;
    for (Glob glob : paths) {
      Glob.Fit fit = glob.fit(path);
      if (fit != null && (closest == null || fit.compareTo(closest) > 0)) {
        closest = fit;
      }
    }
    return closest;
  }
}
