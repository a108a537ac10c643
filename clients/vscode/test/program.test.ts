import assert from "node:assert/strict";
import { test } from "node:test";
import { environment, invocation, run } from "../src/program";

test("a program is started without a shell", () => {
  assert.deepEqual(invocation("/opt/a b/perf-review", ["x y"]), {
    command: "/opt/a b/perf-review",
    args: ["x y"],
    shell: false,
  });
});

test("a batch file is started through the shell, with quotes around what holds spaces", () => {
  assert.deepEqual(
    invocation(String.raw`C:\Users\Ada L\perf-review.bat`, ["explain", "--stdio", String.raw`C:\x y.py`]),
    {
      command: String.raw`"C:\Users\Ada L\perf-review.bat"`,
      args: ["explain", "--stdio", String.raw`"C:\x y.py"`],
      shell: true,
    },
  );
});

test("options of the Java VM are added to those of the environment", (context) => {
  const before = process.env["PERF_REVIEW_JAVA_OPTIONS"];
  context.after(() => {
    if (before === undefined) {
      delete process.env["PERF_REVIEW_JAVA_OPTIONS"];
    } else {
      process.env["PERF_REVIEW_JAVA_OPTIONS"] = before;
    }
  });
  delete process.env["PERF_REVIEW_JAVA_OPTIONS"];
  assert.equal(environment([]), process.env);
  assert.equal(environment(["-Xmx1g", "-Xss2m"])["PERF_REVIEW_JAVA_OPTIONS"], "-Xmx1g -Xss2m");
  process.env["PERF_REVIEW_JAVA_OPTIONS"] = "-Xmx2g";
  assert.equal(environment(["-Xss2m"])["PERF_REVIEW_JAVA_OPTIONS"], "-Xmx2g -Xss2m");
});

test("running a program gives its output, or what it said when it failed", async () => {
  assert.equal(await run(process.execPath, ["-p", "1 + 1"]), "2\n");
  await assert.rejects(run(process.execPath, ["-e", "console.error('no such rule'); process.exit(2)"]), {
    message: "no such rule",
  });
});
