"""Handlers that keep records for later, and files that begin anew. Those that open connections are refused."""
import logging as _logging
import os as _os
import re as _re
from stat import ST_DEV, ST_INO, ST_MTIME
import time as _time

DEFAULT_TCP_LOGGING_PORT = 9020
DEFAULT_UDP_LOGGING_PORT = 9021
DEFAULT_HTTP_LOGGING_PORT = 9022
DEFAULT_SOAP_LOGGING_PORT = 9023
SYSLOG_UDP_PORT = SYSLOG_TCP_PORT = 514
_DAY = 24 * 60 * 60


class BaseRotatingHandler(_logging.FileHandler):
    """A file that is put aside, for a new one, when `shouldRollover` says so."""

    namer = rotator = None

    def __init__(self, filename, mode, encoding=None, delay=False, errors=None):
        super().__init__(filename, mode=mode, encoding=encoding, delay=delay, errors=errors)

    def emit(self, record):
        try:
            if self.shouldRollover(record):
                self.doRollover()
            super().emit(record)
        except Exception:
            self.handleError(record)

    def rotation_filename(self, default_name):
        return self.namer(default_name) if callable(self.namer) else default_name

    def rotate(self, source, dest):
        if callable(self.rotator):
            self.rotator(source, dest)
        elif _os.path.exists(source):
            _os.rename(source, dest)

    def _put_aside(self, dest):
        if _os.path.exists(dest):
            _os.remove(dest)
        self.rotate(self.baseFilename, dest)

    def _is_no_file(self):
        """Whether something else has the file's name, such as a folder or a device, which is never put aside."""
        return _os.path.exists(self.baseFilename) and not _os.path.isfile(self.baseFilename)

    def _close_stream(self):
        if self.stream:
            self.stream.close()
            self.stream = None


class RotatingFileHandler(BaseRotatingHandler):
    """Begins anew when the file is full."""

    def __init__(self, filename, mode="a", maxBytes=0, backupCount=0, encoding=None, delay=False, errors=None):
        super().__init__(filename, "a" if maxBytes > 0 else mode, encoding=encoding, delay=delay, errors=errors)
        self.maxBytes, self.backupCount = maxBytes, backupCount

    def _aside(self, number):
        return self.rotation_filename(f"{self.baseFilename}.{number}")

    def doRollover(self):
        self._close_stream()
        for number in range(self.backupCount - 1, 0, -1):
            if _os.path.exists(self._aside(number)):
                if _os.path.exists(self._aside(number + 1)):
                    _os.remove(self._aside(number + 1))
                _os.rename(self._aside(number), self._aside(number + 1))
        if self.backupCount > 0:
            self._put_aside(self._aside(1))
        if not self.delay:
            self.stream = self._open()

    def shouldRollover(self, record):
        if self._is_no_file():
            return False
        if self.stream is None:
            self.stream = self._open()
        if self.maxBytes <= 0:
            return False
        # CPython adds the file's bytes and the characters of what is new.
        text = f"{self.format(record)}\n"
        self.stream.seek(0, 2)
        return self.stream.tell() + len(text) >= self.maxBytes


