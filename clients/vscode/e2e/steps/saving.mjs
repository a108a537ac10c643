import { readFileSync } from "node:fs";
import path from "node:path";
import { FILE } from "../sample.mjs";
import { until } from "../until.mjs";

/** A file with a pitfall whose fix keeps the meaning. */
const OTHER_FILE = "sglang/python/sglang/srt/managers/scheduler.py";
const RULE = "eager-log-formatting";
const PITFALL = 'logger.debug(f"running {batch}';
const MENDED = 'logger.debug("running %s, %s wait", batch, len(self.waiting_queue))';

/** Has the safe fixes made on saving. @param {import("../scenario.mjs").Stage} stage */
export async function save({ workbench, step }) {
  const { page } = workbench;
  const text = () => readFileSync(path.join(workbench.folder, OTHER_FILE), "utf8");
  const hasFinding = async () => (await workbench.problems()).some(({ rule }) => rule === RULE);

  await step("makes the safe fixes on saving, where the settings ask for it", async () => {
    const line =
      text()
        .split("\n")
        .findIndex((content) => content.includes(PITFALL)) + 1;
    await workbench.openInstead(OTHER_FILE);
    await until("the finding is not listed", hasFinding, (found) => found);
    workbench.writeSettings({ "editor.codeActionsOnSave": { "source.fixAll.perfReview": "explicit" } });
    // The workbench tells of the change by no sign; a save before it has come makes no fix, and one of what is saved none either.
    await until(
      "saving does not mend the text",
      async () => {
        await workbench.goTo(line, 1);
        await page.keyboard.type(" ");
        await page.keyboard.press("Backspace");
        await page.keyboard.press("Control+s");
        await page.waitForTimeout(500);
        return text();
      },
      (content) => content.includes(MENDED) && !content.includes(PITFALL),
    );
    await until("the finding is still listed", hasFinding, (found) => !found);
    workbench.writeSettings({});
  });

  await step("leaves the saved file as it was", async () => {
    await until(
      "undoing and saving does not bring the pitfall back",
      async () => {
        await page.keyboard.press("Control+z");
        await page.keyboard.press("Control+s");
        await page.waitForTimeout(500);
        return text();
      },
      (content) => content.includes(PITFALL),
    );
    await workbench.openInstead(FILE);
  });
}
