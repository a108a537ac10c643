import * as vscode from "vscode";
import { debugReport } from "./debugInformation";
import { findServer } from "./findServer";
import { runServerProgram } from "./runServerProgram";
import { statusView } from "./serverState";
import type { ServerSession } from "./session";
import { SECTION } from "./settings";

/** Puts what a report of a problem needs into the clipboard. */
export async function copyDebugInformation(
  context: vscode.ExtensionContext,
  session: ServerSession,
): Promise<void> {
  const folder = context.extensionUri.fsPath;
  const server = findServer(folder);
  const manifest = context.extension.packageJSON as { version: string };
  const report = debugReport({
    extensionVersion: manifest.version,
    editor: `${vscode.env.appName} ${vscode.version}`,
    platform: `${process.platform}-${process.arch}`,
    remote: vscode.env.remoteName,
    server: "problem" in server ? server.problem : `${server.program} (${server.origin})`,
    serverVersion: session.runningClient?.initializeResult?.serverInfo?.version,
    state: statusView(session.state, undefined).sentence,
    settings: changedSettings(context),
    doctor: await runServerProgram(folder, ["doctor"]).catch((error: unknown) => String(error)),
  });
  await vscode.env.clipboard.writeText(report);
  void vscode.window.showInformationMessage(
    "perf-review: the debug information is in the clipboard; paste it into your report.",
  );
}

function changedSettings(context: vscode.ExtensionContext): Record<string, unknown> {
  const manifest = context.extension.packageJSON as {
    contributes: { configuration: { properties: Record<string, unknown> } };
  };
  const changed: Record<string, unknown> = {};
  for (const name of Object.keys(manifest.contributes.configuration.properties)) {
    const key = name.slice(SECTION.length + 1);
    const found = vscode.workspace.getConfiguration(SECTION).inspect(key);
    const value = found?.workspaceFolderValue ?? found?.workspaceValue ?? found?.globalValue;
    if (value !== undefined) {
      changed[name] = value;
    }
  }
  return changed;
}
