import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import { listedProblems } from "./problems.mjs";
import { serverProcesses } from "./serverProcesses.mjs";
import { until } from "./until.mjs";

/** The file of the sample workspace that is mended, and what stands in it. */
const FILE = "sglang/python/sglang/srt/mem_cache/hiradix_cache.py";
const RULE = "list-pop-front";
const PITFALL = "self.ack_write_queue.pop(0)";
const MENDED = "self.ack_write_queue.popleft()";
/** Lines around the pitfall that the pictures show too. */
const SURROUNDINGS = ["def writing_check", "acknowledgement.node.on_host"];

/** Other files of the sample workspace, and how loud what the panel lists of them must be (it leaves out hints). */
const EXPECTED = {
  "sglang/python/sglang/srt/managers/scheduler.py": [
    "info string-concat-in-loop",
    "warning eager-log-formatting",
  ],
  "dynamo/lib/llm/src/kv_router/publisher.rs": ["error lock-across-await", "warning vec-without-capacity"],
  "dynamo/lib/llm/src/preprocessor.rs": ["info regex-per-call"],
  // What other files tell: a template is read two functions below a coroutine, a list is declared elsewhere.
  "sglang/python/sglang/srt/entrypoints/openai/serving_chat.py": [
    "error heavy-work-in-async",
    "error sequential-await-in-loop",
    "info construct-per-call",
    "info copy-in-loop",
    "warning blocking-call-in-async",
    "warning per-event-serialization",
  ],
  "sglang/python/sglang/srt/mem_cache/prefetcher.py": ["error list-pop-front"],
};

/** The one whose problems are in the picture. */
const PICTURED = "sglang/python/sglang/srt/managers/scheduler.py";

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
  const column = (text().split("\n")[line - 1] ?? "").indexOf(PITFALL) + 6;
  const problems = () => listedProblems(page);
  const ofPitfall = (/** @type {import("./problems.mjs").Problem[]} */ all) =>
    all.filter((problem) => problem.rule === RULE && problem.line === line);
  const surroundings = SURROUNDINGS.map((part) =>
    page.locator(".view-line").filter({ hasText: part }).first(),
  );
  const hover = page.locator(".monaco-hover").filter({ hasText: RULE });
  const menu = page.locator(".action-widget");

  const step = (/** @type {string} */ what, /** @type {() => Promise<void>} */ body) =>
    checks.step(workbench, what, body);

  if (
    !(await step("opens a file of the sample workspace and marks the pitfall", async () => {
      await workbench.openFile(FILE);
      await workbench.goTo(line, 1);
      await page.locator(".squiggly-error").first().waitFor();
      await workbench.command("View: Close Primary Side Bar");
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

  await step("leaves the installed server its cache of classes", async () => {
    const [process = ""] = serverProcesses(workbench.extensions);
    const mapped = readFileSync(`/proc/${process}/maps`, "utf8");
    assert.match(mapped, /perf-review\.aot/, "the server does not use its cache of classes");
  });

  await step("lists the finding as an error with its reason", async () => {
    await workbench.command("Problems: Focus on Problems View");
    const [problem] = ofPitfall(
      await until("the finding is not listed", problems, (all) => ofPitfall(all).length > 0),
    );
    assert.equal(problem?.severity, "error");
    assert.equal(problem.line, line);
    assert.match(problem.message, /hot path/);
  });

  await step("explains the finding on hover", async () => {
    await workbench.goTo(line, column);
    await page.locator(".lightBulbWidget").waitFor();
    await screenshots.take(page, "squiggle", surroundings);
    await page.keyboard.press("Control+k");
    await page.keyboard.press("Control+i");
    await hover.waitFor();
    await screenshots.take(page, "hover", [...surroundings, hover]);
    await page.keyboard.press("Escape");
    await hover.waitFor({ state: "hidden" });
  });

  await step("offers the fix on the lightbulb, and it mends the text", async () => {
    await workbench.goTo(line, column);
    await page.locator(".lightBulbWidget").waitFor();
    // By key and not by a click on the bulb: actions that the workbench fetched for the bulb lose their edits when it
    // fetches them again.
    await page.keyboard.press("Control+.");
    const fix = menu.locator(".monaco-list-row.action").first();
    await fix.waitFor();
    await screenshots.take(page, "lightbulb", [...surroundings, menu]);
    // The menu takes no click until the mouse has moved over it.
    await fix.hover({ force: true });
    await fix.click();
    await until("the finding is still listed", problems, (all) => ofPitfall(all).length === 0);
    await page.keyboard.press("Control+s");
    await until(
      "the text on disk is not mended",
      text,
      (content) => !content.includes(PITFALL) && content.includes(MENDED),
    );
  });

  await step("finds it again when the fix is undone", async () => {
    await workbench.goTo(line, 1);
    await page.keyboard.press("Control+z");
    await until("the finding is not back", problems, (all) => ofPitfall(all).length > 0);
  });

  await step("follows a change of the settings at once", async () => {
    workbench.writeSettings({ "perfReview.maxSeverity": "warning" });
    await until("the finding is not a warning", problems, (all) => ofPitfall(all)[0]?.severity === "warning");
    workbench.writeSettings({ "perfReview.enable": false });
    await until("findings are left", problems, (all) => all.length === 0);
    assert.deepEqual(serverProcesses(workbench.extensions), []);
    workbench.writeSettings({});
    await until(
      "the finding is not back as an error",
      problems,
      (all) => ofPitfall(all)[0]?.severity === "error",
    );
  });

  await step("follows a change of the configuration file at once", async () => {
    const file = path.join(workbench.folder, "perf-review.toml");
    const original = readFileSync(file, "utf8");
    writeFileSync(file, `max-severity = "information"\n${original}`);
    await until(
      "the finding is not an information",
      problems,
      (all) => ofPitfall(all)[0]?.severity === "info",
    );
    writeFileSync(file, original);
    await until(
      "the finding is not an error again",
      problems,
      (all) => ofPitfall(all)[0]?.severity === "error",
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
    await until("the finding is not back", problems, (all) => ofPitfall(all).length > 0);
  });

  await page.keyboard.press("Control+s");
  for (const [file, expected] of Object.entries(EXPECTED)) {
    await step(`shows how bad the findings of ${path.basename(file)} are`, async () => {
      await workbench.openInstead(file);
      await until(
        `the findings are not ${expected}`,
        async () => (await problems()).map(({ severity, rule }) => `${severity} ${rule}`).sort(),
        (seen) => isDeepStrictEqual(seen, expected),
      );
      if (file === PICTURED) {
        const rows = page.locator(".markers-panel .monaco-list-row");
        await screenshots.take(
          page,
          "problems",
          [page.locator(".part.panel .composite.title"), rows.last()],
          0,
        );
      }
    });
  }
}
