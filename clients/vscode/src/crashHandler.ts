import { CloseAction, ErrorAction, type ErrorHandler } from "vscode-languageclient/node";
import type { CrashReport } from "./crashReport";

/** Broken messages in a row after which the connection is not worth keeping. */
const ALLOWED_BROKEN_MESSAGES = 3;

/** Leads what the language client tells of a connection to the report; the client itself does nothing about it. */
export function crashHandler(report: CrashReport): ErrorHandler {
  return {
    error: (_error, _message, count) => ({
      action: (count ?? 0) <= ALLOWED_BROKEN_MESSAGES ? ErrorAction.Continue : ErrorAction.Shutdown,
      handled: true,
    }),
    closed: () => {
      report.closed();
      // The session starts another one, after a while; the client knows restarts without a delay only.
      return { action: CloseAction.DoNotRestart, handled: true };
    },
  };
}
