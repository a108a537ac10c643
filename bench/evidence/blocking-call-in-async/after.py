"""How late a ticking coroutine gets while another one awaits."""

import asyncio
import sys
import time

TICK = 0.002


async def tick(late, done):
    while not done.is_set():
        started = time.perf_counter()
        await asyncio.sleep(TICK)
        late.append(time.perf_counter() - started - TICK)


async def poll():
    for _ in range(5):
        await asyncio.sleep(0.05)


async def main():
    late, done = [], asyncio.Event()
    ticker = asyncio.create_task(tick(late, done))
    await asyncio.sleep(0.01)
    await poll()
    done.set()
    await ticker
    print("polled 5 times")
    print(f"worst_delay_of_another_coroutine={max(late)}", file=sys.stderr)


asyncio.run(main())
