import assert from "node:assert/strict";
import { test } from "node:test";
import { type Crash, CrashReport, reasonOf } from "../src/crashReport";

function crashOf(live: (report: CrashReport) => void): Crash[] {
  const crashes: Crash[] = [];
  live(new CrashReport((crash) => crashes.push(crash)));
  return crashes;
}

test("a crash is told once, with the line above the frames of a stack", () => {
  const crashes = crashOf((report) => {
    report.noteRunning();
    report.noteErrorLine("java.lang.OutOfMemoryError: Java heap space");
    report.noteErrorLine("\tat dev.perfreview.SomeError.run(SomeError.java:1)");
    report.closed();
    report.startFailed("the connection got disposed");
  });
  assert.deepEqual(crashes, [{ wasRunning: true, lastWords: "java.lang.OutOfMemoryError: Java heap space" }]);
});

test("what the program says itself is its last words, without its name", () => {
  const crashes = crashOf((report) => {
    report.noteErrorLine("perf-review: Unknown option: '--x'");
    report.noteErrorLine("see --help");
    report.startFailed("the connection got disposed");
  });
  assert.deepEqual(crashes, [{ wasRunning: false, lastWords: "Unknown option: '--x'" }]);
});

test("a program that cannot be started has the library's reason", () => {
  const crashes = crashOf((report) => {
    report.startFailed("spawn EACCES");
  });
  assert.equal(
    crashes.map((crash) => reasonOf(crash)).join(),
    "the server ended while it was starting; the last that it said was “spawn EACCES”",
  );
});

test("the reason says how often the server crashed", () => {
  assert.equal(
    reasonOf({ wasRunning: true, lastWords: "" }, " 4 times within 3 minutes"),
    "the server crashed 4 times within 3 minutes",
  );
});
