"""A scheduler step that logs its batch with `debug` off."""

import logging
import sys
import time
from dataclasses import dataclass

logging.basicConfig(level=logging.WARNING)
logger = logging.getLogger("scheduler")


@dataclass
class Req:
    rid: str
    output_len: int


batch = [Req(f"request-{i}", i) for i in range(32)]
logged = 0
started = time.perf_counter()
for step in range(5_000):
    logger.debug(f"step {step}: running {batch}")
    logged += len(batch)
print(f"seconds={time.perf_counter() - started}", file=sys.stderr)
print(logged)
