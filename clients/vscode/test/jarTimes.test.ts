import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { test } from "node:test";
import { restoreJarTimes } from "../src/jarTimes";

function distribution(files: Record<string, string>): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "perf-review-jars-"));
  fs.mkdirSync(path.join(folder, "lib"));
  for (const [name, content] of Object.entries(files)) {
    fs.writeFileSync(path.join(folder, name), content);
  }
  return folder;
}

test("jars get the recorded time back, and nothing else does", (context) => {
  const folder = distribution({ "jar-time": "2026-01-01T00:00:00.000Z\n", "lib/a.jar": "", "lib/a.aot": "" });
  context.after(() => {
    fs.rmSync(folder, { recursive: true });
  });
  restoreJarTimes(folder);
  const time = (name: string): string => fs.statSync(path.join(folder, name)).mtime.toISOString();
  assert.equal(time("lib/a.jar"), "2026-01-01T00:00:00.000Z");
  assert.notEqual(time("lib/a.aot"), "2026-01-01T00:00:00.000Z");
});

test("a distribution without a record is left as it is", (context) => {
  const folder = distribution({ "lib/a.jar": "" });
  context.after(() => {
    fs.rmSync(folder, { recursive: true });
  });
  const before = fs.statSync(path.join(folder, "lib/a.jar")).mtimeMs;
  restoreJarTimes(folder);
  assert.equal(fs.statSync(path.join(folder, "lib/a.jar")).mtimeMs, before);
});
