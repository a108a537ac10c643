import * as path from "node:path";

/** Where a server program was found. */
export type ServerOrigin = "setting" | "bundled" | "path";

export interface LocatedServer {
  readonly program: string;
  readonly origin: ServerOrigin;
}

/** A server that cannot be run, with the end of a sentence for the user: "perf-review cannot start: …". */
export interface MissingServer {
  readonly problem: string;
  /** Whether another value of the setting `perfReview.server.path` is what helps. */
  readonly bySetting: boolean;
}

/** What lies under a name. */
export type FileKind = "program" | "not-executable" | "absent";

export interface SearchPlaces {
  /** The setting `perfReview.server.path`; empty when it is not set. */
  readonly configuredPath: string;
  /** The folder of this extension, which holds the distribution in `server/`. */
  readonly extensionFolder: string;
  /** What the bundled distribution was built for, as `linux-x64`; undefined when none is bundled. */
  readonly bundledPlatform: string | undefined;
  /** The environment's `PATH`. */
  readonly searchPath: string;
  readonly homeFolder: string;
  readonly platform: NodeJS.Platform;
  readonly architecture: string;
  readonly inspect: (file: string) => FileKind;
}

/**
 * Finds the server: the setting, else the distribution that came with the extension, else `PATH`.
 *
 * A setting that names nothing runnable is an error and not a reason to search on: who chose a server
 * must not get another one unawares. So is a bundled server that cannot run here.
 */
export function locateServer(places: SearchPlaces): LocatedServer | MissingServer {
  const paths = places.platform === "win32" ? path.win32 : path.posix;
  const programName = places.platform === "win32" ? "perf-review.bat" : "perf-review";

  if (places.configuredPath !== "") {
    const configured = places.configuredPath.replace(/^~(?=[/\\])/, () => places.homeFolder);
    return configuredServer(configured, paths.join(configured, "bin", programName), places.inspect);
  }
  const bundled = bundledServer(paths.join(places.extensionFolder, "server", "bin", programName), places);
  if (bundled !== undefined) {
    return bundled;
  }
  const onSearchPath = places.searchPath
    .split(paths.delimiter)
    .filter((folder) => paths.isAbsolute(folder))
    .map((folder) => paths.join(folder, programName))
    .find((file) => places.inspect(file) === "program");
  return onSearchPath === undefined
    ? {
        problem: "this build of the extension carries no server, and there is no perf-review on the PATH",
        bySetting: true,
      }
    : { program: onSearchPath, origin: "path" };
}

function configuredServer(
  configured: string,
  inDistribution: string,
  inspect: SearchPlaces["inspect"],
): LocatedServer | MissingServer {
  const kinds = [inDistribution, configured].map((file) => ({ file, kind: inspect(file) }));
  const program = kinds.find(({ kind }) => kind === "program");
  if (program !== undefined) {
    return { program: program.file, origin: "setting" };
  }
  const forbidden = kinds.find(({ kind }) => kind === "not-executable");
  const reason =
    forbidden === undefined
      ? `the setting perfReview.server.path is ${configured}, which is neither a program nor a perf-review distribution`
      : `${forbidden.file}, which the setting perfReview.server.path names, may not be executed by you`;
  return { problem: reason, bySetting: true };
}

function bundledServer(program: string, places: SearchPlaces): LocatedServer | MissingServer | undefined {
  const here = `${places.platform}-${places.architecture}`;
  if (places.bundledPlatform !== undefined && places.bundledPlatform !== here) {
    return {
      problem: `this build of the extension is for ${places.bundledPlatform}, and this machine is ${here}; install the build for ${here}`,
      bySetting: false,
    };
  }
  switch (places.inspect(program)) {
    case "program":
      return { program, origin: "bundled" };
    case "not-executable":
      return {
        problem: `${program}, which came with the extension, may not be executed by you; install the extension again`,
        bySetting: false,
      };
    case "absent":
      return undefined;
  }
}
