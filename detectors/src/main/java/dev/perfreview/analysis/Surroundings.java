package dev.perfreview.analysis;

import dev.perfreview.heat.HeatByCalls;
import dev.perfreview.heat.HotPaths;
import dev.perfreview.semantics.workspace.Workspace;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The files around the one that is analysed, and what follows from them under each set of hot paths. Thread-safe. */
public final class Surroundings {

  /** No files: each is on its own. */
  public static final Surroundings NONE = new Surroundings(Workspace.EMPTY);

  private final Workspace workspace;
  private final Map<HotPaths, HeatByCalls> heat = new ConcurrentHashMap<>();

  /** The files of a workspace. */
  public Surroundings(Workspace workspace) {
    this.workspace = workspace;
  }

  /** The files. */
  public Workspace workspace() {
    return workspace;
  }

  /** Which functions are hot because hot ones call them; worked out when it is first asked for. */
  public HeatByCalls heatByCalls(HotPaths hotPaths) {
    return heat.computeIfAbsent(hotPaths, paths -> new HeatByCalls(workspace, paths));
  }
}
