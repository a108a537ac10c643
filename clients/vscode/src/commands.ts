import * as vscode from "vscode";
import type { ServerSession } from "./session";

/** The commands that work without a server; those of the server are registered by the language client. */
export function registerCommands(session: ServerSession, log: vscode.LogOutputChannel): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand("perfReview.restart", () => session.restart()),
    vscode.commands.registerCommand("perfReview.showLog", () => log.show()),
  );
}
