import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { type FileKind, type LocatedServer, locateServer, type MissingServer } from "./locateServer";
import { serverSettings } from "./settings";

/** Written by the packaging script: what the bundled server was built for, as `linux-x64`. */
const PLATFORM_RECORD = "server/platform";

/** Looks for the server on this machine, under the settings of this window. */
export function findServer(extensionFolder: string): LocatedServer | MissingServer {
  return locateServer({
    configuredPath: serverSettings().path,
    extensionFolder,
    bundledPlatform: readIfThere(path.join(extensionFolder, PLATFORM_RECORD)),
    searchPath: process.env["PATH"] ?? "",
    homeFolder: os.homedir(),
    platform: process.platform,
    architecture: process.arch,
    inspect,
  });
}

function readIfThere(file: string): string | undefined {
  return fs.existsSync(file) ? fs.readFileSync(file, "utf8").trim() : undefined;
}

/** What lies there for this user. */
export function inspect(file: string): FileKind {
  try {
    if (!fs.statSync(file).isFile()) {
      return "absent";
    }
  } catch {
    return "absent";
  }
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return "program";
  } catch {
    return "not-executable";
  }
}
