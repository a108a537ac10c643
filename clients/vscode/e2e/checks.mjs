import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";

/** Runs named steps, counts them, and keeps what the screen and the log showed when one failed. */
export class Checks {
  passed = 0;
  failed = 0;

  /** @param {string} evidenceFolder where the screenshot and the log of a failure go */
  constructor(evidenceFolder) {
    this.evidenceFolder = evidenceFolder;
    rmSync(evidenceFolder, { recursive: true, force: true });
  }

  /**
   * @param {import("./workbench.mjs").Workbench} workbench
   * @param {string} what
   * @param {() => Promise<void>} step
   * @returns {Promise<boolean>} whether it passed
   */
  async step(workbench, what, step) {
    const start = Date.now();
    try {
      await step();
      this.passed++;
      console.log(`  ✓ ${what} (${Date.now() - start} ms)`);
      return true;
    } catch (error) {
      this.failed++;
      console.log(`  ✗ ${what}\n${String(error).replace(/^/gm, "      ")}`);
      await this.keepEvidence(workbench, `${this.failed}`);
      // A menu that was left open would fail the steps after this one too.
      await workbench.page.keyboard.press("Escape");
      return false;
    }
  }

  /**
   * @param {import("./workbench.mjs").Workbench} workbench
   * @param {string} name
   */
  async keepEvidence(workbench, name) {
    mkdirSync(this.evidenceFolder, { recursive: true });
    const screenshot = path.join(this.evidenceFolder, `${name}.png`);
    await workbench.page.screenshot({ path: screenshot }).catch(() => {});
    console.log(`      screenshot: ${screenshot}`);
    const logs = {
      "server log": findLog(workbench.userData),
      "workbench log": path.join(workbench.userData, "code-server.log"),
    };
    for (const [what, log] of Object.entries(logs)) {
      if (log !== undefined) {
        const copy = path.join(this.evidenceFolder, `${name}-${path.basename(log)}`);
        copyFileSync(log, copy);
        console.log(`      ${what}: ${copy}`);
      }
    }
  }
}

/**
 * The newest file that the extension's log channel is kept in.
 * @param {string} userData
 * @returns {string | undefined}
 */
export function findLog(userData) {
  const logs = path.join(userData, "logs");
  if (!existsSync(logs)) {
    return undefined;
  }
  return readdirSync(logs, { recursive: true, encoding: "utf8" })
    .filter((file) => path.basename(file) === "perf-review.log")
    .sort()
    .map((file) => path.join(logs, file))
    .pop();
}
