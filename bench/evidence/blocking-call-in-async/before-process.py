"""How late a ticking coroutine gets while another one waits for a process."""

import asyncio
import subprocess
import sys
import time

TICK = 0.002


async def tick(late, done):
    while not done.is_set():
        started = time.perf_counter()
        await asyncio.sleep(TICK)
        late.append(time.perf_counter() - started - TICK)


async def work():
    return subprocess.run([sys.executable, "-c", "import time; time.sleep(0.1)"]).returncode


async def main():
    late, done = [], asyncio.Event()
    ticker = asyncio.create_task(tick(late, done))
    await asyncio.sleep(0.01)
    print(await work())
    done.set()
    await ticker
    print(f"worst_delay_of_another_coroutine={max(late)}", file=sys.stderr)


asyncio.run(main())
