import * as vscode from "vscode";
import { REVIEW_CHANGES } from "./commandIds";
import { reportOf } from "./changeReport";
import { runServerCommand } from "./serverCommand";
import type { ServerSession } from "./session";

/**
 * Has the server review the change, of the repository of the file in the active editor if there is one, and shows the report.
 * Where nothing has changed, the server says so.
 *
 * @param base the commit or range to review from; anything else for where HEAD left the main branch
 */
export async function reviewChanges(session: ServerSession, base: unknown): Promise<void> {
  const active = vscode.window.activeTextEditor?.document.uri;
  const answer = await runServerCommand(session, {
    id: REVIEW_CHANGES,
    arguments: [
      typeof base === "string" ? base : null,
      active?.scheme === "file" ? active.toString() : null,
      false,
    ],
    does: "review changes",
    title: "reviewing the change",
  });
  const report = reportOf(answer);
  if (report !== undefined) {
    await vscode.commands.executeCommand("markdown.showPreview", vscode.Uri.parse(report));
    await vscode.commands.executeCommand("markdown.preview.refresh");
  }
}
