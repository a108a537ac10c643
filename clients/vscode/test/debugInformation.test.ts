import assert from "node:assert/strict";
import { test } from "node:test";
import { debugReport } from "../src/debugInformation";

test("the report holds all that is known, as Markdown", () => {
  const report = debugReport({
    extensionVersion: "0.1.0",
    editor: "Editor 1.100.0",
    platform: "linux-x64",
    remote: undefined,
    server: "/x/perf-review (bundled)",
    serverVersion: undefined,
    state: "perf-review failed: the server crashed",
    settings: { "perfReview.maxSeverity": "warning" },
    doctor: "no problems found\n",
  });
  assert.equal(
    report,
    [
      "### perf-review",
      "",
      "- extension: 0.1.0",
      "- editor: Editor 1.100.0",
      "- platform: linux-x64",
      "- remote: none",
      "- server: /x/perf-review (bundled)",
      "- server version: unknown",
      "- state: perf-review failed: the server crashed",
      "",
      "Settings:",
      "",
      "```",
      '{\n  "perfReview.maxSeverity": "warning"\n}',
      "```",
      "",
      "`perf-review doctor`:",
      "",
      "```",
      "no problems found",
      "```",
      "",
    ].join("\n"),
  );
});
