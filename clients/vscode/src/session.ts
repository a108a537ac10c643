import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import * as vscode from "vscode";
import { type LanguageClient, State } from "vscode-languageclient/node";
import { createClient } from "./client";
import { CrashHandler } from "./crashHandler";
import { reportDeadServer, reportMissingServer } from "./failureMessages";
import { restoreJarTimes } from "./jarTimes";
import { type LocatedServer, locateServer, type MissingServer } from "./locateServer";
import { enabledAnywhere, serverSettings } from "./settings";
import type { ServerStatus } from "./status";

/** The one server of this window: runs while a folder wants it, and is replaced as a whole when asked to restart. */
export class ServerSession {
  private client: LanguageClient | undefined;
  /** What was asked for last; each step waits for the one before, so that two servers never run at a time. */
  private pending: Promise<void> = Promise.resolve();

  constructor(
    private readonly extensionFolder: string,
    private readonly log: vscode.LogOutputChannel,
    private readonly status: ServerStatus,
  ) {}

  /** Starts the server if a folder is enabled and none runs; stops it if none is. */
  followSettings(): Promise<void> {
    return this.enqueue(async () => {
      if (!enabledAnywhere()) {
        await this.stopNow();
        this.status.off();
      } else if (this.client === undefined) {
        await this.startNow();
      }
    });
  }

  restart(): Promise<void> {
    return this.enqueue(async () => {
      await this.stopNow();
      await this.startNow();
    });
  }

  stop(): Promise<void> {
    return this.enqueue(() => this.stopNow());
  }

  private enqueue(step: () => Promise<void>): Promise<void> {
    this.pending = this.pending.then(step).catch((error: unknown) => this.log.error(String(error)));
    return this.pending;
  }

  private async startNow(): Promise<void> {
    const server = findServer(this.extensionFolder);
    if ("problem" in server) {
      this.log.error(server.problem);
      this.status.failed(server.problem);
      void reportMissingServer(server.problem);
      return;
    }
    this.log.info(`starting ${server.program} (${server.origin})`);
    if (server.origin === "bundled") {
      this.restoreClassCache(server.program);
    }
    const crashes = new CrashHandler((reason) => {
      this.status.failed(reason);
      void reportDeadServer(reason);
    });
    const client = createClient({
      program: server.program,
      extraArguments: serverSettings().extraArguments,
      log: this.log,
      errorHandler: crashes,
      onErrorLine: (line) => crashes.noteErrorLine(line),
    });
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Starting) {
        this.status.starting();
      } else if (newState === State.Running) {
        crashes.noteRunning();
        this.status.ready(client.initializeResult?.serverInfo?.version);
      }
    });
    this.client = client;
    try {
      await client.start();
    } catch (error) {
      crashes.giveUp(error instanceof Error ? error.message : String(error));
    }
  }

  private restoreClassCache(program: string): void {
    try {
      restoreJarTimes(path.dirname(path.dirname(program)));
    } catch (error) {
      // Where the extension's folder may not be written, the server only starts more slowly.
      this.log.warn(`the server will start without its cache of classes: ${error}`);
    }
  }

  private async stopNow(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    if (client === undefined || !client.needsStop()) {
      return;
    }
    try {
      // After a crash the client may be starting again by itself, and only a running one can be stopped.
      await client.start();
    } catch {
      return;
    }
    await client.dispose();
  }
}

function findServer(extensionFolder: string): LocatedServer | MissingServer {
  return locateServer({
    configuredPath: serverSettings().path,
    extensionFolder,
    searchPath: process.env["PATH"] ?? "",
    homeFolder: os.homedir(),
    platform: process.platform,
    isExecutable,
  });
}

function isExecutable(file: string): boolean {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
}
