"""Loggers, handlers, formatters. Once a spec is loaded, the root logger has a handler that writes to the run's log."""
import _katydid
import atexit as _atexit

# These are asked for as attributes of this module, so that what is set here holds everywhere.
raiseExceptions = True
logThreads = True
logProcesses = True
logMultiprocessing = True
BASIC_FORMAT = "%(levelname)s:%(name)s:%(message)s"

from logging._records import (
    CRITICAL, DEBUG, ERROR, FATAL, INFO, NOTSET, WARN, WARNING, Filter, Filterer, Formatter, LogRecord, PercentStyle,
    _checkLevel, _style, _levelToName, _nameToLevel, _startTime, addLevelName, getLevelName, getLevelNamesMapping,
    getLogRecordFactory, makeLogRecord, setLogRecordFactory)
from logging._handlers import (
    FileHandler, Handler, NullHandler, StreamHandler, _handlerList, _handlers, _HostHandler, _StderrHandler)
from logging._loggers import (
    Logger, LoggerAdapter, Manager, PlaceHolder, RootLogger, _deprecated_warn, getLoggerClass, setLoggerClass)

__all__ = ["BASIC_FORMAT", "BufferingFormatter", "CRITICAL", "DEBUG", "ERROR", "FATAL", "FileHandler", "Filter",
           "Formatter", "Handler", "INFO", "LogRecord", "Logger", "LoggerAdapter", "NOTSET", "NullHandler",
           "StreamHandler", "WARN", "WARNING", "addLevelName", "basicConfig", "captureWarnings", "critical", "debug",
           "disable", "error", "exception", "fatal", "getLevelName", "getLogger", "getLoggerClass", "info", "log",
           "makeLogRecord", "setLoggerClass", "shutdown", "warn", "warning", "getLogRecordFactory",
           "setLogRecordFactory", "lastResort", "raiseExceptions", "getLevelNamesMapping"]

_defaultFormatter = Formatter()
_defaultLastResort = lastResort = _StderrHandler(WARNING)
root = RootLogger(WARNING)
Logger.root = root
Logger.manager = Manager(root)


def _take_host_log():
    """Has the root logger write to the load test's log alone, if there is one."""
    has_log, level = _katydid.log_state()
    if has_log:
        for handler in list(root.handlers):
            root.removeHandler(handler)
            handler.close()
        root.addHandler(_HostHandler())
        root.setLevel(level)


_take_host_log()


def getLogger(name=None):
    if not name or isinstance(name, str) and name == root.name:
        return root
    return Logger.manager.getLogger(name)


def basicConfig(**kwargs):
    """Gives the root logger a handler, unless it has one."""
    force, encoding = kwargs.pop("force", False), kwargs.pop("encoding", None)
    errors = kwargs.pop("errors", "backslashreplace")
    if force:
        for handler in list(root.handlers):
            root.removeHandler(handler)
            handler.close()
    if root.handlers:
        return
    handlers = kwargs.pop("handlers", None)
    if handlers is not None and ("stream" in kwargs or "filename" in kwargs):
        raise ValueError("'stream' or 'filename' should not be specified together with 'handlers'")
    if "stream" in kwargs and "filename" in kwargs:
        raise ValueError("'stream' and 'filename' should not be specified together")
    if handlers is None:
        filename, mode = kwargs.pop("filename", None), kwargs.pop("filemode", "a")
        if filename:
            errors = None if "b" in mode else errors
            handlers = [FileHandler(filename, mode, encoding=encoding, errors=errors)]
        else:
            handlers = [StreamHandler(kwargs.pop("stream", None))]
    datefmt, style = kwargs.pop("datefmt", None), kwargs.pop("style", "%")
    formatter = Formatter(kwargs.pop("format", _style(style)[1]), datefmt, style)
    for handler in handlers:
        if handler.formatter is None:
            handler.setFormatter(formatter)
        root.addHandler(handler)
    level = kwargs.pop("level", None)
    if level is not None:
        root.setLevel(level)
    if kwargs:
        raise ValueError(f"Unrecognised argument(s): {', '.join(kwargs)}")


def _ready_root():
    if not root.handlers:
        basicConfig()
    return root


def debug(msg, *args, **kwargs):
    _ready_root().debug(msg, *args, **kwargs)


def info(msg, *args, **kwargs):
    _ready_root().info(msg, *args, **kwargs)


def warning(msg, *args, **kwargs):
    _ready_root().warning(msg, *args, **kwargs)


def warn(msg, *args, **kwargs):
    _deprecated_warn("function")
    warning(msg, *args, **kwargs)


def error(msg, *args, **kwargs):
    _ready_root().error(msg, *args, **kwargs)


def exception(msg, *args, exc_info=True, **kwargs):
    error(msg, *args, exc_info=exc_info, **kwargs)


def critical(msg, *args, **kwargs):
    _ready_root().critical(msg, *args, **kwargs)


def fatal(msg, *args, **kwargs):
    critical(msg, *args, **kwargs)


def log(level, msg, *args, **kwargs):
    _ready_root().log(level, msg, *args, **kwargs)


def disable(level=CRITICAL):
    root.manager.disable = level


def shutdown(handlerList=_handlerList):
    """Flushes and closes all handlers, the newest first."""
    for reference in handlerList[::-1]:
        try:
            handler = reference()
            if handler is None:
                continue
            # A lock that nobody has asked for isn't made for the end; see `Handler`.
            locks = getattr(handler, "_lock", 0) is not None or type(handler).acquire is not Handler.acquire
            try:
                if locks:
                    handler.acquire()
                handler.flush()
                handler.close()
            except (OSError, ValueError):
                # Their files or streams were closed before.
                pass
            finally:
                if locks:
                    handler.release()
        except:
            if raiseExceptions:
                raise


_atexit.register(shutdown)
_shows_warnings = None


def captureWarnings(capture):
    """Lets warnings go to the logger "py.warnings", or no longer."""
    global _shows_warnings
    import warnings

    if capture and _shows_warnings is None:
        _shows_warnings, warnings.showwarning = warnings.showwarning, _log_warning
    elif not capture and _shows_warnings is not None:
        warnings.showwarning, _shows_warnings = _shows_warnings, None


def _log_warning(message, category, filename, lineno, file=None, line=None):
    import warnings

    if file is not None:
        return _shows_warnings(message, category, filename, lineno, file, line)
    logger = getLogger("py.warnings")
    if not logger.handlers:
        logger.addHandler(NullHandler())
    logger.warning(str(warnings.formatwarning(message, category, filename, lineno, line)))


def __getattr__(name):
    if name not in ("BufferingFormatter", "StrFormatStyle", "StringTemplateStyle", "_STYLES"):
        raise AttributeError(f"module 'logging' has no attribute {name!r}")
    import logging._styles as part

    value = globals()[name] = getattr(part, name)
    return value


def __dir__():
    return sorted({*globals(), *__all__})
