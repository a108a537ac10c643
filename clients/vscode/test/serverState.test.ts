import assert from "node:assert/strict";
import { test } from "node:test";
import { statusView } from "../src/serverState";

test("a ready server shows the number of findings, and a click leads to them", () => {
  const view = statusView({ kind: "ready", version: "1.2.3" }, 2);
  assert.equal(view.text, "$(dashboard) perf-review: 2");
  assert.equal(view.sentence, "perf-review 1.2.3 has 2 findings in this file");
  assert.equal(view.command, "workbench.actions.view.problems");
});

test("one finding and none are told in words", () => {
  const sentence = (count: number): string =>
    statusView({ kind: "ready", version: undefined }, count).sentence;
  assert.equal(sentence(1), "perf-review has 1 finding in this file");
  assert.equal(sentence(0), "perf-review has no findings in this file");
});

test("beside a file that is not reviewed there is no number", () => {
  assert.equal(statusView({ kind: "ready", version: "1" }, undefined).text, "$(dashboard) perf-review");
});

test("work, crashes and failures are told, and a click leads to the log", () => {
  const views = [
    statusView({ kind: "working", task: "indexing sglang 40%" }, 2),
    statusView({ kind: "restarting", delaySeconds: 4 }, 2),
    statusView({ kind: "failed", reason: "the server crashed" }, 2),
  ];
  assert.deepEqual(
    views.map(({ sentence }) => sentence),
    [
      "perf-review is indexing sglang 40%",
      "perf-review crashed and starts again in 4 s",
      "perf-review failed: the server crashed",
    ],
  );
  assert.deepEqual(
    views.map(({ failed, command }) => [failed, command]),
    [
      [false, "perfReview.showLog"],
      [false, "perfReview.showLog"],
      [true, "perfReview.showLog"],
    ],
  );
});
