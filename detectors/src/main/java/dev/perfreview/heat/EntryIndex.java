package dev.perfreview.heat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the entries that speak of a path by the folder and file names that their globs fix, so that few globs are tried. */
final class EntryIndex {

  private final List<HotPath> entries;
  private final Map<String, BitSet> byName = new HashMap<>();
  private final BitSet always = new BitSet();

  EntryIndex(List<HotPath> entries) {
    this.entries = List.copyOf(entries);
    for (int i = 0; i < this.entries.size(); i++) {
      HotPath entry = this.entries.get(i);
      boolean indexed = !entry.paths().isEmpty();
      for (Glob glob : entry.paths()) {
        List<String> names = glob.telltaleNames();
        indexed &= !names.isEmpty();
        for (String name : names) {
          byName.computeIfAbsent(name, missing -> new BitSet()).set(i);
        }
      }
      if (!indexed) {
        always.set(i);
      }
    }
  }

  /**
   * An entry that speaks of a path.
   *
   * @param entry the entry
   * @param fit how closely its best glob describes the path
   */
  record Fitting(HotPath entry, Glob.Fit fit) {}

  /** The entries that speak of the path, in their order. */
  List<Fitting> fitting(String path) {
    BitSet candidates = (BitSet) always.clone();
    for (String name : path.split("/", -1)) {
      BitSet named = byName.get(name);
      if (named != null) {
        candidates.or(named);
      }
    }
    List<Fitting> fitting = new ArrayList<>();
    for (int i = candidates.nextSetBit(0); i >= 0; i = candidates.nextSetBit(i + 1)) {
      Glob.Fit fit = entries.get(i).fit(path);
      if (fit != null) {
        fitting.add(new Fitting(entries.get(i), fit));
      }
    }
    return fitting;
  }
}
