import { readFileSync } from "node:fs";
import path from "node:path";

/** The file of the sample workspace that is mended, and what stands in it. */
export const FILE = "sglang/python/sglang/srt/mem_cache/hiradix_cache.py";
export const RULE = "list-pop-front";
export const PITFALL = "self.ack_write_queue.pop(0)";
export const MENDED = "self.ack_write_queue.popleft()";
/** Lines around the pitfall that the pictures show too. */
export const SURROUNDINGS = ["def writing_check", "acknowledgement.node.on_host"];

/** The pitfall of the sample workspace as it stands on the disk and on the screen. */
export class Sample {
  /** @param {import("./workbench.mjs").Workbench} workbench */
  constructor(workbench) {
    this.workbench = workbench;
    this.page = workbench.page;
    const lines = this.text().split("\n");
    /** Counted from 1. */
    this.line = lines.findIndex((content) => content.includes(PITFALL)) + 1;
    this.column = (lines[this.line - 1] ?? "").indexOf(PITFALL) + 6;
    this.surroundings = SURROUNDINGS.map((part) =>
      this.page.locator(".view-line").filter({ hasText: part }).first(),
    );
  }

  /** What is on the disk. */
  text() {
    return readFileSync(path.join(this.workbench.folder, FILE), "utf8");
  }

  /** Finds the pitfall among what the Problems panel lists. */
  async problem() {
    const all = await this.workbench.problems();
    return all.find((problem) => problem.rule === RULE && problem.line === this.line);
  }

  /** Puts the cursor on the pitfall. */
  async goTo() {
    await this.workbench.goTo(this.line, this.column);
  }
}
