"""Files, read whole when they are opened, and streams in memory."""
import _katydid

SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
DEFAULT_BUFFER_SIZE = 8192


class UnsupportedOperation(OSError, ValueError):
    pass


class IOBase:
    closed = False

    def _check(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *details):
        self.close()

    def __iter__(self):
        self._check()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def close(self):
        if not self.closed:
            self.flush()
            self.closed = True

    def flush(self):
        pass

    def isatty(self):
        return False

    def seekable(self):
        return True

    def readable(self):
        return True

    def writable(self):
        return True

    def writelines(self, lines):
        for line in lines:
            self.write(line)


class RawIOBase(IOBase):
    pass


class BufferedIOBase(IOBase):
    pass


class TextIOBase(IOBase):
    pass


class _Memory(IOBase):
    """A stream over one value: text or bytes, with a position in it."""

    def _start(self, value, position=0):
        self._value = value
        self._position = position

    def getvalue(self):
        self._check()
        return self._value

    def tell(self):
        self._check()
        return self._position

    def seek(self, offset, whence=SEEK_SET):
        self._check()
        base = (0, self._position, len(self._value))[whence]
        if base + offset < 0:
            raise ValueError(f"negative seek value {offset}")
        self._position = base + offset
        return self._position

    def read(self, size=-1):
        self._check()
        end = len(self._value) if size is None or size < 0 else self._position + size
        part = self._value[self._position:end]
        self._position += len(part)
        return part

    def readline(self, size=-1):
        self._check()
        end = self._value.find(self._newline, self._position)
        end = len(self._value) if end < 0 else end + 1
        if size is not None and size >= 0:
            end = min(end, self._position + size)
        part = self._value[self._position:end]
        self._position = max(self._position, end)
        return part

    def readlines(self, hint=-1):
        lines = []
        total = 0
        for line in self:
            lines.append(line)
            total += len(line)
            if hint is not None and 0 < hint <= total:
                break
        return lines

    def truncate(self, size=None):
        self._check()
        size = self._position if size is None else size
        self._value = self._value[:size]
        return size

    def _put(self, part):
        gap = self._position - len(self._value)
        if gap > 0:
            self._value += self._filler * gap
        end = self._position + len(part)
        if self._position == len(self._value):
            self._value += part
        else:
            self._value = self._value[:self._position] + part + self._value[end:]
        self._position = end
        return len(part)


class StringIO(_Memory, TextIOBase):
    _newline = "\n"
    _filler = "\0"

    def __init__(self, initial_value="", newline="\n"):
        if initial_value is None:
            initial_value = ""
        if not isinstance(initial_value, str):
            raise TypeError(f"initial_value must be str or None, not {type(initial_value).__name__}")
        self._start(initial_value)

    def write(self, s):
        self._check()
        if not isinstance(s, str):
            raise TypeError(f"string argument expected, got {type(s).__name__!r}")
        return self._put(s)


class BytesIO(_Memory, BufferedIOBase):
    _newline = b"\n"
    _filler = b"\0"

    def __init__(self, initial_bytes=b""):
        self._start(bytes(initial_bytes))

    def write(self, b):
        self._check()
        if isinstance(b, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        return self._put(bytes(b))

    def getbuffer(self):
        return memoryview(self.getvalue())

    def read1(self, size=-1):
        return self.read(size)


class _File(_Memory):
    """A file: its content, written back when it has changed."""

    def _open(self, name, mode):
        self.name = name
        self.mode = mode
        kind = mode.replace("b", "").replace("t", "").replace("+", "")
        self._reads = kind == "r" or "+" in mode
        self._writes = kind != "r" or "+" in mode
        self._changed = False
        if kind == "x":
            if _katydid.file_exists(name):
                raise FileExistsError(17, "File exists", name)
            _katydid.write_file(name, b"")
        elif kind == "w":
            _katydid.write_file(name, b"")
        elif kind == "a" and not _katydid.file_exists(name):
            _katydid.write_file(name, b"")
        # Appended text goes to the end, whatever others have written there meanwhile.
        self._appends = kind == "a"
        self._added = self._value_type()
        content = _katydid.read_file(name) if self._reads else b""
        return content

    def readable(self):
        return self._reads

    def writable(self):
        return self._writes

    def _check_reading(self):
        self._check()
        if not self._reads:
            raise UnsupportedOperation("not readable")

    def read(self, size=-1):
        self._check_reading()
        return super().read(size)

    def readline(self, size=-1):
        self._check_reading()
        return super().readline(size)

    def _write(self, part):
        self._check()
        if not self._writes:
            raise UnsupportedOperation("not writable")
        if self._appends:
            self._added += part
            return len(part)
        self._changed = True
        return self._put(part)

    def truncate(self, size=None):
        self._changed = True
        return super().truncate(size)

    def flush(self):
        if self._added:
            _katydid.write_file(self.name, self._encode(self._added), True)
            self._added = self._value_type()
        if self._changed:
            _katydid.write_file(self.name, self._encode(self._value))
            self._changed = False

    def fileno(self):
        raise UnsupportedOperation("fileno")


class TextIOWrapper(_File, TextIOBase):
    _newline = "\n"
    _filler = "\0"
    _value_type = str

    def __init__(self, name, mode="r", encoding=None, errors=None, newline=None):
        self.encoding = encoding or "UTF-8"
        self.errors = errors or "strict"
        self._line_end = newline
        text = self._open(name, mode).decode(self.encoding, self.errors)
        if newline is None:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        self._start(text)

    def _encode(self, text):
        if self._line_end not in (None, "", "\n"):
            text = text.replace("\n", self._line_end)
        return text.encode(self.encoding, self.errors)

    def write(self, s):
        if not isinstance(s, str):
            raise TypeError(f"write() argument must be str, not {type(s).__name__}")
        return self._write(s)

    def __repr__(self):
        return f"<_io.TextIOWrapper name={self.name!r} mode={self.mode!r} encoding={self.encoding!r}>"


class BufferedReader(_File, BufferedIOBase):
    _newline = b"\n"
    _filler = b"\0"
    _value_type = bytes

    def __init__(self, name, mode="rb"):
        self._start(self._open(name, mode))

    def _encode(self, data):
        return data

    def write(self, b):
        if isinstance(b, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        return self._write(bytes(b))

    def __repr__(self):
        return f"<_io.BufferedReader name={self.name!r}>"


class BufferedWriter(BufferedReader):
    def __repr__(self):
        return f"<_io.BufferedWriter name={self.name!r}>"


def open(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    if not isinstance(mode, str):
        raise TypeError(f"open() argument 'mode' must be str, not {type(mode).__name__}")
    kinds = [letter for letter in mode if letter in "rwax"]
    if set(mode) - set("rwaxbt+") or len(mode) != len(set(mode)):
        raise ValueError(f"invalid mode: {mode!r}")
    if len(kinds) != 1:
        raise ValueError("must have exactly one of create/read/write/append mode")
    if "b" in mode:
        if "t" in mode:
            raise ValueError("can't have text and binary mode at once")
        if encoding is not None:
            raise ValueError("binary mode doesn't take an encoding argument")
        return (BufferedReader if kinds == ["r"] else BufferedWriter)(_path(file), mode)
    return TextIOWrapper(_path(file), mode, encoding, errors, newline)


def _path(file):
    if isinstance(file, int):
        raise OSError(9, "Bad file descriptor")
    if isinstance(file, bytes):
        return file.decode()
    return file if isinstance(file, str) else file.__fspath__()
