import * as vscode from "vscode";
import { registerCommands } from "./commands";
import { registerRulePages } from "./explainRule";
import { refreshSchema } from "./schemaAssociation";
import { ServerSession } from "./session";
import { SECTION } from "./settings";
import { StatusItem } from "./status";

let session: ServerSession | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const log = vscode.window.createOutputChannel("perf-review", { log: true });
  const own = new ServerSession(context.extensionUri.fsPath, log);
  session = own;
  context.subscriptions.push(
    log,
    own,
    new StatusItem(own),
    registerCommands(context, own, log),
    registerRulePages(context.extensionUri.fsPath),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(`${SECTION}.server`)) {
        void own.restart();
      } else if (change.affectsConfiguration(`${SECTION}.enable`)) {
        void own.followSettings();
      }
    }),
    vscode.workspace.onDidChangeWorkspaceFolders(() => void own.followSettings()),
  );
  refreshSchema(context).catch((error: unknown) => {
    log.warn(`the schema of perf-review.toml is not the newest: ${String(error)}`);
  });
  await own.followSettings();
}

export function deactivate(): Promise<void> | undefined {
  return session?.stop();
}
