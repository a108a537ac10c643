import * as readline from "node:readline";
import type { LogOutputChannel } from "vscode";
import {
  type DynamicFeature,
  type ErrorHandler,
  type ExecuteCommandRegistrationOptions,
  LanguageClient,
  type ProgressToken,
  type RegistrationData,
  RevealOutputChannelOn,
  type StaticFeature,
} from "vscode-languageclient/node";
import { OWN_COMMANDS, SHOW_HOT_PATHS } from "./commandIds";
import { REVIEWED_DOCUMENTS } from "./documents";
import { environment, invocation } from "./program";
import { SECTION } from "./settings";
import type { WorkMessage } from "./workTracker";

export interface ClientParts {
  readonly program: string;
  readonly extraArguments: readonly string[];
  readonly javaOptions: readonly string[];
  readonly log: LogOutputChannel;
  readonly errorHandler: ErrorHandler;
  /** Hears each line that the server writes to its standard error. */
  readonly onErrorLine: (line: string) => void;
  readonly onWork: (token: ProgressToken, message: WorkMessage) => void;
}

type ExecuteCommandFeature = DynamicFeature<ExecuteCommandRegistrationOptions>;

/**
 * A client that leaves two things to the extension: failures, which the session tells the user about once, in its own
 * words and with buttons that help, where the library would show several messages for one crash; and the commands that
 * are there whether a server runs or not, which the library would register a second time.
 */
class ExtensionClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }

  override registerFeature(feature: StaticFeature | DynamicFeature<unknown>): void {
    const method = "registrationType" in feature ? feature.registrationType.method : undefined;
    if (method === "textDocument/diagnostic") {
      // Findings that the server pushes come sooner after a keystroke; and the library that pulls would have the whole
      // workspace scanned every other second, unasked.
      return;
    }
    if (method === "workspace/executeCommand") {
      leaveOut(feature as ExecuteCommandFeature, OWN_COMMANDS);
    }
    super.registerFeature(feature);
  }
}

/** Tells the server that its code lenses may name the command that shows hot paths. */
const hotPathsOnLenses: StaticFeature = {
  fillClientCapabilities: (capabilities) => {
    capabilities.experimental = { commands: { commands: [SHOW_HOT_PATHS] } };
  },
  initialize: () => undefined,
  getState: () => ({ kind: "static" }),
  clear: () => undefined,
};

function leaveOut(feature: ExecuteCommandFeature, commands: readonly string[]): void {
  const register = feature.register.bind(feature);
  feature.register = (data: RegistrationData<ExecuteCommandRegistrationOptions>): void => {
    const left = data.registerOptions.commands.filter((command) => !commands.includes(command));
    register({ ...data, registerOptions: { ...data.registerOptions, commands: left } });
  };
}

/** Builds the client of one server process; nothing runs before its `start`. */
export function createClient(parts: ClientParts): LanguageClient {
  const { log } = parts;
  const server = invocation(parts.program, ["server", "--stdio", ...parts.extraArguments]);
  const client = new ExtensionClient(
    SECTION,
    "perf-review",
    {
      command: server.command,
      args: [...server.args],
      options: { shell: server.shell, env: environment(parts.javaOptions) },
    },
    {
      documentSelector: REVIEWED_DOCUMENTS,
      outputChannel: log,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      errorHandler: parts.errorHandler,
      middleware: {
        handleWorkDoneProgress: (token, message, next) => {
          parts.onWork(token, message);
          // The status bar item tells of it; the library would show it there once more.
          if (message.kind === "end") {
            next(token, message);
          }
        },
      },
      stdioOptions: {
        stdout: () => undefined,
        stderr: (input) => {
          readline.createInterface({ input }).on("line", (line) => {
            log.info(line);
            parts.onErrorLine(line);
          });
        },
      },
    },
  );
  client.registerFeature(hotPathsOnLenses);
  return client;
}
