import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { FILE, RULE } from "../sample.mjs";
import { until } from "../until.mjs";

/** Runs the extension's commands. @param {import("../scenario.mjs").Stage} stage */
export async function runCommands({ workbench, sample, screenshots, step }) {
  const { page } = workbench;
  const list = page.locator(".quick-input-widget");

  await step("lists the functions of the file, hottest first, and goes to one", async () => {
    await workbench.openInstead("sglang/python/sglang/srt/managers/scheduler.py");
    await workbench.command("perf-review: Show Hot Paths of This File");
    const rows = list.locator(".quick-input-list .monaco-list-row");
    await rows.filter({ hasText: "runs on every scheduler step" }).first().waitFor();
    assert.match((await rows.first().textContent()) ?? "", /step/);
    await screenshots.take(page, "hot-paths", [list], 0);
    await page.keyboard.type("run_batch");
    await rows.filter({ hasText: "Scheduler.run_batch" }).first().waitFor();
    await page.keyboard.press("Enter");
    const line = lineOf(workbench, "sglang/python/sglang/srt/managers/scheduler.py", "def run_batch");
    await page
      .locator(".statusbar-item")
      .filter({ hasText: `Ln ${line}, Col 1` })
      .waitFor();
  });

  await step("says above a hot function how often it runs, and explains its finding on a click", async () => {
    const lens = page.locator(".codelens-decoration a").filter({ hasText: "· 1 finding" }).first();
    await lens.waitFor();
    assert.match((await lens.textContent()) ?? "", /^runs on every scheduler step/);
    const line = page.locator(".view-line").filter({ hasText: "logger.debug(f" }).first();
    await screenshots.take(page, "code-lens", [lens, line]);
    await lens.click();
    await page.frameLocator("iframe.webview").frameLocator("iframe").locator("h1").first().waitFor();
  });

  await step("shows why the functions are hot on a click above one without findings", async () => {
    await workbench.openInstead(FILE);
    const lens = page
      .locator(".codelens-decoration a")
      .filter({ hasText: /^runs on every [^·]*$/ })
      .first();
    await lens.click();
    await list.locator(".quick-input-title").filter({ hasText: "Hot Paths of This File" }).waitFor();
    await page.keyboard.press("Escape");
  });

  await step("shows the page of a rule that is picked from the list", async () => {
    await workbench.openInstead(FILE);
    await workbench.command("perf-review: Explain Rule");
    const rows = list.locator(".quick-input-list .monaco-list-row");
    await rows.nth(5).waitFor();
    await page.keyboard.type(RULE);
    await rows.filter({ hasText: RULE }).first().waitFor();
    await page.keyboard.press("Enter");
    const preview = page.frameLocator("iframe.webview").frameLocator("iframe");
    await preview.locator("h2").filter({ hasText: "Why it is slow" }).waitFor();
    await screenshots.take(page, "rule", [page.locator(".part.editor")], 0);
    await workbench.openInstead(FILE);
  });

  await step("scans the workspace with progress, and lists what is in files that are not open", async () => {
    const before = await workbench.problemCount();
    await workbench.command("perf-review: Scan Workspace");
    await page.locator(".notification-toast").filter({ hasText: "scanning the workspace" }).waitFor();
    await page.locator(".notification-toast").filter({ hasText: "files that are not open" }).waitFor();
    await workbench.command("Problems: Focus on Problems View");
    await until(
      "no more problems than of the open file",
      () => workbench.problemCount(),
      (now) => now > before + 3,
    );
    await page.locator(".markers-panel .monaco-list-row").filter({ hasText: "indexer.rs" }).first().waitFor();
    await workbench.command("Notifications: Clear All Notifications");
    await page.waitForTimeout(500);
    await screenshots.take(page, "scan", [page.locator(".part.panel")], 0);
    await sample.goTo();
  });

  await step("copies what a report of a problem needs", async () => {
    await workbench.command("perf-review: Copy Debug Information");
    await page.locator(".notification-toast").filter({ hasText: "clipboard" }).waitFor();
    const report = await page.evaluate("navigator.clipboard.readText()");
    for (const part of [
      "- extension: 0.1.0",
      "(bundled)",
      "- state: perf-review 0.1.0 is ready",
      "java:",
      "no problems found",
    ]) {
      assert.ok(report.includes(part), `no ${part} in:\n${report}`);
    }
    await workbench.command("Notifications: Clear All Notifications");
  });

  await step("has Even Better TOML complete the configuration file", async () => {
    await workbench.openInstead("perf-review.toml");
    const lines = ["[[hot-path]]", "paths = "].map((part) =>
      page.locator(".view-line").filter({ hasText: part }).first(),
    );
    await screenshots.take(page, "configuration", lines);
    await workbench.command("perf-review: Complete perf-review.toml with Even Better TOML");
    const settings = path.join(workbench.userData, "User/settings.json");
    const text = await until(
      "the settings do not name the schema",
      () => readFileSync(settings, "utf8"),
      (content) => content.includes("perf-review.schema.json"),
    );
    const associations = JSON.parse(text)["evenBetterToml.schema.associations"];
    const [[files, schema] = ["", ""]] = Object.entries(associations);
    assert.match(`file://${workbench.folder}/perf-review.toml`, new RegExp(files));
    const copy = fileURLToPath(schema.replace(/^vscode-remote:\/\/[^/]+/, "file://"));
    assert.ok(existsSync(copy), copy);
    assert.equal(JSON.parse(readFileSync(copy, "utf8")).title, "perf-review");
    assert.match(schema, /^file:/);
    await workbench.command("Notifications: Clear All Notifications");
    await workbench.openInstead(FILE);
  });
  await sample.goTo();
}

/**
 * @param {import("../workbench.mjs").Workbench} workbench
 * @param {string} file
 * @param {string} part
 */
function lineOf(workbench, file, part) {
  const lines = readFileSync(path.join(workbench.folder, file), "utf8").split("\n");
  return lines.findIndex((line) => line.includes(part)) + 1;
}
