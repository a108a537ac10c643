"""Eight small jobs for each of many requests, on a pool made for each request."""

import sys
import time
from concurrent.futures import ThreadPoolExecutor


def main():
    total = 0
    pool = ThreadPoolExecutor(8)
    started = time.perf_counter()
    for request in range(200):
        with ThreadPoolExecutor(8) as pool:
            total += sum(pool.map(abs, range(-8, 0)))
    print(f"seconds={time.perf_counter() - started}", file=sys.stderr)
    print(total)


main()
