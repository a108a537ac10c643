import assert from "node:assert/strict";
import { test } from "node:test";
import { WorkTracker } from "../src/workTracker";

test("sums up the work that began last and has not ended", () => {
  const work = new WorkTracker();
  assert.equal(work.summary(), undefined);
  work.take("a", { kind: "begin", title: "perf-review: indexing sglang", percentage: 0 });
  assert.equal(work.summary(), "indexing sglang 0%");
  work.take("b", { kind: "begin", title: "scanning" });
  assert.equal(work.summary(), "scanning");
  work.take("a", { kind: "report", percentage: 40 });
  work.take("b", { kind: "end" });
  assert.equal(work.summary(), "indexing sglang 40%");
  work.take("a", { kind: "report", message: "4 of 10 files" });
  assert.equal(work.summary(), "indexing sglang 40%");
  work.take("a", { kind: "end" });
  assert.equal(work.summary(), undefined);
});
