import * as vscode from "vscode";
import { findServer } from "./findServer";
import { run } from "./program";

/**
 * Runs a command of the program that is the server too; works whether a server runs or not.
 *
 * @param folder where it runs; the first folder of the window when missing
 * @throws Error when there is no program, or it fails
 */
export function runServerProgram(
  extensionFolder: string,
  args: readonly string[],
  folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath,
): Promise<string> {
  const server = findServer(extensionFolder);
  return "problem" in server ? Promise.reject(new Error(server.problem)) : run(server.program, args, folder);
}
