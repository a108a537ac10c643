import assert from "node:assert/strict";
import { test } from "node:test";
import { locateServer, type SearchPlaces } from "../src/locateServer";

function places(executables: string[], overrides: Partial<SearchPlaces> = {}): SearchPlaces {
  return {
    configuredPath: "",
    extensionFolder: "/ext",
    bundledPlatform: undefined,
    searchPath: "/usr/bin:/opt/bin",
    homeFolder: "/home/ada",
    platform: "linux",
    architecture: "x64",
    inspect: (file) => (executables.includes(file) ? "program" : "absent"),
    ...overrides,
  };
}

test("the setting comes before the bundled server and the PATH", () => {
  const all = ["/own/perf-review", "/ext/server/bin/perf-review", "/usr/bin/perf-review"];
  assert.deepEqual(locateServer(places(all, { configuredPath: "/own/perf-review" })), {
    program: "/own/perf-review",
    origin: "setting",
  });
});

test("the setting may name the folder of a distribution", () => {
  assert.deepEqual(locateServer(places(["/own/dist/bin/perf-review"], { configuredPath: "/own/dist" })), {
    program: "/own/dist/bin/perf-review",
    origin: "setting",
  });
});

test("the setting may start at the home folder", () => {
  assert.deepEqual(locateServer(places(["/home/ada/pr/bin/perf-review"], { configuredPath: "~/pr" })), {
    program: "/home/ada/pr/bin/perf-review",
    origin: "setting",
  });
});

test("a setting that names nothing runnable is a problem even where another server is there", () => {
  assert.deepEqual(locateServer(places(["/ext/server/bin/perf-review"], { configuredPath: "/gone" })), {
    problem:
      "the setting perfReview.server.path is /gone, which is neither a program nor a perf-review distribution",
    bySetting: true,
  });
});

test("the bundled server comes before the PATH", () => {
  assert.deepEqual(locateServer(places(["/ext/server/bin/perf-review", "/usr/bin/perf-review"])), {
    program: "/ext/server/bin/perf-review",
    origin: "bundled",
  });
});

test("the first folder of the PATH that has it wins, and relative folders are passed over", () => {
  const executables = ["bin/perf-review", "/opt/bin/perf-review"];
  assert.deepEqual(locateServer(places(executables, { searchPath: "bin::/usr/bin:/opt/bin" })), {
    program: "/opt/bin/perf-review",
    origin: "path",
  });
});

test("on Windows the program is the batch file", () => {
  const bundled = String.raw`C:\ext\server\bin\perf-review.bat`;
  assert.deepEqual(
    locateServer(
      places([bundled], { extensionFolder: String.raw`C:\ext`, platform: "win32", searchPath: "" }),
    ),
    { program: bundled, origin: "bundled" },
  );
});

test("nothing anywhere is a problem", () => {
  assert.deepEqual(locateServer(places([])), {
    problem: "this build of the extension carries no server, and there is no perf-review on the PATH",
    bySetting: true,
  });
});

test("what may not be executed is told apart from what is not there", () => {
  const inspect = (): "not-executable" => "not-executable";
  assert.deepEqual(locateServer(places([], { configuredPath: "/own/dist", inspect })), {
    problem:
      "/own/dist/bin/perf-review, which the setting perfReview.server.path names, may not be executed by you",
    bySetting: true,
  });
  assert.deepEqual(locateServer(places([], { inspect })), {
    problem:
      "/ext/server/bin/perf-review, which came with the extension, may not be executed by you; install the extension again",
    bySetting: false,
  });
});

test("a build for another platform is a problem, unless the setting names a server", () => {
  const all = ["/ext/server/bin/perf-review", "/own/perf-review"];
  assert.deepEqual(locateServer(places(all, { bundledPlatform: "darwin-arm64" })), {
    problem:
      "this build of the extension is for darwin-arm64, and this machine is linux-x64; install the build for linux-x64",
    bySetting: false,
  });
  assert.deepEqual(
    locateServer(places(all, { bundledPlatform: "darwin-arm64", configuredPath: "/own/perf-review" })),
    { program: "/own/perf-review", origin: "setting" },
  );
  assert.deepEqual(locateServer(places(all, { bundledPlatform: "linux-x64" })), {
    program: "/ext/server/bin/perf-review",
    origin: "bundled",
  });
});
