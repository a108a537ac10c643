import { writeFileSync } from "node:fs";
import path from "node:path";
import { until } from "../until.mjs";

const FILE = "load.ipynb";
const RULE = "blocking-call-in-async";
const CELL = ["import time\n", "\n", "async def wait():\n", "    time.sleep(1)\n"];

/** Reviews the cells of a notebook. @param {import("../scenario.mjs").Stage} stage */
export async function openNotebook({ workbench, step }) {
  const { page } = workbench;
  await step("reviews the cells of a notebook", async () => {
    const cell = { cell_type: "code", execution_count: null, metadata: {}, outputs: [], source: CELL };
    const metadata = { language_info: { name: "python" } };
    const notebook = { cells: [cell], metadata, nbformat: 4, nbformat_minor: 5 };
    writeFileSync(path.join(workbench.folder, FILE), JSON.stringify(notebook));
    await workbench.openInstead(FILE);
    await page.locator(".notebookOverlay .view-line").filter({ hasText: "time.sleep" }).first().waitFor();
    await until(
      "nothing is found in the cell",
      () => workbench.problems(),
      (all) => all.some(({ rule, severity, line }) => rule === RULE && severity === "warning" && line === 4),
    );
    await page.locator(".notebookOverlay .view-line").filter({ hasText: "time.sleep" }).first().click();
    await until(
      "the status bar does not count it",
      () => workbench.status(),
      (label) => / 1 finding /.test(label),
    );
  });
}
