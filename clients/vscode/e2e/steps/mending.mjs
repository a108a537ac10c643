import assert from "node:assert/strict";
import { MENDED, PITFALL, RULE } from "../sample.mjs";
import { until } from "../until.mjs";

/** Mends and silences the finding in each way there is. @param {import("../scenario.mjs").Stage} stage */
export async function mend({ workbench, sample, screenshots, step }) {
  const { page } = workbench;
  const menu = page.locator(".action-widget");

  const choose = async (/** @type {import("playwright-core").Locator} */ action) => {
    await action.waitFor();
    // The menu takes no click until the mouse has moved over it.
    await action.hover({ force: true });
    await action.click();
  };
  /** By key and not by a click on the bulb: actions that the workbench fetched for the bulb lose their edits when it fetches them again. */
  const openMenu = async () => {
    await sample.goTo();
    await page.locator(".lightBulbWidget").waitFor();
    await page.keyboard.press("Control+.");
    await menu.waitFor();
  };
  const isGone = () =>
    until(
      "the finding is still listed",
      () => sample.problem(),
      (found) => found === undefined,
    );
  const undo = async () => {
    await workbench.goTo(sample.line, 1);
    await page.keyboard.press("Control+z");
    await until(
      "the finding is not back",
      () => sample.problem(),
      (found) => found !== undefined,
    );
  };
  const isMended = (/** @type {string} */ content) => !content.includes(PITFALL) && content.includes(MENDED);

  await step("offers the fix on the lightbulb, and it mends the text", async () => {
    await openMenu();
    const fix = menu.locator(".monaco-list-row.action").first();
    await fix.waitFor();
    await screenshots.take(page, "lightbulb", [...sample.surroundings, menu], 22);
    await choose(fix);
    await isGone();
    await until(
      "the status bar still counts it",
      () => workbench.status(),
      (label) => / no findings /.test(label),
    );
    await page.keyboard.press("Control+s");
    await until("the text on disk is not mended", () => sample.text(), isMended);
  });

  await step("finds it again when the fix is undone", undo);

  await step("silences it by a comment, with the reason to be filled in", async () => {
    await openMenu();
    await choose(menu.locator(".monaco-list-row.action").filter({ hasText: "gnore" }).first());
    await isGone();
    await page.keyboard.press("Control+s");
    const text = await until(
      "no comment is on the disk",
      () => sample.text(),
      (content) => content.includes(`perf: ignore[${RULE}]`),
    );
    assert.ok(text.includes(PITFALL));
    await undo();
  });

  await step("leaves the file as it was", async () => {
    await page.keyboard.press("Control+s");
    await until(
      "the pitfall is not back on the disk",
      () => sample.text(),
      (content) => content.includes(PITFALL) && !content.includes("perf: ignore"),
    );
  });
}
