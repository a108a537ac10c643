/** @typedef {{severity: string, message: string, rule: string, line: number, column: number}} Problem */

const ROW = ".markers-panel .monaco-list-row";

/**
 * What the Problems panel, which must be open, lists as coming from perf-review.
 *
 * @param {import("playwright-core").Page} page
 * @returns {Promise<Problem[]>}
 */
export async function listedProblems(page) {
  const rows = await page.locator(`${ROW}:has(.marker-icon)`).evaluateAll((elements) =>
    elements.map((element) => {
      const text = (/** @type {string} */ selector) => element.querySelector(selector)?.textContent ?? "";
      return {
        severity:
          ["error", "warning", "info", "hint"].find((name) =>
            element.querySelector(`.marker-icon.${name}`),
          ) ?? "",
        source: text(".marker-source"),
        message: text(".marker-message"),
        rule: text(".marker-code"),
        place: text(".marker-line"),
      };
    }),
  );
  return rows
    .filter((row) => row.source === "perf-review")
    .map(({ severity, message, rule, place }) => {
      const [line = 0, column = 0] = (place.match(/\d+/g) ?? []).map(Number);
      return { severity, message, rule, line, column };
    });
}
