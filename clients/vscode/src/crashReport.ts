/** A server that went away by itself. */
export interface Crash {
  /** False for a server that did not even come up, which would not come up the next time either. */
  readonly wasRunning: boolean;
  /** What it said of errors last, or the library did; empty for nothing. */
  readonly lastWords: string;
}

/** Watches one server process, and tells, once, that it went away and what it said last. */
export class CrashReport {
  private running = false;
  private lastWords = "";
  private reported = false;

  constructor(private readonly onCrash: (crash: Crash) => void) {}

  noteRunning(): void {
    this.running = true;
  }

  /** @param line of its standard error */
  noteErrorLine(line: string): void {
    const own = /^perf-review: (.+)/.exec(line)?.[1];
    // Not the frames of a stack, but the line above them; a shell that cannot start a program says so in neither word.
    if (own !== undefined || /^\S.*(error|exception|not found|denied|cannot)/i.test(line)) {
      this.lastWords = (own ?? line).trim();
    }
  }

  /** The server could not be started, or answered its first message with an error. */
  startFailed(reason: string): void {
    if (this.lastWords === "") {
      this.lastWords = reason;
    }
    this.closed();
  }

  /** The connection ended, and nobody asked for it. */
  closed(): void {
    if (!this.reported) {
      this.reported = true;
      this.onCrash({ wasRunning: this.running, lastWords: this.lastWords });
    }
  }
}

/**
 * What the user is told: the end of "perf-review stopped: …".
 *
 * @param often how often it crashed within the time that counts, and what that is; empty for once
 */
export function reasonOf(crash: Crash, often = ""): string {
  const what = crash.wasRunning ? `the server crashed${often}` : "the server ended while it was starting";
  return crash.lastWords === "" ? what : `${what}; the last that it said was “${crash.lastWords}”`;
}
