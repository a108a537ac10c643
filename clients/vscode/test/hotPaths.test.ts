import assert from "node:assert/strict";
import { test } from "node:test";
import { hottestFirst, parseHotPaths } from "../src/hotPaths";

const heat = (name: string, line: number, word: string): object => ({ name, line, heat: word });

test("functions are listed hottest first, and by line where they are equally hot", () => {
  const functions = [heat("a", 1, "cold"), heat("c", 9, "step"), heat("b", 5, "step"), heat("d", 7, "token")];
  const json = JSON.stringify([{ path: "x.py", hotPaths: [], functions }]);
  assert.deepEqual(
    hottestFirst(parseHotPaths(json)).map(({ name }) => name),
    ["d", "b", "c", "a"],
  );
});

test("a file that cannot be read is an error", () => {
  const json = JSON.stringify([{ path: "x.py", hotPaths: [], problem: "is not text" }]);
  assert.throws(() => parseHotPaths(json), { message: "x.py is not text" });
});

test("a file that is left out has no functions", () => {
  assert.throws(() => parseHotPaths("[]"), { message: "this file is not one that is reviewed" });
});
