import * as path from "node:path";
import * as vscode from "vscode";
import { type LanguageClient, State } from "vscode-languageclient/node";
import { createClient } from "./client";
import { crashHandler } from "./crashHandler";
import { type Crash, CrashReport, reasonOf } from "./crashReport";
import { reportDeadServer, reportMissingServer } from "./failureMessages";
import { findServer } from "./findServer";
import { restoreJarTimes } from "./jarTimes";
import type { LocatedServer } from "./locateServer";
import { RestartBackoff } from "./restartBackoff";
import type { ServerState } from "./serverState";
import { enabledAnywhere, serverSettings } from "./settings";
import { WorkTracker } from "./workTracker";

const RESTART_DELAYS_MILLIS = [1_000, 4_000, 16_000];
const CRASH_WINDOW_MINUTES = 3;
const OFTEN = ` ${RESTART_DELAYS_MILLIS.length + 1} times within ${CRASH_WINDOW_MINUTES} minutes`;

/** The one server of this window: runs while a folder wants it, and is replaced as a whole when it is to start again. */
export class ServerSession implements vscode.Disposable {
  private client: LanguageClient | undefined;
  private currentState: ServerState = { kind: "off" };
  private readonly stateChange = new vscode.EventEmitter<ServerState>();
  private backoff = newBackoff();
  private restartTimer: NodeJS.Timeout | undefined;
  /** What was asked for last; each step waits for the one before, so that two servers never run at a time. */
  private pending: Promise<void> = Promise.resolve();

  readonly onDidChangeState = this.stateChange.event;

  constructor(
    private readonly extensionFolder: string,
    private readonly log: vscode.LogOutputChannel,
  ) {}

  get state(): ServerState {
    return this.currentState;
  }

  /** The client of the server, while one runs. */
  get runningClient(): LanguageClient | undefined {
    return this.client?.state === State.Running ? this.client : undefined;
  }

  /** Starts the server if a folder is enabled and none runs; stops it if none is. */
  followSettings(): Promise<void> {
    return this.enqueue(async () => {
      if (!enabledAnywhere()) {
        await this.stopNow();
        this.setState({ kind: "off" });
      } else if (this.client === undefined && this.restartTimer === undefined) {
        await this.startNow();
      }
    });
  }

  /** Replaces the server, and forgets its crashes. */
  restart(): Promise<void> {
    return this.enqueue(async () => {
      this.backoff = newBackoff();
      await this.stopNow();
      if (enabledAnywhere()) {
        await this.startNow();
      } else {
        this.setState({ kind: "off" });
      }
    });
  }

  stop(): Promise<void> {
    return this.enqueue(() => this.stopNow());
  }

  dispose(): void {
    clearTimeout(this.restartTimer);
    this.stateChange.dispose();
  }

  private setState(state: ServerState): void {
    this.currentState = state;
    this.stateChange.fire(state);
  }

  private enqueue(step: () => Promise<void>): Promise<void> {
    this.pending = this.pending.then(step).catch((error: unknown) => {
      this.log.error(String(error));
    });
    return this.pending;
  }

  private async startNow(): Promise<void> {
    const server = findServer(this.extensionFolder);
    if ("problem" in server) {
      this.log.error(server.problem);
      this.setState({ kind: "failed", reason: server.problem });
      void reportMissingServer(server);
      return;
    }
    this.log.info(`starting ${server.program} (${server.origin})`);
    if (server.origin === "bundled") {
      this.restoreClassCache(server.program);
    }
    await this.startClient(server);
  }

  private async startClient(server: LocatedServer): Promise<void> {
    const work = new WorkTracker();
    const report = new CrashReport((crash) => {
      if (this.client === client) {
        this.crashed(crash);
      }
    });
    const client = createClient({
      ...serverSettings(),
      program: server.program,
      log: this.log,
      errorHandler: crashHandler(report),
      onErrorLine: (line) => {
        report.noteErrorLine(line);
      },
      onWork: (token, message) => {
        work.take(token, message);
        if (this.client === client) {
          this.setState(runningState(client, work));
        }
      },
    });
    this.client = client;
    this.setState({ kind: "starting" });
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) {
        report.noteRunning();
        this.setState(runningState(client, work));
      }
    });
    try {
      await client.start();
    } catch (error) {
      report.startFailed(error instanceof Error ? error.message : String(error));
    }
  }

  private crashed(crash: Crash): void {
    this.client = undefined;
    const delay = crash.wasRunning ? this.backoff.delayAfterCrash() : undefined;
    if (delay === undefined) {
      const reason = reasonOf(crash, OFTEN);
      this.log.error(reason);
      this.setState({ kind: "failed", reason });
      void reportDeadServer(reason);
      return;
    }
    this.log.error(reasonOf(crash));
    this.log.info(`it is started again in ${delay / 1000} s`);
    this.setState({ kind: "restarting", delaySeconds: delay / 1000 });
    this.restartTimer = setTimeout(() => {
      this.restartTimer = undefined;
      void this.followSettings();
    }, delay);
  }

  private restoreClassCache(program: string): void {
    try {
      restoreJarTimes(path.dirname(path.dirname(program)));
    } catch (error) {
      // Where the extension's folder may not be written, the server only starts more slowly.
      this.log.warn(`the server will start without its cache of classes: ${String(error)}`);
    }
  }

  private async stopNow(): Promise<void> {
    clearTimeout(this.restartTimer);
    this.restartTimer = undefined;
    const client = this.client;
    this.client = undefined;
    if (client?.needsStop() === true) {
      await client.dispose();
    }
  }
}

function newBackoff(): RestartBackoff {
  return new RestartBackoff(RESTART_DELAYS_MILLIS, CRASH_WINDOW_MINUTES * 60_000);
}

function runningState(client: LanguageClient, work: WorkTracker): ServerState {
  const task = work.summary();
  return task === undefined
    ? { kind: "ready", version: client.initializeResult?.serverInfo?.version }
    : { kind: "working", task };
}
