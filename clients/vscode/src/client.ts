import * as readline from "node:readline";
import type { LogOutputChannel } from "vscode";
import { type ErrorHandler, LanguageClient, RevealOutputChannelOn } from "vscode-languageclient/node";
import { REVIEWED_DOCUMENTS } from "./documents";
import { SECTION } from "./settings";

export interface ClientParts {
  readonly program: string;
  readonly extraArguments: readonly string[];
  readonly log: LogOutputChannel;
  readonly errorHandler: ErrorHandler;
  /** Hears each line that the server writes to its standard error. */
  readonly onErrorLine: (line: string) => void;
}

/**
 * A client whose failures go to the log only: the session tells the user about them once, in its own words and with
 * buttons that help, where the library would show several messages for one crash.
 */
class LoggingClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

/** Builds the client of one server process; nothing runs before its `start`. */
export function createClient(parts: ClientParts): LanguageClient {
  const { log } = parts;
  return new LoggingClient(
    SECTION,
    "perf-review",
    {
      command: parts.program,
      args: ["server", "--stdio", ...parts.extraArguments],
      // Node runs a batch file only through the shell.
      options: { shell: parts.program.endsWith(".bat") },
    },
    {
      documentSelector: REVIEWED_DOCUMENTS,
      outputChannel: log,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      errorHandler: parts.errorHandler,
      stdioOptions: {
        stdout: () => {},
        stderr: (input) => {
          readline.createInterface({ input }).on("line", (line) => {
            log.info(line);
            parts.onErrorLine(line);
          });
        },
      },
    },
  );
}
