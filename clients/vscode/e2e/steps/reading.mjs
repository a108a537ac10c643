import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { FILE, RULE } from "../sample.mjs";
import { serverProcesses } from "../serverProcesses.mjs";
import { until } from "../until.mjs";

/** Space around the picture that the line above the function has room in. */
const WITH_LENS = 22;

/**
 * Opens the file and sees the finding.
 * @param {import("../scenario.mjs").Stage} stage
 * @returns {Promise<boolean>} whether it is there, without which nothing else can be tried
 */
export async function open({ workbench, sample, step }) {
  const { page } = workbench;
  const opened = await step("opens a file of the sample workspace and marks the pitfall", async () => {
    await workbench.openFile(FILE);
    await workbench.goTo(sample.line, 1);
    await page.locator(".squiggly-error").first().waitFor();
    await workbench.command("View: Close Primary Side Bar");
  });
  if (!opened) {
    return false;
  }
  await step("says in the status bar that the server is ready, and how many findings there are", async () => {
    await until(
      "no word of perf-review in the status bar",
      () => workbench.status(),
      (label) => /^perf-review \S+ has 1 finding in this file/.test(label),
    );
  });
  await step("leaves the installed server its cache of classes", async () => {
    const [process = ""] = serverProcesses(workbench.extensions);
    const mapped = readFileSync(`/proc/${process}/maps`, "utf8");
    assert.match(mapped, /server\.aot/, "the server does not use its cache of classes");
  });
  return true;
}

/** Reads what is said of the finding. @param {import("../scenario.mjs").Stage} stage */
export async function read({ workbench, sample, screenshots, step }) {
  const { page } = workbench;
  await step("lists the finding as an error with its reason", async () => {
    await workbench.command("Problems: Focus on Problems View");
    const problem = await until(
      "the finding is not listed",
      () => sample.problem(),
      (found) => found !== undefined,
    );
    assert.equal(problem?.severity, "error");
    assert.match(problem.message, /hot path/);
  });

  await step("explains the finding on hover", async () => {
    const hover = page.locator(".monaco-hover").filter({ hasText: RULE });
    await sample.goTo();
    await page.locator(".lightBulbWidget").waitFor();
    // Lenses that come while the hover is up push the line away, and the hover goes.
    await page.locator(".codelens-decoration a").filter({ hasText: "· 1 finding" }).first().waitFor();
    await screenshots.take(page, "squiggle", sample.surroundings, WITH_LENS);
    await page.keyboard.press("Control+k");
    await page.keyboard.press("Control+i");
    await hover.waitFor();
    await screenshots.take(page, "hover", [...sample.surroundings, hover]);
    await page.keyboard.press("Escape");
    await hover.waitFor({ state: "hidden" });
  });
}
