"""Where records go: handlers."""
import _katydid
import logging as _logging
import os as _os
import sys as _sys
from _weakref import ref as _ref
from logging._records import NOTSET, Filterer, _checkLevel, getLevelName

__name__ = "logging"

_handlers = {}
# References, so that a handler that nobody has any longer is neither flushed nor closed at the end.
_handlerList = []


class Handler(Filterer):
    """Something that takes records of a level on, formats them and brings them somewhere."""

    def __init__(self, level=NOTSET):
        super().__init__()
        self._name = self.formatter = None
        self.level = _checkLevel(level)
        self._closed = False
        _handlerList.append(_ref(self))
        self.createLock()

    @property
    def name(self):
        return self._name

    @name.setter
    def name(self, name):
        _handlers.pop(self._name, None)
        self._name = name
        if name:
            _handlers[name] = self

    def get_name(self):
        return self.name

    def set_name(self, name):
        self.name = name

    # Threads take turns, so a record is written in one piece without a lock; there is one when it is asked for.
    _lock = None

    def createLock(self):
        self._lock = None

    @property
    def lock(self):
        if self._lock is None:
            from threading import RLock

            self._lock = RLock()
        return self._lock

    @lock.setter
    def lock(self, lock):
        self._lock = lock

    def acquire(self):
        if self.lock:
            self.lock.acquire()

    def release(self):
        if self.lock:
            self.lock.release()

    def setLevel(self, level):
        self.level = _checkLevel(level)

    def setFormatter(self, fmt):
        self.formatter = fmt

    def format(self, record):
        return (self.formatter or _logging._defaultFormatter).format(record)

    def emit(self, record):
        raise NotImplementedError("emit must be implemented by Handler subclasses")

    def handle(self, record):
        is_wanted = self.filter(record)
        if is_wanted:
            if self._lock is None:
                self.emit(record)
            else:
                with self._lock:
                    self.emit(record)
        return is_wanted

    def flush(self):
        pass

    def close(self):
        self._closed = True
        if self._name in _handlers:
            del _handlers[self._name]
        _handlerList[:] = [each for each in _handlerList if each() is not None and each() is not self]

    def handleError(self, record):
        """Shows the exception that is being handled; what logs isn't to fail because of its log."""
        if not _logging.raiseExceptions or not _sys.stderr:
            return
        fault = _katydid.exception_text(_sys.exc_info()[1])
        try:
            _sys.stderr.write(f"--- Logging error ---\n{fault}Call stack:\n{_stack(record)}")
            try:
                _sys.stderr.write(f"Message: {record.msg!r}\nArguments: {record.args}\n")
            except RecursionError:
                raise
            except Exception:
                _sys.stderr.write("Unable to print the message and arguments - possible formatting error.\n"
                                  "Use the traceback above to help find the error.\n")
        except OSError:
            pass

    def _shown(self):
        """What a repr says before the level."""
        return ""

    def __repr__(self):
        return f"<{self.__class__.__name__} {self._shown()}({getLevelName(self.level)})>"


def _stack(record):
    """The calls that led to a record, where they were noted; else the place of the last one."""
    if not _katydid.notes_frames():
        return f"Logged from file {record.filename}, line {record.lineno}\n"
    import traceback

    return "".join(traceback.format_stack(_katydid.frame()))


class StreamHandler(Handler):
    """Writes lines to a stream."""

    terminator = "\n"

    def __class_getitem__(cls, item):
        from types import GenericAlias

        return GenericAlias(cls, item)

    def __init__(self, stream=None):
        super().__init__()
        self.stream = _sys.stderr if stream is None else stream

    def flush(self):
        if self.stream and hasattr(self.stream, "flush"):
            self.stream.flush()

    def emit(self, record):
        try:
            self.stream.write(self.format(record) + self.terminator)
            self.flush()
        except RecursionError:
            raise
        except Exception:
            self.handleError(record)

    def setStream(self, stream):
        if stream is self.stream:
            return None
        self.flush()
        before, self.stream = self.stream, stream
        return before

    def _shown(self):
        # The name of an open file may be a number.
        name = str(getattr(self.stream, "name", ""))
        return f"{name} " if name else ""


class FileHandler(StreamHandler):
    """Writes lines to a file, which is opened at once or with the first record."""

    def __init__(self, filename, mode="a", encoding=None, delay=False, errors=None):
        self.baseFilename = _os.path.abspath(_os.fspath(filename))
        self.mode, self.encoding, self.errors, self.delay = mode, encoding, errors, delay
        Handler.__init__(self)
        self.stream = None if delay else self._open()

    def _open(self):
        return open(self.baseFilename, self.mode, encoding=self.encoding, errors=self.errors)

    def emit(self, record):
        # A file that was closed is only begun anew when that would not empty it.
        if self.stream is None and (self.mode != "w" or not self._closed):
            self.stream = self._open()
        if self.stream:
            super().emit(record)

    def close(self):
        stream, self.stream = self.stream, None
        if stream is not None:
            stream.flush()
            stream.close()
        super().close()

    def _shown(self):
        return f"{self.baseFilename} "


class NullHandler(Handler):
    """Does nothing, so that a library's loggers have a handler."""

    def handle(self, record):
        pass

    def emit(self, record):
        pass

    lock = None

    def createLock(self):
        pass


class _HostHandler(Handler):
    """Writes to the log of the load test."""

    def emit(self, record):
        _katydid.log(record.levelno, record.name, self.format(record))


class _StderrHandler(StreamHandler):
    """Writes to whatever standard error is at the time."""

    def __init__(self, level=NOTSET):
        Handler.__init__(self, level)

    @property
    def stream(self):
        return _sys.stderr
