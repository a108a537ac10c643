import assert from "node:assert/strict";
import { test } from "node:test";
import { RestartBackoff } from "../src/restartBackoff";

test("crashes in quick succession are answered ever later, until the limit", () => {
  const backoff = new RestartBackoff([10, 40], 1000, () => 0);
  assert.deepEqual(
    [backoff.delayAfterCrash(), backoff.delayAfterCrash(), backoff.delayAfterCrash()],
    [10, 40, undefined],
  );
});

test("crashes that lie outside the window no longer count", () => {
  let now = 0;
  const backoff = new RestartBackoff([10], 1000, () => now);
  assert.equal(backoff.delayAfterCrash(), 10);
  now = 999;
  assert.equal(backoff.delayAfterCrash(), undefined);
  now = 3000;
  assert.equal(backoff.delayAfterCrash(), 10);
});
