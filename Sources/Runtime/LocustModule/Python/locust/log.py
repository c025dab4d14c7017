"""The log, as far as specs set it up themselves; `--loglevel` and `--logfile` do it without them."""

import collections
import logging
import os
import socket

import _engine

HOSTNAME = socket.gethostname().partition(".")[0]
unhandled_greenlet_exception = False


class LogReader(logging.Handler):
    """Keeps the last lines of what it is given."""

    def __init__(self):
        super().__init__()
        self.logs = collections.deque(maxlen=500)

    def emit(self, record):
        self.logs.append(self.format(record))


def setup_logging(loglevel, logfile=None):
    """Sets the level of the log; with `logfile` what the spec logs is written to that file, too."""
    root = logging.getLogger()
    root.setLevel(loglevel.upper())
    if logfile:
        folder = os.path.dirname(logfile)
        if folder:
            os.makedirs(folder, exist_ok=True)
        handler = logging.FileHandler(logfile)
        handler.setFormatter(logging.Formatter(f"[%(asctime)s] {HOSTNAME}/%(levelname)s/%(name)s: %(message)s"))
        root.addHandler(handler)


def get_logs():
    """The last lines of this process's log."""
    return _engine.log_lines()


def greenlet_exception_logger(logger, level=logging.CRITICAL):
    """A function for `Greenlet.link_exception` that logs what a greenlet has raised."""

    def log(greenlet):
        global unhandled_greenlet_exception
        kind, error, _ = greenlet.exc_info
        if kind is SystemExit:
            logger.log(
                min(logging.INFO, level), f"sys.exit({error}) called (use log level DEBUG for callstack)"
            )
        logger.log(
            logging.DEBUG if kind is SystemExit else level, "Unhandled exception in greenlet: %s", greenlet,
            exc_info=greenlet.exc_info,
        )
        unhandled_greenlet_exception = True

    return log
