import logging
import sys
import traceback


_LEVELS = {
    "TRACE": 5, "DEBUG": 10, "INFO": 20, "SUCCESS": 25, "WARNING": 30, "ERROR": 40, "CRITICAL": 50,
}
_logging = logging.getLogger("loguru")


def _number(level):
    if isinstance(level, str):
        if level not in _LEVELS:
            raise ValueError("Level '%s' does not exist" % level)
        return _LEVELS[level]
    return level


class _Catcher:
    """`logger.catch`: logs what a block or a function raises."""

    def __init__(self, logger, exception, level, reraise, onerror, default, message):
        self._parts = (logger, exception, level, reraise, onerror, default, message)

    def __enter__(self):
        return None

    def __exit__(self, kind, value, trace):
        logger, exception, level, reraise, onerror, _, message = self._parts
        if kind is None or not issubclass(kind, exception):
            return False
        logger.opt(exception=value).log(level, message)
        if onerror is not None:
            onerror(value)
        return not reraise

    def __call__(self, function):
        import functools

        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            with self:
                return function(*args, **kwargs)
            return self._parts[5]

        return wrapper


class Logger:
    """Messages in the log of the run; added functions and lists get them, too. Files and formats are the run's own."""

    def __init__(self, extra=None, exception=None, state=None):
        self._extra = extra or {}
        self._exception = exception
        self._state = state if state is not None else {"sinks": {}, "next": 1, "least": 0, "plain": True}

    def _write(self, level, message, args, kwargs):
        text = str(message)
        if args or kwargs:
            text = text.format(*args, **kwargs)
        error = self._exception
        if error is True:
            error = sys.exc_info()[1]
        elif isinstance(error, tuple):
            error = error[1]
        if error is not None and error is not False:
            text += "\n" + "".join(traceback.format_exception(type(error), error, error.__traceback__)).rstrip("\n")
        number = _number(level)
        if self._state["plain"] and number >= self._state["least"]:
            if _logging.hasHandlers():
                _logging.log(number, "%s", text)
            else:
                # While a spec is loaded there is no log yet.
                sys.stderr.write(f"{level} {text}\n")
        for sink, least in list(self._state["sinks"].values()):
            if number >= least:
                sink(text + "\n")

    def trace(self, message, *args, **kwargs):
        self._write("TRACE", message, args, kwargs)

    def debug(self, message, *args, **kwargs):
        self._write("DEBUG", message, args, kwargs)

    def info(self, message, *args, **kwargs):
        self._write("INFO", message, args, kwargs)

    def success(self, message, *args, **kwargs):
        self._write("SUCCESS", message, args, kwargs)

    def warning(self, message, *args, **kwargs):
        self._write("WARNING", message, args, kwargs)

    def error(self, message, *args, **kwargs):
        self._write("ERROR", message, args, kwargs)

    def critical(self, message, *args, **kwargs):
        self._write("CRITICAL", message, args, kwargs)

    def log(self, level, message, *args, **kwargs):
        self._write(level, message, args, kwargs)

    def exception(self, message, *args, **kwargs):
        self.opt(exception=True)._write("ERROR", message, args, kwargs)

    def opt(self, exception=None, record=False, lazy=False, colors=False, raw=False, capture=True, depth=0, ansi=False):
        if record or lazy:
            raise NotImplementedError("opt(record=, lazy=) is not supported by Katydid's loguru")
        return Logger(self._extra, exception, self._state)

    def bind(self, **extra):
        return Logger({**self._extra, **extra}, self._exception, self._state)

    def contextualize(self, **extra):
        import contextlib

        return contextlib.nullcontext()

    def patch(self, patcher):
        raise NotImplementedError("patch() is not supported by Katydid's loguru")

    def catch(self, exception=Exception, level="ERROR", reraise=False, onerror=None, exclude=None, default=None,
              message="An error has been caught"):
        if callable(exception) and not (isinstance(exception, type) and issubclass(exception, BaseException)):
            return _Catcher(self, Exception, "ERROR", False, None, None, message)(exception)
        return _Catcher(self, exception, level, reraise, onerror, default, message)

    def add(self, sink, level="DEBUG", format=None, filter=None, colorize=None, **options):
        """A sink is a function or what has `write`; standard output and error are the run's log anyway."""
        if sink in (sys.stderr, sys.stdout):
            self._state["plain"] = True
            self._state["least"] = _number(level)
            return 0
        if isinstance(sink, str) or hasattr(sink, "open"):
            raise NotImplementedError("loguru's files are not supported by Katydid: messages go to the log of the run")
        write = sink.write if hasattr(sink, "write") else sink
        number = self._state["next"]
        self._state["next"] += 1
        self._state["sinks"][number] = (write, _number(level))
        return number

    def remove(self, handler_id=None):
        if handler_id is None:
            self._state["sinks"].clear()
        elif handler_id == 0:
            self._state["plain"] = False
        elif self._state["sinks"].pop(handler_id, None) is None:
            raise ValueError("There is no existing handler with id %s" % handler_id)

    def level(self, name, no=None, color=None, icon=None):
        if no is not None:
            _LEVELS[name] = no
        _number(name)

    def configure(self, handlers=None, levels=None, extra=None, patcher=None, activation=None):
        for item in levels or ():
            self.level(**item)
        return [self.add(**item) for item in handlers or ()]

    def enable(self, name):
        pass

    def disable(self, name):
        pass

    def complete(self):
        pass
