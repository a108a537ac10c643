import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";

/**
 * What the end-to-end test needs and no package of this project carries: a browser, and VS Code's own workbench, which
 * code-server brings to a browser. Both are fetched once and then come from the cache.
 */

/** Carries VS Code 1.100, the oldest that the extension supports. */
const CODE_SERVER = "4.100.3";
/** The only one that this code-server runs on. */
const NODE_MAJOR = "20";
/**
 * The native modules without which the server of the workbench does not come up. The rest (terminals, Kerberos proxies)
 * is left unbuilt: the test has no use for it, and each would ask for more system libraries.
 */
const WORKBENCH_NATIVES = ["@vscode/spdlog", "native-watchdog", "@parcel/watcher"];

const CACHE = path.join(process.env["XDG_CACHE_HOME"] ?? path.join(homedir(), ".cache"), "perf-review-e2e");

/** A machine that cannot run the test; the message says what to do. */
export class Unprovided extends Error {}

/**
 * @returns {string} a Chromium or Chrome program, installed if need be
 */
export function provideBrowser() {
  const found = findBrowser();
  if (found !== undefined) {
    return found;
  }
  installPackages(["chromium"]);
  const installed = findBrowser();
  if (installed === undefined) {
    throw new Unprovided("the package chromium brought no program named chromium");
  }
  return installed;
}

function findBrowser() {
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  return process.env["CHROMIUM"] ?? names.map(which).find((program) => program !== undefined);
}

/**
 * @returns {string} the script that starts code-server
 */
export function provideCodeServer() {
  const major = process.versions.node.split(".")[0];
  if (major !== NODE_MAJOR) {
    throw new Unprovided(
      `code-server ${CODE_SERVER} needs Node ${NODE_MAJOR}, and this is Node ${process.versions.node}`,
    );
  }
  const home = path.join(
    CACHE,
    `code-server-${CODE_SERVER}-${process.platform}-${process.arch}-node${major}`,
  );
  if (!existsSync(home)) {
    installCodeServer(home);
  }
  return path.join(home, "node_modules/code-server/out/node/entry.js");
}

/** @param {string} home */
function installCodeServer(home) {
  console.log(`installing code-server ${CODE_SERVER} (once)`);
  const missing = [
    ["g++", "g++"],
    ["make", "make"],
    ["python3", "python3"],
  ].flatMap(([program = "", name = ""]) => (which(program) === undefined ? [name] : []));
  if (missing.length > 0) {
    installPackages(missing);
  }
  mkdirSync(CACHE, { recursive: true });
  // Built aside and moved at the end, so that what lies in the cache is whole.
  const building = mkdtempSync(path.join(CACHE, "building-"));
  try {
    writeFileSync(path.join(building, "package.json"), '{ "private": true }\n');
    const workbench = path.join(building, "node_modules/code-server/lib/vscode");
    // The packages' own scripts would download programs from outside the registry.
    npm(building, "install", "--ignore-scripts", `code-server@${CODE_SERVER}`);
    npm(workbench, "install", "--ignore-scripts", "--omit=dev");
    for (const name of WORKBENCH_NATIVES) {
      npm(workbench, "rebuild", name);
    }
    npm(building, "rebuild", "argon2", "--build-from-source");
    renameSync(building, home);
  } finally {
    rmSync(building, { recursive: true, force: true });
  }
}

/**
 * @param {string} folder
 * @param {...string} parameters
 */
function npm(folder, ...parameters) {
  const environment = { ...process.env };
  const prefix = path.dirname(path.dirname(process.execPath));
  if (existsSync(path.join(prefix, "include/node/node.h"))) {
    // Headers that are here need not be downloaded.
    environment["npm_config_nodedir"] = prefix;
  }
  const result = spawnSync("npm", [...parameters, "--no-audit", "--no-fund"], {
    cwd: folder,
    env: environment,
    encoding: "utf8",
  });
  if (result.status !== 0) {
    throw new Unprovided(`npm ${parameters.join(" ")} failed:\n${result.stdout}${result.stderr}`);
  }
}

/** @param {string[]} names */
function installPackages(names) {
  const command = `apt-get install -y ${names.join(" ")}`;
  if (which("apt-get") === undefined || process.getuid?.() !== 0) {
    throw new Unprovided(`${names.join(", ")} must be installed first (on Debian, as root: ${command})`);
  }
  console.log(command);
  const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  for (const parameters of [["update"], ["install", "-y", ...names]]) {
    const result = spawnSync("apt-get", ["-q", ...parameters], { env: environment, encoding: "utf8" });
    if (result.status !== 0) {
      throw new Unprovided(`apt-get ${parameters.join(" ")} failed:\n${result.stdout}${result.stderr}`);
    }
  }
}

/**
 * @param {string} program
 * @returns {string | undefined}
 */
function which(program) {
  try {
    return execFileSync("/bin/sh", ["-c", `command -v ${program}`], { encoding: "utf8" }).trim();
  } catch {
    return undefined;
  }
}
