import assert from "node:assert/strict";
import { test } from "node:test";
import { RestartLimit } from "../src/restartLimit";

test("crashes in quick succession are answered by a restart until the limit", () => {
  const limit = new RestartLimit(2, 1000, () => 0);
  assert.deepEqual(
    [limit.permitsRestart(), limit.permitsRestart(), limit.permitsRestart()],
    [true, true, false],
  );
});

test("crashes that lie outside the window no longer count", () => {
  let now = 0;
  const limit = new RestartLimit(1, 1000, () => now);
  assert.equal(limit.permitsRestart(), true);
  now = 999;
  assert.equal(limit.permitsRestart(), false);
  now = 3000;
  assert.equal(limit.permitsRestart(), true);
});
