import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { findLog } from "../checks.mjs";
import { RULE } from "../sample.mjs";
import { serverCommandLines, serverProcesses } from "../serverProcesses.mjs";
import { until } from "../until.mjs";

/** Changes each setting and sees it in force. @param {import("../scenario.mjs").Stage} stage */
export async function configure({ workbench, sample, step }) {
  const severityIs = (/** @type {string | undefined} */ severity) =>
    until(
      `the finding is not ${severity ?? "gone"}`,
      () => sample.problem(),
      (found) => found?.severity === severity,
    );

  /** Settings, and how loud the finding is under each; the panel leaves hints out. @type {[Record<string, unknown>, string | undefined][]} */
  const quieter = [
    [{ "perfReview.maxSeverity": "warning" }, "warning"],
    [{ "perfReview.ruleLevels": { [RULE]: "information" } }, "info"],
    [{ "perfReview.ruleLevels": { [RULE]: "off" } }, undefined],
    [{ "perfReview.exclude": ["**/mem_cache"] }, undefined],
  ];
  for (const [settings, severity] of quieter) {
    await step(`follows ${JSON.stringify(settings)} at once`, async () => {
      workbench.writeSettings(settings);
      await severityIs(severity);
      workbench.writeSettings({});
      await severityIs("error");
    });
  }

  await step("runs no server where it is switched off", async () => {
    workbench.writeSettings({ "perfReview.enable": false });
    await severityIs(undefined);
    await until(
      "a server is left",
      () => serverProcesses(workbench.extensions),
      (now) => now.length === 0,
    );
    assert.match(await workbench.status(), /^perf-review is off/);
    workbench.writeSettings({});
    await severityIs("error");
  });

  await step("starts the server anew with the options of the Java VM that are set", async () => {
    workbench.writeSettings({ "perfReview.server.javaOptions": ["-Dperfreview.e2e=options"] });
    await until(
      "no server has the option",
      () => serverCommandLines(workbench.extensions),
      ([words = []]) => words.includes("-Dperfreview.e2e=options"),
    );
    workbench.writeSettings({});
    await until(
      "the server keeps the option",
      () => serverCommandLines(workbench.extensions),
      (now) => now.length === 1 && now[0]?.includes("-Dperfreview.e2e=options") === false,
    );
    await severityIs("error");
  });

  await step("tells more in the log when asked to", async () => {
    workbench.writeSettings({ "perfReview.trace.server": "verbose" });
    await until(
      "the log does not tell of the settings",
      () => readFileSync(findLog(workbench.userData) ?? "/dev/null", "utf8"),
      (log) => log.includes("settings of 1 folders are in force"),
    );
    workbench.writeSettings({});
  });

  await step("follows a change of the configuration file at once", async () => {
    const file = path.join(workbench.folder, "perf-review.toml");
    const original = readFileSync(file, "utf8");
    writeFileSync(file, `max-severity = "information"\n${original}`);
    await severityIs("info");
    writeFileSync(file, `${original}\n[rule-levels]\n${RULE} = "warning"\n`);
    await severityIs("warning");
    writeFileSync(file, original);
    await severityIs("error");
  });
}