class TimedRotatingFileHandler(BaseRotatingHandler):
    """Begins anew after some time, or at midnight."""

    # How long each lasts, and how many numbers of the time the names of files put aside have.
    _UNITS = {"S": (1, 6), "M": (60, 5), "H": (3600, 4), "D": (_DAY, 3), "MIDNIGHT": (_DAY, 3), "W": (7 * _DAY, 3)}
    _PARTS = ("%Y", "-%m", "-%d", "_%H", "-%M", "-%S")

    def __init__(self, filename, when="h", interval=1, backupCount=0, encoding=None, delay=False, utc=False,
                 atTime=None, errors=None):
        super().__init__(filename, "a", encoding=encoding, delay=delay, errors=errors)
        self.when, self.backupCount, self.utc, self.atTime = when.upper(), backupCount, utc, atTime
        unit = self.when
        if unit.startswith("W"):
            if len(unit) != 2:
                raise ValueError(f"You must specify a day for weekly rollover from 0 to 6 (0 is Monday): {unit}")
            if not "0" <= unit[1] <= "6":
                raise ValueError(f"Invalid day specified for weekly rollover: {unit}")
            self.dayOfWeek, unit = int(unit[1]), "W"
        if unit not in self._UNITS:
            raise ValueError(f"Invalid rollover interval specified: {unit}")
        seconds, count = self._UNITS[unit]
        self.suffix = "".join(self._PARTS[:count])
        numbers = [f"{part[:-2]}[0-9]{{{4 if part == '%Y' else 2}}}" for part in self._PARTS[:count]]
        self.extMatch = _re.compile("^" + "".join(numbers) + r"(\.\w+)?$", _re.ASCII)
        self.interval = seconds * interval
        path = self.baseFilename
        begun = _os.stat(path).st_mtime if _os.path.exists(path) else _time.time()
        self.rolloverAt = self.computeRollover(int(begun))

    def computeRollover(self, currentTime):
        if self.when != "MIDNIGHT" and not self.when.startswith("W"):
            return currentTime + self.interval
        now = _time.gmtime(currentTime) if self.utc else _time.localtime(currentTime)
        at = self.atTime
        turn = _DAY if at is None else at.hour * 3600 + at.minute * 60 + at.second
        left = turn - (now.tm_hour * 3600 + now.tm_min * 60 + now.tm_sec)
        weekday = now.tm_wday
        if left <= 0:
            left += _DAY
            weekday = (weekday + 1) % 7
        if self.when.startswith("W"):
            left += (self.dayOfWeek - weekday) % 7 * _DAY
        return currentTime + left

    def shouldRollover(self, record):
        now = int(_time.time())
        if now < self.rolloverAt:
            return False
        if self._is_no_file():
            self.rolloverAt = self.computeRollover(now)
            return False
        return True

    def getFilesToDelete(self):
        """The oldest of those put aside, beyond the number that is kept."""
        folder, name = _os.path.split(self.baseFilename)
        stem, extension = _os.path.splitext(name)
        aside = sorted([each for each in _os.listdir(folder) if self._is_aside(each, name, stem, extension)])
        return [_os.path.join(folder, each) for each in aside[:max(0, len(aside) - self.backupCount)]]

    def _is_aside(self, each, name, stem, extension):
        begin = len(stem) + 1
        if not each.startswith(name):
            if self.namer is None:
                return False
            # Those that a function named most likely have the time where the extension was.
            if each.endswith(extension) and len(each) > begin + 1 and not each[begin + 1].isdigit():
                return False
        return each.startswith(f"{stem}.") and any([self.extMatch.match(part) for part in each[begin:].split(".")])

    def doRollover(self):
        self._close_stream()
        begun = self.rolloverAt - self.interval
        moment = _time.gmtime(begun) if self.utc else _time.localtime(begun)
        self._put_aside(self.rotation_filename(f"{self.baseFilename}.{_time.strftime(self.suffix, moment)}"))
        if self.backupCount > 0:
            for path in self.getFilesToDelete():
                _os.remove(path)
        if not self.delay:
            self.stream = self._open()
        now = int(_time.time())
        self.rolloverAt = self.computeRollover(now)
        while self.rolloverAt <= now:
            self.rolloverAt += self.interval


class WatchedFileHandler(_logging.FileHandler):
    """Opens its file again when somebody has put it aside."""

    def __init__(self, filename, mode="a", encoding=None, delay=False, errors=None):
        super().__init__(filename, mode=mode, encoding=encoding, delay=delay, errors=errors)
        self.dev, self.ino = -1, -1
        self._look()

    def _look(self):
        if self.stream:
            found = _os.stat(self.baseFilename)
            self.dev, self.ino = found[ST_DEV], found[ST_INO]

    def reopenIfNeeded(self):
        if self.stream is not None and not _os.path.exists(self.baseFilename):
            self.stream.close()
            self.stream = self._open()
            self._look()

    def emit(self, record):
        self.reopenIfNeeded()
        super().emit(record)


