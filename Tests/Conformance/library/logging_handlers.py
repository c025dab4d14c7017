"""Handlers of logging: those of files, memory and queues, what ends them, and what they say when they fail."""
import io
import logging
import logging.config
import logging.handlers
import os
import queue
import sys
import warnings

logging.raiseExceptions = True
NAME = "logging_handlers.tmp"


class Shown(logging.Handler):
    def emit(self, record):
        print("  shown:", record.levelname, repr(record.msg), record.args, self.format(record))

    def close(self):
        print("  closed:", self.name)
        super().close()


def remove():
    for name in sorted(os.listdir(".")):
        if name.startswith(NAME):
            os.remove(name)


def listed():
    return {name: open(name).read() for name in sorted(os.listdir(".")) if name.startswith(NAME)}


def attempt(what, *args, **kwargs):
    try:
        print("  ", what(*args, **kwargs))
    except Exception as error:
        print("  ", type(error).__name__, error)


logger = logging.getLogger("handlers")
logger.propagate = False
logger.setLevel(logging.DEBUG)

print("files")
remove()
handler = logging.FileHandler(NAME, "w", encoding="utf-8")
logger.addHandler(handler)
logger.info("one %s", "é")
logger.info("two")
print(handler.baseFilename == os.path.abspath(NAME), handler.mode, handler.encoding, handler.delay, handler.errors)
handler.close()
print(handler.stream, listed())
logger.info("after it was closed")
print(listed())
logger.removeHandler(handler)
remove()
handler = logging.FileHandler(NAME, delay=True)
print(handler.stream, os.path.exists(NAME))
logger.addHandler(handler)
logger.info("late")
print(listed())
handler.close()
logger.removeHandler(handler)
logging.basicConfig(filename=NAME, filemode="wb", force=True)
print(type(logging.root.handlers[0]).__name__, logging.root.handlers[0].mode)
logging.basicConfig(handlers=[], force=True)

