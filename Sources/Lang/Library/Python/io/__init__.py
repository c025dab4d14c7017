"""Files, and texts and bytes that act like files."""
from io._base import BufferedIOBase, IOBase, RawIOBase, TextIOBase, UnsupportedOperation
from io._memory import BytesIO, StringIO

__all__ = ["BlockingIOError", "open", "open_code", "IOBase", "RawIOBase", "FileIO", "BytesIO", "StringIO",
           "BufferedIOBase", "BufferedReader", "BufferedWriter", "BufferedRWPair", "BufferedRandom", "TextIOBase",
           "TextIOWrapper", "UnsupportedOperation", "SEEK_SET", "SEEK_CUR", "SEEK_END", "DEFAULT_BUFFER_SIZE",
           "text_encoding", "IncrementalNewlineDecoder"]

DEFAULT_BUFFER_SIZE = 8192
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
BlockingIOError = BlockingIOError
_BUFFERED = {"BufferedReader", "BufferedWriter", "BufferedRandom", "BufferedRWPair"}


def __getattr__(name):
    if name == "IncrementalNewlineDecoder":
        import io._newlines as part
    elif name == "FileIO":
        import io._files as part
    elif name in _BUFFERED:
        import io._buffered as part
    elif name == "TextIOWrapper":
        import io._text as part
    else:
        raise AttributeError(f"module 'io' has no attribute {name!r}")

    value = globals()[name] = getattr(part, name)
    return value


# The built-in function is bound to no object where a class has it, and neither is this one.
@staticmethod
def open(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    from io._files import opened

    return opened(file, mode, buffering, encoding, errors, newline, closefd, opener)


def open_code(path):
    return open(path, "rb")


def text_encoding(encoding, stacklevel=2, /):
    return "locale" if encoding is None else encoding


def __dir__():
    return sorted({*globals(), *__all__})
