"""Logs in each way that the safe fix changes and prints what arrives."""

import asyncio
import logging
import sys

logging.basicConfig(level=logging.DEBUG, stream=sys.stdout, format="%(levelname)s|%(message)s")
logging.getLogger("asyncio").setLevel(logging.WARNING)
logger = logging.getLogger("run")


class Value:
    def __init__(self, name):
        self.name = name

    def __str__(self):
        return f"str:{self.name}"

    def __repr__(self):
        return f"repr:{self.name}"


class Batch:
    def __init__(self, items):
        self.logger = logging.getLogger("run.batch")
        self.items = items

    def show(self):
        self.logger.debug(f"batch of {len(self.items)}: {self.items}")


def f_strings(x, y):
    logger.debug(f"a {x}")
    logger.debug(f"a {x!r} and {y!s} and {'ä'!a}", extra={"a": 1})
    logger.debug(f"100% of {x} in {{braces}} }}")
    logger.debug(f"{x=} {1 + 1 = } {y=!s}")
    logger.debug(f'{ {"key": 1}["key"] } {", ".join(y)}')
    logger.debug(
        f"first {x} "
        "second 5% {not a field} "
        rf"third \d {y}",
    )
    logger.debug((f"in {x} parentheses"))
    logger.debug(f"""several
lines {x} %s
""")
    logger.debug(f"{x if y else None} {x, y} {(z := 3)} {z} {[i for i in y]} {(lambda: 1)()}")
    logger.log(logging.DEBUG, f"with level {x}")
    logging.debug(f"root {x}\t{y}\n")
    logger.debug(f"one mapping { {'a': 1} }")
    logger.debug(f"one tuple {(1, 2)} {()}")
    logger.debug(f"emoji 😀 {x} \N{BULLET}")
    logger.debug(f"emoji 😀 {x}")


def other_ways(x, y: str):
    logger.debug("a %s" % 1)
    logger.debug("a %s %5.1f%% %r" % (x, 2, x))
    logger.debug("a {} 5% {}".format(x, y))
    logger.debug("a " + y)
    logger.debug("a " + str(x) + " 5% " + y + ".")
    logger.debug(str(x))
    logger.debug("a %s", str(x))
    logger.debug("empty %s", str({}))


async def value(x):
    return x


async def awaits(x):
    logger.debug(f"a {await value(x)} {await value(1)}")


f_strings(Value("x"), ["p", "q"])
other_ways(Value("x"), "y")
Batch([Value("1"), Value("2")]).show()
asyncio.run(awaits(Value("x")))
