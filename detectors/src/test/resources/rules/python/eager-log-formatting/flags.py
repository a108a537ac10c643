#@ path: python/sglang/srt/managers/scheduler.py
"""Messages that are put together too early."""
import logging
from logging import getLogger

from sglang.srt.utils.log_utils import init_logger, logger as shared

logger = logging.getLogger(__name__)
log = init_logger(__name__)


class Scheduler:
    def __init__(self):
        self.logger = getLogger("scheduler")

    def f_strings(self, x, y, width):
        logger.debug(f"a {x}")
        logger.info(f"a {x!r} and {y!s} and {x!a}", exc_info=True)
        logger.debug(f"100% of {x} in {{braces}} }}")
        logger.debug(f"{x=} {x + 1 = } {y=!s}")
        logger.debug(f'{x["key"]} {", ".join(y)}')
        logger.debug(
            f"first {x} "
            "second 5% {not a field} "
            rf"third \d {y}",
            extra={"a": 1},
        )
        logger.debug((f"in {x} parentheses"))
        logger.debug(f"""several
lines {x}
""")
        logger.debug(f"{x if y else None} {x, y} {lambda_of(x)} {(z := x)} {[i for i in y]}")
        self.logger.debug(f"mine {x}")
        log.info(f"made {x}")
        shared.debug(f"shared {x}")
        logging.debug(f"root {x}")
        logger.log(logging.DEBUG, f"with level {x}")
        logger.getChild("child").debug(f"child {x}")
        logger.debug(f"emoji 😀 {x}")

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
        logger.debug("a %s" % 1)
        logger.debug("a %s %5.1f%%" % (x, 2))
        logger.debug("a %s" % x)
        logger.debug("a %(x)s" % x)
        logger.debug("a %s %s" % x)
        logger.debug("a {} 5% {}".format(x, y))
        logger.debug("a {0} {name}".format(x, name=y))
        logger.debug("a " + y)
        logger.debug("a " + str(x) + " 5% " + y + ".")
        logger.debug(str(x))
        logger.debug("a %s", str(x))
        logger.debug("a %d %s", 1, str(x))
        logger.debug("a " + f"{x}")

    async def awaits(self, x):
        logger.debug(f"a {await x.value()} {(yield x)}")
