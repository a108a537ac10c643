import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Checks } from "./checks.mjs";
import { provideBrowser, provideCodeServer, Unprovided } from "./provision.mjs";
import { runScenario } from "./scenario.mjs";
import { Screenshots } from "./screenshots.mjs";
import { packageTomlExtension } from "./tomlExtension.mjs";
import { Workbench } from "./workbench.mjs";

/**
 * The end-to-end test of the extension: packages it, installs it in VS Code's own workbench, and uses it there.
 *
 *     node e2e/run.mjs [--update-screenshots] [--server DISTRIBUTION]
 *
 * Exit status: 0 all passed, 1 something failed, 2 it could not run.
 */
const home = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const root = path.resolve(home, "../..");

const { values: options } = parseArgs({
  options: {
    "update-screenshots": { type: "boolean", default: false },
    server: { type: "string", default: path.join(root, "server/target/dist/perf-review") },
    workspace: { type: "string", default: path.join(root, "examples") },
  },
});

/** @returns {Promise<number>} the exit status */
async function main() {
  const browser = provideBrowser();
  const codeServer = provideCodeServer();
  const vsix = packageExtension();
  const scratch = mkdtempSync(path.join(tmpdir(), "perf-review-e2e-"));
  const folder = path.join(scratch, "workspace");
  cpSync(options.workspace, folder, { recursive: true });
  const checks = new Checks(path.join(home, "out/e2e-failure"));
  const screenshots = new Screenshots(options["update-screenshots"] ? path.join(home, "docs") : undefined);
  try {
    const extensionPackages = [vsix, packageTomlExtension(scratch)];
    const workbench = await Workbench.open({ codeServer, browser, extensionPackages, folder, scratch });
    try {
      await runScenario(workbench, checks, screenshots);
    } finally {
      await workbench.close();
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
  console.log(`${checks.passed} passed, ${checks.failed} failed`);
  return checks.failed === 0 ? 0 : 1;
}

/** @returns {string} the VSIX */
function packageExtension() {
  const script = path.join(home, "scripts/package.mjs");
  const packaged = spawnSync(process.execPath, [script, options.server], { encoding: "utf8" });
  if (packaged.status !== 0) {
    throw new Unprovided(`packaging the extension failed:\n${packaged.stdout}${packaged.stderr}`);
  }
  return path.join(home, `out/perf-review-${process.platform}-${process.arch}.vsix`);
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Unprovided ? error.message : error);
  process.exitCode = 2;
}
