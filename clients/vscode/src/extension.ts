import * as vscode from "vscode";
import { registerCommands } from "./commands";
import { ServerSession } from "./session";
import { SECTION } from "./settings";
import { ServerStatus } from "./status";

let session: ServerSession | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const log = vscode.window.createOutputChannel("perf-review", { log: true });
  const status = new ServerStatus();
  const own = new ServerSession(context.extensionUri.fsPath, log, status);
  session = own;
  context.subscriptions.push(
    log,
    status,
    registerCommands(own, log),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(`${SECTION}.server`)) {
        void own.restart();
      } else if (change.affectsConfiguration(`${SECTION}.enable`)) {
        void own.followSettings();
      }
    }),
    vscode.workspace.onDidChangeWorkspaceFolders(() => void own.followSettings()),
  );
  await own.followSettings();
}

export function deactivate(): Promise<void> | undefined {
  return session?.stop();
}
