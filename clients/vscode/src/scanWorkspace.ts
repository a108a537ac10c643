import { SCAN_WORKSPACE } from "./commandIds";
import { runServerCommand } from "./serverCommand";
import type { ServerSession } from "./session";

/**
 * Has the server review every file of the workspace; findings go to the Problems panel as they are found. When it ends, the
 * server says itself what it found.
 */
export async function scanWorkspace(session: ServerSession): Promise<void> {
  await runServerCommand(session, {
    id: SCAN_WORKSPACE,
    arguments: [],
    does: "scan the workspace",
    title: "scanning the workspace",
  });
}
