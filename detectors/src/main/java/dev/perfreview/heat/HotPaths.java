package dev.perfreview.heat;

import dev.perfreview.semantics.Placement;

/** The hot paths in force: the built-in profiles with what the user's configuration adds and overrides. Immutable. */
public final class HotPaths {

  private static final HotPaths BUILT_IN = new HotPaths();

  private HotPaths() {}

  /** The profiles that ship with the tool: SGLang, Dynamo, vLLM and TGI. */
  public static HotPaths builtIn() {
    return BUILT_IN;
  }

  /**
   * How often a line runs.
   *
   * @param path the file's path from its workspace folder with {@code /} between the parts; or an absolute one, since globs match suffixes too
   * @param placement where in that file the line stands
   */
  public HeatAssessment assess(String path, Placement placement) {
    return HeatAssessment.UNLISTED;
  }
}
