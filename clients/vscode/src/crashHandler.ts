import {
  CloseAction,
  type CloseHandlerResult,
  ErrorAction,
  type ErrorHandler,
  type ErrorHandlerResult,
  type Message,
} from "vscode-languageclient/node";
import { RestartLimit } from "./restartLimit";

const ALLOWED_CRASHES = 3;
const WINDOW_MINUTES = 3;
/** Broken messages in a row after which the connection is not worth keeping. */
const ALLOWED_BROKEN_MESSAGES = 3;

/** Decides what happens when the server goes away, and gives one reason when it stays away. */
export class CrashHandler implements ErrorHandler {
  private readonly limit = new RestartLimit(ALLOWED_CRASHES, WINDOW_MINUTES * 60_000);
  private running = false;
  private lastErrorLine = "";
  private gaveUp = false;

  /** @param onGiveUp hears, once, why there will be no server any more */
  constructor(private readonly onGiveUp: (reason: string) => void) {}

  noteRunning(): void {
    this.running = true;
  }

  noteErrorLine(line: string): void {
    // Not the frames of a stack, but the line above them.
    if (/^\S.*(error|exception)/i.test(line)) {
      this.lastErrorLine = line.trim();
    }
  }

  giveUp(reason: string): void {
    if (!this.gaveUp) {
      this.gaveUp = true;
      this.onGiveUp(reason);
    }
  }

  error(_error: Error, _message: Message | undefined, count: number | undefined): ErrorHandlerResult {
    const action = (count ?? 0) <= ALLOWED_BROKEN_MESSAGES ? ErrorAction.Continue : ErrorAction.Shutdown;
    return { action, handled: true };
  }

  closed(): CloseHandlerResult {
    const wasRunning = this.running;
    this.running = false;
    // A server that does not even come up would not come up the next time either.
    if (wasRunning && this.limit.permitsRestart()) {
      return { action: CloseAction.Restart, handled: true };
    }
    const what = wasRunning
      ? `it crashed ${ALLOWED_CRASHES + 1} times within ${WINDOW_MINUTES} minutes`
      : "the server ended while it was starting";
    this.giveUp(this.lastErrorLine === "" ? what : `${what}; its last error was “${this.lastErrorLine}”`);
    return { action: CloseAction.DoNotRestart, handled: true };
  }
}