print("files by size: bytes of the file and characters of the text")
for text, limit in (("x" * 10, 22), ("x" * 10, 21), ("é" * 10, 32), ("é" * 10, 31)):
    remove()
    handler = logging.handlers.RotatingFileHandler(NAME, maxBytes=limit, backupCount=2, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(message)s"))
    logger.addHandler(handler)
    for count in range(4):
        logger.info(text)
    handler.close()
    logger.removeHandler(handler)
    print(limit, {name: len(content) for name, content in listed().items()})
remove()
handler = logging.handlers.RotatingFileHandler(NAME, maxBytes=1, backupCount=1)
handler.namer = lambda name: name + ".old"
handler.rotator = lambda source, dest: print("  rotates", os.path.basename(source), os.path.basename(dest))
logger.addHandler(handler)
logger.info("first")
handler.close()
logger.removeHandler(handler)

print("files by time")
remove()
for when in ("S", "m", "H", "D", "midnight", "W3"):
    handler = logging.handlers.TimedRotatingFileHandler(NAME, when, 2, 3, delay=True, utc=True)
    print(when, handler.when, handler.interval, handler.suffix, handler.extMatch.pattern.replace(r"\d", "[0-9]").count("["),
          [handler.computeRollover(moment) - moment for moment in (0, 86399, 86400, 1000000000, 1234567890)])
    handler.close()
for when in ("W", "W7", "Wx", "Q"):
    attempt(logging.handlers.TimedRotatingFileHandler, NAME, when, delay=True)
handler = logging.handlers.TimedRotatingFileHandler(NAME, "s", 1, 2, delay=True)
for stamp in ("2001-01-01_00-00-00", "2001-01-01_00-00-01", "2002-01-01_00-00-00", "2003-01-01_00-00-00", "no date"):
    open(f"{NAME}.{stamp}", "w").close()
print([os.path.basename(name) for name in handler.getFilesToDelete()])
remove()
watched = logging.handlers.WatchedFileHandler(NAME, delay=True)
print(watched.dev, watched.ino, watched.stream)

print("memory")
target = Shown()
target.set_name("target")
memory = logging.handlers.MemoryHandler(3, logging.ERROR, target)
logger.addHandler(memory)
logger.info("kept")
print(len(memory.buffer))
logger.info("kept, too")
logger.info("and now all go on")
logger.error("at once")
logger.info("until the end")
memory.close()
print(memory.target, len(memory.buffer))
logger.removeHandler(memory)
forgets = logging.handlers.MemoryHandler(3, target=target, flushOnClose=False)
forgets.handle(logging.makeLogRecord({"msg": "forgotten", "levelname": "INFO", "levelno": 20}))
forgets.close()

print("queues")
waiting = queue.Queue()
sender = logging.handlers.QueueHandler(waiting)
sender.setFormatter(logging.Formatter("%(name)s: %(message)s"))
logger.addHandler(sender)
listener = logging.handlers.QueueListener(waiting, target, respect_handler_level=True)
target.setLevel(logging.WARNING)
try:
    raise ValueError("cause")
except ValueError:
    logger.info("not for the target")
    logger.warning("for %s", "it", exc_info=True)
listener.start()
listener.stop()
attempt(waiting.task_done)
logger.removeHandler(sender)

print("shutdown")


class Ends:
    def __init__(self, name, **faults):
        self.name, self.faults = name, faults

    def _do(self, what):
        print("  ", self.name, what)
        if what in self.faults:
            raise self.faults[what]

    def acquire(self):
        self._do("acquire")

    def release(self):
        self._do("release")

    def flush(self):
        self._do("flush")

    def close(self):
        self._do("close")


import weakref

kept = [Ends("plain"), Ends("closed", flush=ValueError("closed file")), Ends("broken", close=OSError("disk"))]
logging.shutdown([weakref.ref(each) for each in kept])
worse = Ends("worse", flush=TypeError("bad"))
attempt(logging.shutdown, [weakref.ref(worse)])
logging.raiseExceptions = False
attempt(logging.shutdown, [weakref.ref(worse)])
logging.raiseExceptions = True

print("errors")
old, sys.stderr = sys.stderr, io.StringIO()
broken = logging.StreamHandler(io.StringIO())
logger.addHandler(broken)
logger.info("%d items", "no number")
text, sys.stderr = sys.stderr.getvalue(), old
print(text.startswith("--- Logging error ---\nTraceback (most recent call last):\n"), "\nCall stack:\n" in text)
print(text[text.index("Message:"):])
print("TypeError: %d format: a real number is required, not str\n" in text)
old, sys.stderr = sys.stderr, io.StringIO()


class Unshown:
    def __str__(self):
        raise RuntimeError("no text")

    __repr__ = __str__


logger.info(Unshown())
text, sys.stderr = sys.stderr.getvalue(), old
print(text[text.index("Unable to"):])
logger.removeHandler(broken)

print("warnings")
shown = Shown()
caught = logging.getLogger("py.warnings")
caught.addHandler(shown)
caught.propagate = False
logging.captureWarnings(True)
with warnings.catch_warnings():
    warnings.simplefilter("always")
    shown.setFormatter(logging.Formatter("%(levelname)s"))
    caught.handle(logging.makeLogRecord({"msg": "as it is", "levelname": "WARNING", "levelno": 30, "args": ()}))
logging.captureWarnings(False)
caught.removeHandler(shown)

print("exceptions without their tracebacks")
try:
    raise ValueError("raised")
except ValueError as caught:
    kept = caught
print(logging.Formatter().formatException((ValueError, kept, None)))
print(logging.Formatter().formatException((None, None, None)))
print("reprs and annotations")
named = io.StringIO()
named.name = 3
print(logging.StreamHandler(named), logging.NullHandler(), logging.handlers.QueueHandler(waiting))
print(logging.StreamHandler[str], logging.LoggerAdapter[logging.Logger])
adapter = logging.LoggerAdapter(logging.LoggerAdapter(logger, {"inner": 1}), {"outer": 2})
print(adapter, adapter.name, adapter.process("text", {}), adapter.isEnabledFor(10), adapter.hasHandlers())

remove()
last = logging.handlers.MemoryHandler(10, target=shown)
logger.addHandler(last)
logger.info("shown at the end")
shown.set_name("last")
print("end")
