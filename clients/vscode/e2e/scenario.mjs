import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { listedProblems } from "./problems.mjs";
import { serverProcesses } from "./serverProcesses.mjs";
import { until } from "./until.mjs";

/** The file of the sample workspace, and what stands in it. */
const FILE = "sglang/python/sglang/srt/mem_cache/hiradix_cache.py";
const RULE = "list-pop-front";
const PITFALL = ".pop(0)";

/**
 * A session as a person has it: sees a finding, reads why, applies the fix; then changes a setting and loses the server.
 *
 * @param {import("./workbench.mjs").Workbench} workbench
 * @param {import("./checks.mjs").Checks} checks
 * @param {import("./screenshots.mjs").Screenshots} screenshots
 */
export async function runScenario(workbench, checks, screenshots) {
  const { page } = workbench;
  const text = () => readFileSync(path.join(workbench.folder, FILE), "utf8");
  const line =
    text()
      .split("\n")
      .findIndex((content) => content.includes(PITFALL)) + 1;
  const column = (text().split("\n")[line - 1] ?? "").indexOf(PITFALL) + 2;
  const problems = () => listedProblems(page);
  const ofRule = (/** @type {import("./problems.mjs").Problem[]} */ all) =>
    all.filter(({ rule }) => rule === RULE);
  const codeLine = page.locator(".view-line").filter({ hasText: PITFALL }).first();
  const hover = page.locator(".monaco-hover").filter({ hasText: RULE });
  const menu = page.locator(".action-widget");

  const step = (/** @type {string} */ what, /** @type {() => Promise<void>} */ body) =>
    checks.step(workbench, what, body);

  if (
    !(await step("opens a file of the sample workspace and marks the pitfall", async () => {
      await workbench.openFile(FILE);
      await page.locator(".squiggly-error").first().waitFor();
    }))
  ) {
    return;
  }

  await step("says that the server is ready", async () => {
    const status = page.locator("#status\\.languageStatus a");
    await until(
      "no word of perf-review beside the language",
      () => status.first().getAttribute("aria-label"),
      (label) => /perf-review \d/.test(label ?? ""),
    );
  });

  await step("lists the finding as an error with its reason", async () => {
    await workbench.command("Problems: Focus on Problems View");
    const [problem] = ofRule(
      await until("the finding is not listed", problems, (all) => ofRule(all).length > 0),
    );
    assert.equal(problem?.severity, "error");
    assert.equal(problem.line, line);
    assert.match(problem.message, /hot path/);
    await screenshots.take(page, "problems", [page.locator(".part.panel")]);
  });

  await step("explains the finding on hover", async () => {
    await workbench.goTo(line, column);
    await page.locator(".lightBulbWidget").waitFor();
    await screenshots.take(page, "squiggle", [codeLine]);
    await page.keyboard.press("Control+k");
    await page.keyboard.press("Control+i");
    await hover.waitFor();
    await screenshots.take(page, "hover", [codeLine, hover]);
    await page.keyboard.press("Escape");
    await hover.waitFor({ state: "hidden" });
  });

  await step("offers the fix on the lightbulb, and it mends the text", async () => {
    await workbench.goTo(line, column);
    await page.locator(".lightBulbWidget").click();
    const fix = menu.locator(".monaco-list-row.action").first();
    await fix.waitFor();
    await screenshots.take(page, "lightbulb", [codeLine, menu]);
    assert.match((await fix.getAttribute("class")) ?? "", /focused/, "the fix is not the first choice");
    await page.keyboard.press("Enter");
    await until("the finding is still listed", problems, (all) => ofRule(all).length === 0);
    await page.keyboard.press("Control+s");
    await until(
      "the text on disk is not mended",
      text,
      (content) => !content.includes(PITFALL) && content.includes(".popleft()"),
    );
  });

  await step("finds it again when the fix is undone", async () => {
    await workbench.goTo(line, 1);
    await page.keyboard.press("Control+z");
    await until("the finding is not back", problems, (all) => ofRule(all).length > 0);
  });

  await step("follows a change of the settings at once", async () => {
    workbench.writeSettings({ "perfReview.maxSeverity": "warning" });
    await until("the finding is not a warning", problems, (all) => ofRule(all)[0]?.severity === "warning");
    workbench.writeSettings({ "perfReview.enable": false });
    await until("findings are left", problems, (all) => all.length === 0);
    assert.deepEqual(serverProcesses(workbench.extensions), []);
    workbench.writeSettings({});
    await until(
      "the finding is not back as an error",
      problems,
      (all) => ofRule(all)[0]?.severity === "error",
    );
  });

  await step("starts the server again when it is killed", async () => {
    const before = serverProcesses(workbench.extensions);
    assert.equal(before.length, 1, `server processes: ${before}`);
    process.kill(Number(before[0]), "SIGKILL");
    await until(
      "no new server",
      () => serverProcesses(workbench.extensions),
      (now) => now.length === 1 && now[0] !== before[0],
    );
    await until("the finding is not back", problems, (all) => ofRule(all).length > 0);
  });
}
