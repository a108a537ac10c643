import * as vscode from "vscode";

const OPEN_SETTINGS = "Open Settings";
const SHOW_LOG = "Show Log";
const RESTART = "Restart";

/** Tells the user that there is no server to run, and where to name one. */
export async function reportMissingServer(problem: string): Promise<void> {
  const answer = await vscode.window.showErrorMessage(`perf-review cannot start: ${problem}.`, OPEN_SETTINGS);
  if (answer === OPEN_SETTINGS) {
    await vscode.commands.executeCommand("workbench.action.openSettings", "perfReview.server.path");
  }
}

/** Tells the user that the server is gone for good. */
export async function reportDeadServer(reason: string): Promise<void> {
  const answer = await vscode.window.showErrorMessage(`perf-review stopped: ${reason}.`, RESTART, SHOW_LOG);
  if (answer === RESTART) {
    await vscode.commands.executeCommand("perfReview.restart");
  } else if (answer === SHOW_LOG) {
    await vscode.commands.executeCommand("perfReview.showLog");
  }
}
