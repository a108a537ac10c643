#@ path: python/sglang/srt/managers/scheduler.py
"""Messages that are put together too early."""
import logging
from logging import getLogger

import numpy as np
import torch

from sglang.srt.utils.log_utils import init_logger, logger as shared

logger = logging.getLogger(__name__)
log = init_logger(__name__)


class Scheduler:
    def __init__(self):
        self.logger = getLogger("scheduler")

    def f_strings(self, x, y, width):
        logger.debug("a %s", x)
        logger.debug("a %r and %s and %a", x, y, x, exc_info=True)
        logger.debug("100%% of %s in {braces} }", x)
        logger.debug("x=%r x + 1 = %r y=%s", x, x + 1, y)
        logger.debug('%s %s', x["key"], ", ".join(y))
        logger.debug(
            "first %s "
            "second 5%% {not a field} "
            r"third \d %s", x, y,
            extra={"a": 1},
        )
        logger.debug(("in %s parentheses"), x)
        logger.debug("""several
lines %s
""", x)
        logger.debug("%s %s %s %s %s", x if y else None, (x, y), lambda_of(x), (z := x), [i for i in y])
        self.logger.debug("mine %s", x)
        log.debug("made %s", x)
        shared.debug("shared %s", x)
        logging.debug("root %s", x)
        logger.log(logging.DEBUG, "with level %s", x)
        logger.getChild("child").debug("child %s", x)
        logger.debug("emoji 😀 %s", x)

    def with_specifications(self, x, y, width):
        logger.debug(f"took {x:.2f} s for {y:5d}")
        logger.debug(f"took {x:>10}")
        logger.debug(f"took {x:,}")
        logger.debug(f"took {x:{width}}")
        logger.debug(f"took {x!r:>10}")

    def no_fix(self, x, y, *args):
        logger.debug(f"a {x} %s", y)
        logger.debug(f"a {x}", *args)
        logger.debug(f"hidden \x25s {x}")
        logger.debug("took %s", f"{x}")

    def other_ways(self, x, y: str, *args):
        logger.debug("a %s", 1)
        logger.debug("a %s %5.1f%%", x, 2)
        logger.debug("a %s" % x)
        logger.debug("a %(x)s" % x)
        logger.debug("a %s %s" % x)
        logger.debug("a %s 5%% %s", x, y)
        logger.debug("a {0} {name}".format(x, name=y))
        logger.debug("a %s", y)
        logger.debug("a %s 5%% %s.", x, y)
        logger.debug("%s", x)
        logger.debug("a %s", x)
        logger.debug("a %d %s", 1, str(x))
        logger.debug("a " + f"{x}")

    async def awaits(self, x):
        logger.debug("a %s %s", await x.value(), (yield x))

    def in_many_words(self, running: list, by_rid: dict[str, int], lengths):
        logger.debug("running %s", running)
        logger.debug("%s of them: %s", len(running), by_rid)
        logger.debug("lengths %s", by_rid.values())
        logger.debug("%s of %s", 1, running)
        logger.debug("%s of %s", 1, running)
        logger.debug("lengths %s", running)
        logger.debug("lengths %s of %s", np.cumsum(lengths), torch.tensor(lengths))
        logger.debug("ids %s", [request.rid for request in running])
        logger.debug("ids %s", ", ".join(request.rid for request in running))
