import {
  CloseAction,
  type CloseHandlerResult,
  ErrorAction,
  type ErrorHandler,
  type ErrorHandlerResult,
  type Message,
} from "vscode-languageclient/node";

/** Broken messages in a row after which the connection is not worth keeping. */
const ALLOWED_BROKEN_MESSAGES = 3;

/** Tells, once, that a server went away by itself, and why, as far as its standard error says. */
export class CrashHandler implements ErrorHandler {
  private running = false;
  private lastErrorLine = "";
  private reported = false;

  /**
   * @param onCrash hears of the end; `wasRunning` is false for a server that did not even come up, which would not
   *   come up the next time either
   */
  constructor(private readonly onCrash: (wasRunning: boolean, reason: string) => void) {}

  noteRunning(): void {
    this.running = true;
  }

  noteErrorLine(line: string): void {
    const own = /^perf-review: (.+)/.exec(line)?.[1];
    // Not the frames of a stack, but the line above them; a shell that cannot start a program says so in neither word.
    if (own !== undefined || /^\S.*(error|exception|not found|denied|cannot)/i.test(line)) {
      this.lastErrorLine = (own ?? line).trim();
    }
  }

  /** The server could not be started, or answered its first message with an error. */
  startFailed(reason: string): void {
    this.report(reason);
  }

  error(_error: Error, _message: Message | undefined, count: number | undefined): ErrorHandlerResult {
    const action = (count ?? 0) <= ALLOWED_BROKEN_MESSAGES ? ErrorAction.Continue : ErrorAction.Shutdown;
    return { action, handled: true };
  }

  closed(): CloseHandlerResult {
    this.report(this.running ? "the server crashed" : "the server ended while it was starting");
    // The session starts another one, after a while; the client knows restarts without a delay only.
    return { action: CloseAction.DoNotRestart, handled: true };
  }

  private report(what: string): void {
    if (this.reported) {
      return;
    }
    this.reported = true;
    const reason = this.lastErrorLine === "" ? what : `${what}; its last error was “${this.lastErrorLine}”`;
    this.onCrash(this.running, reason);
  }
}