class BufferingHandler(_logging.Handler):
    """Keeps records until there are enough."""

    def __init__(self, capacity):
        super().__init__()
        self.capacity, self.buffer = capacity, []

    def shouldFlush(self, record):
        return len(self.buffer) >= self.capacity

    def emit(self, record):
        self.buffer.append(record)
        if self.shouldFlush(record):
            self.flush()

    def flush(self):
        self.buffer.clear()

    def close(self):
        try:
            self.flush()
        finally:
            super().close()


class MemoryHandler(BufferingHandler):
    """Keeps records until there are enough or one is severe, then hands them on."""

    def __init__(self, capacity, flushLevel=_logging.ERROR, target=None, flushOnClose=True):
        super().__init__(capacity)
        self.flushLevel, self.target, self.flushOnClose = flushLevel, target, flushOnClose

    def shouldFlush(self, record):
        return super().shouldFlush(record) or record.levelno >= self.flushLevel

    def setTarget(self, target):
        self.target = target

    def flush(self):
        if self.target:
            for record in self.buffer:
                self.target.handle(record)
            self.buffer.clear()

    def close(self):
        try:
            if self.flushOnClose:
                self.flush()
        finally:
            self.target = None
            super().close()


class QueueHandler(_logging.Handler):
    """Puts records into a queue."""

    listener = None

    def __init__(self, queue):
        super().__init__()
        self.queue = queue

    def enqueue(self, record):
        self.queue.put_nowait(record)

    def prepare(self, record):
        import copy

        text = self.format(record)
        # Other handlers get the record as it was.
        record = copy.copy(record)
        record.message = record.msg = text
        record.args = record.exc_info = record.exc_text = record.stack_info = None
        return record

    def emit(self, record):
        try:
            self.enqueue(self.prepare(record))
        except Exception:
            self.handleError(record)


class QueueListener:
    """Takes records out of a queue, in a thread, and hands them to handlers."""

    _sentinel = None

    def __init__(self, queue, *handlers, respect_handler_level=False):
        self.queue, self.handlers, self.respect_handler_level = queue, handlers, respect_handler_level
        self._thread = None

    def dequeue(self, block):
        return self.queue.get(block)

    def prepare(self, record):
        return record

    def handle(self, record):
        record = self.prepare(record)
        for handler in self.handlers:
            if not self.respect_handler_level or record.levelno >= handler.level:
                handler.handle(record)

    def start(self):
        import threading

        self._thread = threading.Thread(target=self._monitor, daemon=True)
        self._thread.start()

    def _monitor(self):
        while True:
            record = self.dequeue(True)
            is_last = record is self._sentinel
            if not is_last:
                self.handle(record)
            if hasattr(self.queue, "task_done"):
                self.queue.task_done()
            if is_last:
                break

    def enqueue_sentinel(self):
        self.queue.put_nowait(self._sentinel)

    def stop(self):
        self.enqueue_sentinel()
        self._thread.join()
        self._thread = None


def _refused(name):
    def __init__(self, *args, **kwargs):
        raise RuntimeError(f"logging.handlers.{name} is refused: a spec opens no connections but by its client")

    return type(name, (_logging.Handler,), {"__init__": __init__})


SocketHandler = _refused("SocketHandler")
DatagramHandler = _refused("DatagramHandler")
SysLogHandler = _refused("SysLogHandler")
NTEventLogHandler = _refused("NTEventLogHandler")
SMTPHandler = _refused("SMTPHandler")
HTTPHandler = _refused("HTTPHandler")
