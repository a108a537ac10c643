/** How the server is doing, in the words that the status bar and the debug information use. */
export type ServerState =
  | { readonly kind: "off" }
  | { readonly kind: "starting" }
  /** It runs and reads the workspace or scans it; `task` says how far it has come. */
  | { readonly kind: "working"; readonly task: string }
  | { readonly kind: "ready"; readonly version: string | undefined }
  /** It crashed, and will be started again. */
  | { readonly kind: "restarting"; readonly delaySeconds: number }
  /** There will be no server until the user does something; `reason` ends the sentence "perf-review failed: …". */
  | { readonly kind: "failed"; readonly reason: string };

/** What the status bar shows. */
export interface StatusView {
  /** With icons, as `$(name)`. */
  readonly text: string;
  /** The same without icons, and more: for the tooltip and screen readers. */
  readonly sentence: string;
  readonly failed: boolean;
  /** The command that a click runs. */
  readonly command: string;
}

/**
 * @param state how the server is doing
 * @param findings how many findings the active file has; undefined when it is not one that the server reviews
 */
export function statusView(state: ServerState, findings: number | undefined): StatusView {
  const view = (text: string, sentence: string, command = "perfReview.showLog"): StatusView => ({
    text,
    sentence,
    failed: state.kind === "failed",
    command,
  });
  switch (state.kind) {
    case "off":
      return view("$(circle-slash) perf-review", "perf-review is off", "perfReview.openSettings");
    case "starting":
      return view("$(loading~spin) perf-review", "perf-review is starting");
    case "working":
      return view(`$(sync~spin) perf-review: ${state.task}`, `perf-review is ${state.task}`);
    case "restarting":
      return view(
        "$(loading~spin) perf-review",
        `perf-review crashed and starts again in ${state.delaySeconds} s`,
      );
    case "failed":
      return view("$(error) perf-review", `perf-review failed: ${state.reason}`);
    case "ready": {
      const name = state.version === undefined ? "perf-review" : `perf-review ${state.version}`;
      return findings === undefined
        ? view("$(dashboard) perf-review", `${name} is ready`)
        : view(
            `$(dashboard) perf-review: ${findings}`,
            `${name} has ${counted(findings, "finding")} in this file`,
            "workbench.actions.view.problems",
          );
    }
  }
}

/** "no findings", "1 finding", "2 findings". */
export function counted(count: number, noun: string): string {
  return count === 1 ? `1 ${noun}` : `${count === 0 ? "no" : count} ${noun}s`;
}
