import { readdirSync, readFileSync } from "node:fs";

/**
 * The servers that run from an extensions folder, by their command lines.
 *
 * @param {string} extensions
 * @returns {string[]} process ids
 */
export function serverProcesses(extensions) {
  return readdirSync("/proc").filter((name) => {
    if (!/^\d+$/.test(name)) {
      return false;
    }
    try {
      const commandLine = readFileSync(`/proc/${name}/cmdline`, "utf8").split("\0");
      return (
        commandLine.includes("server") &&
        commandLine.includes("--stdio") &&
        commandLine.some((part) => part.startsWith(extensions))
      );
    } catch {
      // It ended meanwhile.
      return false;
    }
  });
}
