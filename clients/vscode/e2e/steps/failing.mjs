import assert from "node:assert/strict";
import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { serverProcesses } from "../serverProcesses.mjs";
import { until } from "../until.mjs";

/** Loses the server in each way there is. @param {import("../scenario.mjs").Stage} stage */
export async function fail({ workbench, sample, screenshots, step }) {
  const { page } = workbench;
  const message = (/** @type {string} */ text) =>
    page.locator(".notification-toast").filter({ hasText: text });
  const isBack = () =>
    until(
      "the finding is not back",
      () => sample.problem(),
      (found) => found !== undefined,
    );
  const kill = async () => {
    const [before] = await until(
      "no server runs",
      () => serverProcesses(workbench.extensions),
      (now) => now.length === 1,
    );
    process.kill(Number(before), "SIGKILL");
    return before;
  };

  await step("starts the server again when it is killed, later each time", async () => {
    let previous = 0;
    for (let crash = 1; crash <= 3; crash++) {
      const killed = Date.now();
      const before = await kill();
      await until(
        "no new server",
        () => serverProcesses(workbench.extensions),
        (now) => now.length === 1 && now[0] !== before,
      );
      const waited = Date.now() - killed;
      assert.ok(
        waited > previous,
        `crash ${crash}: a new server after ${waited} ms, the last after ${previous}`,
      );
      previous = waited;
      await isBack();
    }
  });

  await step("gives up after one more, says why, and starts it when asked to", async () => {
    await kill();
    const stopped = message("perf-review stopped: the server crashed 4 times within 3 minutes.");
    await stopped.waitFor();
    // Until it has slid in.
    await page.waitForTimeout(500);
    await screenshots.take(page, "stopped", [stopped]);
    assert.match(await workbench.status(), /^perf-review failed: the server crashed 4 times/);
    await stopped.getByRole("button", { name: "Restart" }).click();
    await isBack();
  });

  await step("says that the server that is set is not there, and where to set another", async () => {
    workbench.writeSettings({ "perfReview.server.path": "/nowhere/perf-review" });
    const missing = message("neither a program nor a perf-review distribution");
    await missing.waitFor();
    assert.deepEqual(await missing.locator(".monaco-button").allTextContents(), [
      "Open Settings",
      "Open Log",
      "Restart",
      "Copy Debug Information",
    ]);
    await workbench.command("Notifications: Clear All Notifications");
  });

  await step("says that the server that is set may not be executed", async () => {
    const program = path.join(workbench.folder, "perf-review-copy");
    writeFileSync(program, "#!/bin/sh\n");
    chmodSync(program, 0o644);
    workbench.writeSettings({ "perfReview.server.path": program });
    await message("may not be executed by you").waitFor();
    await workbench.command("Notifications: Clear All Notifications");
  });

  await step("says that the extension is built for another platform", async () => {
    workbench.writeSettings({});
    await isBack();
    const record = path.join(workbench.extensionFolder(), "server/platform");
    const original = readFileSync(record, "utf8");
    writeFileSync(record, "darwin-arm64\n");
    await workbench.command("perf-review: Restart Server");
    await message("this build of the extension is for darwin-arm64").waitFor();
    await workbench.command("Notifications: Clear All Notifications");
    writeFileSync(record, original);
    await workbench.command("perf-review: Restart Server");
    await isBack();
  });

  await step("says what the server's last words were when it does not come up", async () => {
    workbench.writeSettings({ "perfReview.server.extraArguments": ["--no-such-option"] });
    await message("perf-review stopped: the server ended while it was starting").waitFor();
    assert.match(await workbench.status(), /failed: .*“Unknown option: '--no-such-option'”/);
    await workbench.command("Notifications: Clear All Notifications");
  });

  await step("starts again when the settings are right again", async () => {
    workbench.writeSettings({});
    await isBack();
  });
}
