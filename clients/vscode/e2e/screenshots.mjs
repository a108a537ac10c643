import { mkdirSync } from "node:fs";
import path from "node:path";

/** What shows of a line of code: its number and glyphs before it, and no more of it than is easily read in a page. */
const GUTTER = 64;
const LINE_WIDTH = 860;

/** Takes the pictures of the documentation, when asked to. */
export class Screenshots {
  /** @param {string | undefined} folder where they go; undefined for none */
  constructor(folder) {
    this.folder = folder;
  }

  /**
   * A picture of the smallest area that holds all the parts.
   *
   * @param {import("playwright-core").Page} page
   * @param {string} name
   * @param {import("playwright-core").Locator[]} parts
   * @param {number} margin space around them, in CSS pixels
   */
  async take(page, name, parts, margin = 12) {
    if (this.folder === undefined) {
      return;
    }
    mkdirSync(this.folder, { recursive: true });
    const boxes = [];
    for (const part of parts) {
      const box = await part.boundingBox();
      if (box === null) {
        throw new Error(`a part of the picture ${name} is not on the screen: ${part}`);
      }
      const isCode = await part.evaluate((element) => element.classList.contains("view-line"));
      boxes.push(isCode ? { ...box, x: box.x - GUTTER, width: GUTTER + LINE_WIDTH } : box);
    }
    const left = Math.max(0, Math.min(...boxes.map((box) => box.x)) - margin);
    const top = Math.max(0, Math.min(...boxes.map((box) => box.y)) - margin);
    const right = Math.max(...boxes.map((box) => box.x + box.width)) + margin;
    const bottom = Math.max(...boxes.map((box) => box.y + box.height)) + margin;
    await page.screenshot({
      path: path.join(this.folder, `${name}.png`),
      clip: { x: left, y: top, width: right - left, height: bottom - top },
      caret: "initial",
    });
  }
}
