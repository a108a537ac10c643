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
        logger.debug(f"a {x}")
        #~           ^^^^^^^^ eager-log-formatting minor
        logger.debug(f"a {x!r} and {y!s} and {x!a}", exc_info=True)
        #~           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ eager-log-formatting minor
        logger.debug(f"100% of {x} in {{braces}} }}")
        #~           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ eager-log-formatting minor
        logger.debug(f"{x=} {x + 1 = } {y=!s}")
        #~           ^^^^^^^^^^^^^^^^^^^^^^^^^ eager-log-formatting minor
        logger.debug(f'{x["key"]} {", ".join(y)}')
        #~           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ eager-log-formatting minor
        logger.debug(
            f"first {x} "
#~ [12..+2:28] eager-log-formatting minor
            "second 5% {not a field} "
            rf"third \d {y}",
            extra={"a": 1},
        )
        logger.debug((f"in {x} parentheses"))
        #~           ^^^^^^^^^^^^^^^^^^^^^^^ eager-log-formatting minor
        logger.debug(f"""several
#~ [21..+2:3] eager-log-formatting minor
lines {x}
""")
        logger.debug(f"{x if y else None} {x, y} {lambda_of(x)} {(z := x)} {[i for i in y]}")
        #~           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ eager-log-formatting moderate
        self.logger.debug(f"mine {x}")
        #~                ^^^^^^^^^^^ eager-log-formatting minor
        log.debug(f"made {x}")
        #~        ^^^^^^^^^^^ eager-log-formatting minor
        shared.debug(f"shared {x}")
        #~           ^^^^^^^^^^^^^ eager-log-formatting minor
        logging.debug(f"root {x}")
        #~            ^^^^^^^^^^^ eager-log-formatting minor
        logger.log(logging.DEBUG, f"with level {x}")
        #~                        ^^^^^^^^^^^^^^^^^ eager-log-formatting minor
        logger.getChild("child").debug(f"child {x}")
        #~                             ^^^^^^^^^^^^ eager-log-formatting minor
        logger.debug(f"emoji 😀 {x}")
        #~           ^^^^^^^^^^^^^^^ eager-log-formatting minor

    def with_specifications(self, x, y, width):
        logger.debug(f"took {x:.2f} s for {y:5d}")
        #~           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ eager-log-formatting minor
        logger.debug(f"took {x:>10}")
        #~           ^^^^^^^^^^^^^^^ eager-log-formatting minor
        logger.debug(f"took {x:,}")
        #~           ^^^^^^^^^^^^^ eager-log-formatting minor
        logger.debug(f"took {x:{width}}")
        #~           ^^^^^^^^^^^^^^^^^^^ eager-log-formatting minor
        logger.debug(f"took {x!r:>10}")
        #~           ^^^^^^^^^^^^^^^^^ eager-log-formatting minor

    def no_fix(self, x, y, *args):
        logger.debug(f"a {x} %s", y)
        #~           ^^^^^^^^^^^ eager-log-formatting minor
        logger.debug(f"a {x}", *args)
        #~           ^^^^^^^^ eager-log-formatting minor
        logger.debug(f"hidden \x25s {x}")
        #~           ^^^^^^^^^^^^^^^^^^^ eager-log-formatting minor
        logger.debug("took %s", f"{x}")
        #~                      ^^^^^^ eager-log-formatting minor

    def other_ways(self, x, y: str, *args):
        logger.debug("a %s" % 1)
        #~           ^^^^^^^^^^ eager-log-formatting minor
        logger.debug("a %s %5.1f%%" % (x, 2))
        #~           ^^^^^^^^^^^^^^^^^^^^^^^ eager-log-formatting minor
        logger.debug("a %s" % x)
        #~           ^^^^^^^^^^ eager-log-formatting minor
        logger.debug("a %(x)s" % x)
        #~           ^^^^^^^^^^^^^ eager-log-formatting minor
        logger.debug("a %s %s" % x)
        #~           ^^^^^^^^^^^^^ eager-log-formatting minor
        logger.debug("a {} 5% {}".format(x, y))
        #~           ^^^^^^^^^^^^^^^^^^^^^^^^^ eager-log-formatting minor
        logger.debug("a {0} {name}".format(x, name=y))
        #~           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ eager-log-formatting minor
        logger.debug("a " + y)
        #~           ^^^^^^^^ eager-log-formatting minor
        logger.debug("a " + str(x) + " 5% " + y + ".")
        #~           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ eager-log-formatting minor
        logger.debug(str(x))
        #~           ^^^^^^ eager-log-formatting minor
        logger.debug("a %s", str(x))
        #~                   ^^^^^^ eager-log-formatting minor
        logger.debug("a %d %s", 1, str(x))
        #~                         ^^^^^^ eager-log-formatting minor
        logger.debug("a " + f"{x}")
        #~           ^^^^^^^^^^^^^ eager-log-formatting minor

    async def awaits(self, x):
        logger.debug(f"a {await x.value()} {(yield x)}")
        #~           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ eager-log-formatting minor

    def in_many_words(self, running: list, by_rid: dict[str, int], lengths):
        logger.debug(f"running {running}")
        #~           ^^^^^^^^^^^^^^^^^^^^ eager-log-formatting moderate
        logger.debug(f"{len(running)} of them: {by_rid}")
        #~           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ eager-log-formatting moderate
        logger.debug("lengths " + str(by_rid.values()))
        #~           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ eager-log-formatting moderate
        logger.debug("%s of %s" % (1, running))
        #~           ^^^^^^^^^^^^^^^^^^^^^^^^^ eager-log-formatting moderate
        logger.debug("{} of {}".format(1, running))
        #~           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ eager-log-formatting moderate
        logger.debug("lengths %s", str(running))
        #~                         ^^^^^^^^^^^^ eager-log-formatting moderate
        logger.debug(f"lengths {np.cumsum(lengths)} of {torch.tensor(lengths)}")
        #~           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ eager-log-formatting moderate
        logger.debug(f"ids {[request.rid for request in running]}")
        #~           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ eager-log-formatting moderate
        logger.debug("ids " + ", ".join(request.rid for request in running))
        #~           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ eager-log-formatting moderate
