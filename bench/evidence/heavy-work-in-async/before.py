"""How late a ticking coroutine gets while another one compresses."""

import asyncio
import sys
import time
import zlib

TICK = 0.002
DATA = bytes(range(256)) * 100_000


async def tick(late, done):
    while not done.is_set():
        started = time.perf_counter()
        await asyncio.sleep(TICK)
        late.append(time.perf_counter() - started - TICK)


async def work():
    return len(zlib.compress(DATA))


async def main():
    late, done = [], asyncio.Event()
    ticker = asyncio.create_task(tick(late, done))
    await asyncio.sleep(0.01)
    print(await work())
    done.set()
    await ticker
    print(f"worst_delay_of_another_coroutine={max(late)}", file=sys.stderr)


asyncio.run(main())
