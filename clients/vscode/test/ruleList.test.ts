import assert from "node:assert/strict";
import { test } from "node:test";
import { parseRules } from "../src/ruleList";

test("a rule of two languages is one rule", () => {
  const entry = (id: string, language: string): object => ({ id, language, summary: `${id} in ${language}` });
  const json = JSON.stringify([entry("a", "python"), entry("a", "rust"), entry("b", "rust")]);
  assert.deepEqual(parseRules(json), [
    { id: "a", languages: ["python", "rust"], summary: "a in python" },
    { id: "b", languages: ["rust"], summary: "b in rust" },
  ]);
});
