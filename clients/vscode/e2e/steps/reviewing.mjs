import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import { until } from "../until.mjs";

const FILE = "sglang/python/sglang/srt/mem_cache/prefetcher.py";
const FOUND = ["error list-pop-front"];

/** Makes the workspace a repository, changes it and has the change reviewed. @param {import("../scenario.mjs").Stage} stage */
export async function reviewChange({ workbench, step }) {
  const { page, folder } = workbench;
  const lists = (/** @type {string[]} */ expected) =>
    until(
      `the findings are not ${expected}`,
      async () => (await workbench.problems()).map(({ severity, rule }) => `${severity} ${rule}`).sort(),
      (seen) => isDeepStrictEqual(seen, expected),
    );
  git(folder, "init", "--quiet", "--initial-branch=main");
  commit(folder);

  await step("shows only findings on lines that have changed when that is set", async () => {
    await workbench.openInstead(FILE);
    await workbench.command("Problems: Focus on Problems View");
    await lists(FOUND);
    workbench.writeSettings({ "perfReview.scope": "changed" });
    await lists([]);
    const file = path.join(folder, FILE);
    writeFileSync(file, readFileSync(file, "utf8").replace(".pop(0)", ".pop(0)  # the oldest"));
    await lists(FOUND);
  });

  await step("reviews the change and shows the report", async () => {
    await workbench.command("perf-review: Review Changes");
    const preview = page.frameLocator("iframe.webview").frameLocator("iframe");
    await preview.locator("h1").filter({ hasText: "Performance review" }).waitFor();
    assert.ok(((await preview.locator("body").textContent()) ?? "").includes(FILE));
    await workbench.openInstead(FILE);
    await lists(FOUND);
  });

  await step("notices a commit that is made in a terminal", async () => {
    commit(folder);
    await lists([]);
    await workbench.command("perf-review: Review Changes");
    await page.locator(".notification-toast").filter({ hasText: "nothing has changed since" }).waitFor();
    await workbench.command("Notifications: Clear All Notifications");
    workbench.writeSettings({});
    await lists(FOUND);
  });
}

/** @param {string} folder */
function commit(folder) {
  git(folder, "add", "--all");
  git(folder, "-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "--quiet", "--message", "x");
}

/** @param {string} folder @param {string[]} words */
function git(folder, ...words) {
  const done = spawnSync("git", words, { cwd: folder, encoding: "utf8" });
  assert.equal(done.status, 0, done.stderr);
}
