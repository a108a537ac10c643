import * as vscode from "vscode";
import { EXPLAIN, REVIEW_CHANGES, SCAN_WORKSPACE, SHOW_HOT_PATHS } from "./commandIds";
import { copyDebugInformation } from "./copyDebugInformation";
import { explainRule } from "./explainRule";
import { completeConfiguration } from "./schemaAssociation";
import { reviewChanges } from "./reviewChanges";
import { scanWorkspace } from "./scanWorkspace";
import type { ServerSession } from "./session";
import { showHotPaths } from "./showHotPaths";

/** Registers the extension's commands. What goes wrong in one is told to the user in a message. */
export function registerCommands(
  context: vscode.ExtensionContext,
  session: ServerSession,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  const folder = context.extensionUri.fsPath;
  const command = (id: string, action: (argument: unknown) => unknown): vscode.Disposable =>
    vscode.commands.registerCommand(id, async (argument: unknown) => {
      try {
        await action(argument);
      } catch (error) {
        log.error(`${id} failed: ${String(error)}`);
        void vscode.window.showErrorMessage(
          `perf-review: ${error instanceof Error ? error.message : String(error)}`,
        );
      }
    });
  return vscode.Disposable.from(
    command("perfReview.restart", () => session.restart()),
    command("perfReview.showLog", () => {
      log.show();
    }),
    command("perfReview.openSettings", () =>
      vscode.commands.executeCommand("workbench.action.openSettings", "@ext:perf-review.perf-review"),
    ),
    command(SCAN_WORKSPACE, () => scanWorkspace(session)),
    command(REVIEW_CHANGES, (base) => reviewChanges(session, base)),
    command(EXPLAIN, (rule) => explainRule(folder, rule)),
    command(SHOW_HOT_PATHS, () => showHotPaths(folder)),
    command("perfReview.copyDebugInformation", () => copyDebugInformation(context, session)),
    command("perfReview.completeConfiguration", () => completeConfiguration(context)),
  );
}
