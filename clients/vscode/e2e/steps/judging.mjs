import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import { until } from "../until.mjs";

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

/** Sees that findings are as loud as their place is hot. @param {import("../scenario.mjs").Stage} stage */
export async function judge({ workbench, screenshots, step }) {
  const { page } = workbench;
  const lists = (/** @type {string[]} */ expected) =>
    until(
      `the findings are not ${expected}`,
      async () => (await workbench.problems()).map(({ severity, rule }) => `${severity} ${rule}`).sort(),
      (seen) => isDeepStrictEqual(seen, expected),
    );

  for (const [file, expected] of Object.entries(EXPECTED)) {
    await step(`shows how bad the findings of ${path.basename(file)} are`, async () => {
      await workbench.openInstead(file);
      await lists(expected);
      if (file === PICTURED) {
        const rows = page.locator(".markers-panel .monaco-list-row");
        const parts = [page.locator(".part.panel .composite.title"), rows.last()];
        await screenshots.take(page, "problems", parts, 0);
      }
    });
  }

  await step("hides what is below the least impact that is set", async () => {
    await workbench.openInstead(PICTURED);
    await lists(EXPECTED[PICTURED]);
    workbench.writeSettings({ "perfReview.minimumImpact": "moderate" });
    await lists(["warning eager-log-formatting"]);
    workbench.writeSettings({});
    await lists(EXPECTED[PICTURED]);
  });
}
