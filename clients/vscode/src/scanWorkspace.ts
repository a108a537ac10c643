import * as vscode from "vscode";
import { ExecuteCommandRequest } from "vscode-languageclient/node";
import { SCAN_WORKSPACE } from "./commandIds";
import type { ServerSession } from "./session";

/** Has the server review every file of the workspace; findings go to the Problems panel as they are found. */
export async function scanWorkspace(session: ServerSession): Promise<void> {
  const client = session.runningClient;
  if (client === undefined) {
    throw new Error("the server does not run, so it cannot scan the workspace");
  }
  const offered = client.initializeResult?.capabilities.executeCommandProvider?.commands ?? [];
  if (!offered.includes(SCAN_WORKSPACE)) {
    throw new Error("this server cannot scan a workspace; a newer one can");
  }
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: "perf-review: scanning the workspace",
    cancellable: true,
  };
  // When it ends, the server says itself what it found.
  await vscode.window.withProgress(options, async (progress, cancellation) => {
    const listener = session.onDidChangeState((state) => {
      if (state.kind === "working") {
        progress.report({ message: state.task });
      }
    });
    try {
      await client.sendRequest(ExecuteCommandRequest.type, { command: SCAN_WORKSPACE }, cancellation);
    } catch (error) {
      if (!cancellation.isCancellationRequested) {
        throw error;
      }
    } finally {
      listener.dispose();
    }
  });
}
