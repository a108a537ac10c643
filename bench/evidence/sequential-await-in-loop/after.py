"""Ten downloads, all under way at once."""

import asyncio
import sys
import time


async def download(number):
    await asyncio.sleep(0.02)
    return number * number


async def main():
    started = time.perf_counter()
    results = await asyncio.gather(*(download(number) for number in range(10)))
    print(f"seconds={time.perf_counter() - started}", file=sys.stderr)
    print(sum(results))


asyncio.run(main())
