"""Time that does not pass while this process stands still: a machine that sleeps, or a stopped process, is no slow server."""

import threading
import time

TICK = 0.2
LONGEST = 5 * TICK

_awake = 0.0


def awake() -> float:
    """Seconds that this process was running since the first call."""
    return _awake


def _run() -> None:
    global _awake
    last = time.monotonic()
    while True:
        time.sleep(TICK)
        now = time.monotonic()
        _awake += min(now - last, LONGEST)
        last = now


threading.Thread(target=_run, daemon=True).start()
