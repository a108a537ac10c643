import * as vscode from "vscode";
import { ExecuteCommandRequest } from "vscode-languageclient/node";
import type { ServerSession } from "./session";

/** Long work that the server does for the user. */
export interface ServerCommand {
  readonly id: string;
  /** With what; `null` for what is left out. */
  readonly arguments: readonly unknown[];
  /** What it does, after "cannot". */
  readonly does: string;
  /** The title of the notification that shows how far it has come. */
  readonly title: string;
}

/**
 * Has the server run one of its commands, in a notification that the user can cancel.
 *
 * @returns what the server answers; nothing when the user gave it up
 */
export async function runServerCommand(session: ServerSession, command: ServerCommand): Promise<unknown> {
  const client = session.runningClient;
  if (client === undefined) {
    throw new Error(`the server does not run, so it cannot ${command.does}`);
  }
  const offered = client.initializeResult?.capabilities.executeCommandProvider?.commands ?? [];
  if (!offered.includes(command.id)) {
    throw new Error(`this server cannot ${command.does}; a newer one can`);
  }
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: `perf-review: ${command.title}`,
    cancellable: true,
  };
  return vscode.window.withProgress(options, async (progress, cancellation): Promise<unknown> => {
    const listener = session.onDidChangeState((state) => {
      if (state.kind === "working") {
        progress.report({ message: state.task });
      }
    });
    const request = { command: command.id, arguments: [...command.arguments] };
    try {
      return await client.sendRequest(ExecuteCommandRequest.type, request, cancellation);
    } catch (error) {
      if (cancellation.isCancellationRequested) {
        return undefined;
      }
      throw error;
    } finally {
      listener.dispose();
    }
  });
}
