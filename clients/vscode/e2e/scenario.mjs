import { Sample } from "./sample.mjs";
import { runCommands } from "./steps/commands.mjs";
import { configure } from "./steps/configuring.mjs";
import { fail } from "./steps/failing.mjs";
import { judge } from "./steps/judging.mjs";
import { mend } from "./steps/mending.mjs";
import { openNotebook } from "./steps/notebook.mjs";
import { open, read } from "./steps/reading.mjs";
import { reviewChange } from "./steps/reviewing.mjs";
import { save } from "./steps/saving.mjs";

/**
 * What each part of the scenario works with.
 *
 * @typedef {object} Stage
 * @property {import("./workbench.mjs").Workbench} workbench
 * @property {Sample} sample
 * @property {import("./screenshots.mjs").Screenshots} screenshots
 * @property {(what: string, body: () => Promise<void>) => Promise<boolean>} step whether it passed
 */

/**
 * A session as a person has it: sees a finding, reads why, mends it; changes settings, uses the commands, and loses the server.
 *
 * @param {import("./workbench.mjs").Workbench} workbench
 * @param {import("./checks.mjs").Checks} checks
 * @param {import("./screenshots.mjs").Screenshots} screenshots
 */
export async function runScenario(workbench, checks, screenshots) {
  /** @type {Stage} */
  const stage = {
    workbench,
    sample: new Sample(workbench),
    screenshots,
    step: (what, body) => checks.step(workbench, what, body),
  };
  if (!(await open(stage))) {
    return;
  }
  for (const part of [read, mend, save, configure, runCommands, fail, judge, openNotebook, reviewChange]) {
    await part(stage);
  }
}
