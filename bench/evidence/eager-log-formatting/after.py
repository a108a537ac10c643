"""A scheduler step that logs its batch with `debug` off."""

import logging
from dataclasses import dataclass

logging.basicConfig(level=logging.WARNING)
logger = logging.getLogger("scheduler")


@dataclass
class Req:
    rid: str
    output_len: int


batch = [Req(f"request-{i}", i) for i in range(32)]
steps = 0
for step in range(5_000):
    logger.debug("step %s: running %s", step, batch)
    steps += len(batch)
print(steps)
