import { execFile } from "node:child_process";

const TIMEOUT_MILLIS = 60_000;
const MOST_OUTPUT_BYTES = 16 * 1024 * 1024;

/** A program and its arguments as Node starts them. */
export interface Invocation {
  readonly command: string;
  readonly args: readonly string[];
  readonly shell: boolean;
}

/** Node runs a batch file only through the shell, which takes names with spaces only in quotes. */
export function invocation(program: string, args: readonly string[]): Invocation {
  const shell = /\.(bat|cmd)$/i.test(program);
  const quoted = (word: string): string => (/^[\w./:\\=-]+$/.test(word) ? word : `"${word}"`);
  return shell
    ? { command: quoted(program), args: args.map(quoted), shell }
    : { command: program, args, shell };
}

/** The environment of a server; the launcher takes options of the Java VM from a variable. */
export function environment(javaOptions: readonly string[]): NodeJS.ProcessEnv {
  const inherited = process.env["PERF_REVIEW_JAVA_OPTIONS"] ?? "";
  const options = [inherited, ...javaOptions].filter((option) => option !== "").join(" ");
  return options === "" ? process.env : { ...process.env, PERF_REVIEW_JAVA_OPTIONS: options };
}

/**
 * Runs a command of the program that ends by itself.
 *
 * @param folder where it runs
 * @returns what it wrote to its standard output
 * @throws Error with what it wrote to its standard error when it fails
 */
export function run(program: string, args: readonly string[], folder?: string): Promise<string> {
  const { command, args: words, shell } = invocation(program, args);
  return new Promise((resolve, reject) => {
    execFile(
      command,
      words,
      { cwd: folder, shell, timeout: TIMEOUT_MILLIS, maxBuffer: MOST_OUTPUT_BYTES, windowsHide: true },
      (error, output, messages) => {
        if (error === null) {
          resolve(output);
        } else {
          const said = messages.trim();
          reject(new Error(said === "" ? error.message : said));
        }
      },
    );
  });
}
