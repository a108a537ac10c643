#@ path: python/sglang/srt/managers/scheduler.py
"""Look-alikes of messages that are put together too early."""
import logging

import structlog
from loguru import logger as loguru_logger

logger = logging.getLogger(__name__)
structured = structlog.get_logger()


def lazily(x):
    logger.debug("a %s", x)
    logger.debug(f"no placeholder")
    logger.debug(f"{{}}" "constant")
    logger.debug("a" "b")
    logger.debug("a" + "b")
    logger.debug(x)
    logger.debug("sum %s", x + 1)
    logger.debug()


def at_higher_levels(x, requests: list):
    logger.info(f"a {x} of {requests}")
    logger.info("a %s" % x)
    logging.info("a " + str(x))
    logger.log(logging.INFO, f"a {x}")
    logger.warning(f"a {x}")
    logger.error(f"a {x}")
    try:
        x()
    except ValueError as error:
        logger.exception(f"a {error}")
        logger.critical("a %s" % error)
        logger.debug(f"after an error: {error}")
    logger.log(logging.ERROR, f"a {x}")
    logger.log(x, f"a {x}")


class Guarded:
    def __init__(self, debug):
        self.enable_debug = debug

    def run(self, x):
        if logger.isEnabledFor(logging.DEBUG):
            logger.debug(f"a {x}")
        if self.enable_debug and x:
            for y in x:
                logger.debug(f"a {y}")
        if x is None:
            pass
        elif self.enable_debug:
            logger.debug(f"a {x}")

    def after_a_return(self, x):
        if not logger.isEnabledFor(logging.DEBUG):
            return
        logger.debug(f"a {x}")


class Record:
    def debug(self, text):
        pass


def other_objects(record: Record, unknown, x):
    record.debug(f"a {x}")
    unknown.debug(f"a {x}")
    loguru_logger.debug(f"a {x}")
    structured.debug(f"a {x}")
    print(f"a {x}")


def shadowed(logger, x):
    logger.debug(f"a {x}")
