import { readdirSync, readFileSync } from "node:fs";

/**
 * The servers that run from an extensions folder, by their command lines.
 *
 * @param {string} extensions
 * @returns {string[]} process ids
 */
export function serverProcesses(extensions) {
  return readdirSync("/proc").filter((name) => {
    const words = commandLine(name);
    return (
      words.includes("server") &&
      words.includes("--stdio") &&
      words.some((part) => part.startsWith(extensions)) &&
      // Not the launcher's shell, which becomes the VM.
      words[0]?.endsWith("java")
    );
  });
}

/**
 * @param {string} extensions
 * @returns {string[][]} the words of each server's command line
 */
export function serverCommandLines(extensions) {
  return serverProcesses(extensions).map(commandLine);
}

/** @param {string} process */
function commandLine(process) {
  if (!/^\d+$/.test(process)) {
    return [];
  }
  try {
    return readFileSync(`/proc/${process}/cmdline`, "utf8").split("\0");
  } catch {
    // It ended meanwhile.
    return [];
  }
}
