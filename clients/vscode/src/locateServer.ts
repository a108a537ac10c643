import * as path from "node:path";

/** Where a server program was found. */
export type ServerOrigin = "setting" | "bundled" | "path";

export interface LocatedServer {
  readonly program: string;
  readonly origin: ServerOrigin;
}

/** A server that could not be found, with a sentence for the user. */
export interface MissingServer {
  readonly problem: string;
}

export interface SearchPlaces {
  /** The setting `perfReview.server.path`; empty when it is not set. */
  readonly configuredPath: string;
  /** The folder of this extension, which holds the distribution in `server/`. */
  readonly extensionFolder: string;
  /** The environment's `PATH`. */
  readonly searchPath: string;
  readonly homeFolder: string;
  readonly platform: NodeJS.Platform;
  /** Whether a file is there that this user may run. */
  readonly isExecutable: (file: string) => boolean;
}

/**
 * Finds the server: the setting, else the distribution that came with the extension, else `PATH`.
 *
 * A setting that names nothing runnable is an error and not a reason to search on: who chose a server
 * must not get another one unawares.
 */
export function locateServer(places: SearchPlaces): LocatedServer | MissingServer {
  const paths = places.platform === "win32" ? path.win32 : path.posix;
  const programName = places.platform === "win32" ? "perf-review.bat" : "perf-review";
  const found = (candidates: string[], origin: ServerOrigin): LocatedServer | undefined => {
    const program = candidates.find(places.isExecutable);
    return program === undefined ? undefined : { program, origin };
  };

  if (places.configuredPath !== "") {
    const configured = places.configuredPath.replace(/^~(?=[/\\])/, () => places.homeFolder);
    return (
      found([paths.join(configured, "bin", programName), configured], "setting") ?? {
        problem: `the setting perfReview.server.path is ${configured}, which is neither a program nor a perf-review distribution`,
      }
    );
  }
  const onSearchPath = places.searchPath
    .split(paths.delimiter)
    .filter((folder) => paths.isAbsolute(folder))
    .map((folder) => paths.join(folder, programName));
  return (
    found([paths.join(places.extensionFolder, "server", "bin", programName)], "bundled") ??
    found(onSearchPath, "path") ?? {
      problem: "this build of the extension carries no server, and there is no perf-review on the PATH",
    }
  );
}
