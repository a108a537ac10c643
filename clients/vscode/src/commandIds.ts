/** Commands of the server that this extension has under the same name, to be there also while no server runs. */
export const SCAN_WORKSPACE = "perfReview.scanWorkspace";
export const REVIEW_CHANGES = "perfReview.reviewChanges";
export const EXPLAIN = "perfReview.explain";

/** A command of this extension that the server's code lenses may name. */
export const SHOW_HOT_PATHS = "perfReview.showHotPaths";

/** Those that the language client must not register for the server. */
export const OWN_COMMANDS: readonly string[] = [
  SCAN_WORKSPACE,
  REVIEW_CHANGES,
  EXPLAIN,
  "perfReview.restart",
  "perfReview.showLog",
  SHOW_HOT_PATHS,
  "perfReview.copyDebugInformation",
  "perfReview.completeConfiguration",
  "perfReview.openSettings",
];
