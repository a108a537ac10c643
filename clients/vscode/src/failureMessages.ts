import * as vscode from "vscode";
import type { MissingServer } from "./locateServer";

/** The buttons of a message, in order, and the command that each runs. */
const BUTTONS = {
  "Open Settings": "perfReview.openSettings",
  "Open Log": "perfReview.showLog",
  Restart: "perfReview.restart",
  "Copy Debug Information": "perfReview.copyDebugInformation",
} as const;

type Button = keyof typeof BUTTONS;

/** Tells the user that there is no server to run, and where to name one. */
export function reportMissingServer(missing: MissingServer): Promise<void> {
  const settings: Button[] = missing.bySetting ? ["Open Settings"] : [];
  return report(`perf-review cannot start: ${missing.problem}.`, [
    ...settings,
    "Open Log",
    "Restart",
    "Copy Debug Information",
  ]);
}

/** Tells the user that the server is gone for good. */
export function reportDeadServer(reason: string): Promise<void> {
  return report(`perf-review stopped: ${reason}.`, ["Restart", "Open Log", "Copy Debug Information"]);
}

async function report(message: string, buttons: Button[]): Promise<void> {
  const answer = await vscode.window.showErrorMessage(message, ...buttons);
  if (answer !== undefined) {
    await vscode.commands.executeCommand(BUTTONS[answer]);
  }
}
