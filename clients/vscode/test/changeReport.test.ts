import assert from "node:assert/strict";
import { test } from "node:test";
import { reportOf } from "../src/changeReport";

test("the report is the file that the server names", () => {
  assert.equal(reportOf({ impact: "minor", uri: "file:///cache/a.review.md" }), "file:///cache/a.review.md");
});

test("there is no report where nothing has changed, or the review was given up", () => {
  assert.equal(reportOf({ impact: "negligible", markdown: "" }), undefined);
  assert.equal(reportOf({ uri: 7 }), undefined);
  assert.equal(reportOf(undefined), undefined);
  assert.equal(reportOf(null), undefined);
});
