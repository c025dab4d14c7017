import _katydid
import sys


def _exception(value, default=None):
    return value if isinstance(value, BaseException) else default


def format_exception(exc, /, value=None, tb=None, limit=None, chain=True):
    exception = _exception(exc) or _exception(value)
    if exception is None:
        return ["NoneType: None\n"]
    text = _katydid.exception_text(exception)
    return [line + "\n" for line in text.rstrip("\n").split("\n")]


def format_exc(limit=None, chain=True):
    return "".join(format_exception(sys.exc_info()[1]))


def print_exc(limit=None, file=None, chain=True):
    print(format_exc(), end="", file=file or sys.stderr)


def print_exception(exc, /, value=None, tb=None, limit=None, file=None, chain=True):
    print("".join(format_exception(exc, value, tb)), end="", file=file or sys.stderr)


def format_exception_only(exc, /, value=None):
    exception = _exception(exc) or _exception(value)
    text = str(exception)
    return [type(exception).__name__ + (": " + text if text else "") + "\n"]


def extract_tb(tb, limit=None):
    return _katydid.traceback_entries(tb)


def format_tb(tb, limit=None):
    return [
        f'  File "{name}", line {line}, in {function}\n    {text.strip()}\n'
        for name, line, function, text in extract_tb(tb)
    ]


def print_tb(tb, limit=None, file=None):
    print("".join(format_tb(tb)), end="", file=file or sys.stderr)
