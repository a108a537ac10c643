#!/usr/bin/env python3
"""Coroutines that sleep, before and after the fix."""
from __future__ import annotations

import time
from time import sleep as nap


async def ordered(log):
    log.append("start")
    time.sleep(0.01)
    nap(0.01)
    log.append("end")
    return log


async def in_expressions():
    nothing = time.sleep(0.001)
    return [nothing, time.sleep(0.001) or "slept", [time.sleep(0.001) for _ in range(2)]]


class Retry:
    def __init__(self):
        self.tries = 0

    async def run(self):
        while True:
            self.tries += 1
            if self.tries == 3:
                return self.tries
            time.sleep(
                # back off a little
                0.001 * self.tries
            )


def run(coroutine):
    import asyncio

    return asyncio.run(coroutine)


print(run(ordered([])))
print(run(in_expressions()))
print(run(Retry().run()))
started = time.perf_counter()
run(ordered([]))
print(time.perf_counter() - started >= 0.02)
