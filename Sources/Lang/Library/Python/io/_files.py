"""Files: read whole when they are opened, written when flushed. They are read when the first is opened."""
import _katydid
from io._base import BufferedIOBase, TextIOBase, UnsupportedOperation
from io._memory import BytesIO

__name__ = "io"


# Files with something that is not written yet: whoever opened one may never close it. Python writes that when the object
# dies, as it mostly does at once; here it is written before any file is read, and whenever the host writes out what was
# printed: at least every few seconds of a load test, and at the end.
_unwritten = []


def write_all():
    for file in _unwritten[:]:
        try:
            file.flush()
        except OSError as error:
            _unwritten.remove(file)
            _katydid.write("Exception ignored in: %r\n%s" % (file, _katydid.exception_text(error)), True)


class FileIO(BytesIO):
    """The bytes of a file; what was changed is written at flush and close."""

    __module__ = "_io"

    def __init__(self, path, mode="r", name=None):
        self.name = path if name is None else name
        self.mode = mode = mode if "b" in mode else mode + "b"
        self._path = path
        self._reads = "r" in mode or "+" in mode
        self._writes = mode[0] in "wax" or "+" in mode
        self._appends = "a" in mode
        self._dirty = False
        data = b""
        if _katydid.is_directory(path):
            raise IsADirectoryError(21, "Is a directory", self.name)
        if mode[0] == "x" and _katydid.file_exists(path):
            raise FileExistsError(17, "File exists", self.name)
        if mode[0] in "wx":
            _katydid.write_file(path, b"")
        elif mode[0] == "a":
            _katydid.write_file(path, b"", True)
            data = b"" if not self._reads else _katydid.read_file(path)
        else:
            data = _katydid.read_file(path)
        super().__init__(data)
        # How many of the bytes held are in the file as they are: appending needs to know only what is new.
        self._written = len(data)
        # How many bytes at the file's beginning are not held: what is only written would add up in memory.
        self._dropped = _katydid.measure_file(path)[0] if self._appends and not self._reads else 0
        if self._appends:
            self._position = len(data)

    def readable(self):
        self._check_open()
        return self._reads

    def writable(self):
        self._check_open()
        return self._writes

    def _need(self, allowed, what):
        if not allowed:
            raise UnsupportedOperation(what)

    def read(self, size=-1, /):
        self._check_open()
        self._need(self._reads, "read")
        return super().read(size)

    read1 = read

    def readline(self, size=-1, /):
        self._check_open()
        self._need(self._reads, "read")
        return super().readline(size)

    def write(self, b, /):
        self._check_open()
        self._need(self._writes, "write")
        if self._appends:
            self._position = len(self._buffer)
        if self._position < self._written:
            self._written = -1
        count = super().write(b)
        self._touch()
        if len(self._buffer) - max(self._written, 0) > 8192:
            self.flush()
        return count

    def truncate(self, size=None, /):
        self._check_open()
        self._need(self._writes, "truncate")
        self._hold_all()
        size = super().truncate(size)
        self._written = -1
        self._touch()
        return size

    def _touch(self):
        if not self._dirty:
            self._dirty = True
            _unwritten.append(self)

    def flush(self):
        self._check_open()
        if self._dirty:
            self._dirty = False
            if self._written >= 0:
                _katydid.write_file(self._path, bytes(self._buffer[self._written:]), True)
            else:
                _katydid.write_file(self._path, bytes(self._buffer))
            self._written = len(self._buffer)
            _unwritten.remove(self)
            if not self._reads and self._position == self._written:
                self._dropped += self._written
                self._buffer.clear()
                self._written = self._position = 0

    def _hold_all(self):
        """Takes back what was dropped, for writing somewhere else than at the end."""
        if self._dropped:
            self.flush()
            self._position += self._dropped
            self._dropped = 0
            self._buffer[:] = _katydid.read_file(self._path)
            self._written = len(self._buffer)

    def seek(self, pos, whence=0, /):
        self._check_open()
        self._hold_all()
        return super().seek(pos, whence)

    def tell(self):
        return self._dropped + super().tell()

    def __repr__(self):
        return f"<_io.FileIO name={self.name!r} mode={self.mode!r} closefd=True>"


_PASSED_ON = ("read", "read1", "readinto", "readline", "readlines", "write", "writelines", "seek", "tell", "truncate",
              "flush", "fileno", "isatty", "readable", "writable", "seekable")


class _Buffered(BufferedIOBase):
    """What lies over raw bytes. These need no buffer of their own, so that what is asked goes straight on."""

    def __init__(self, raw, buffer_size=8192):
        self.raw = raw
        for name in _PASSED_ON:
            # A subclass may have its own.
            if hasattr(raw, name) and getattr(type(self), name, None) is getattr(BufferedIOBase, name, None):
                setattr(self, name, getattr(raw, name))

    name = property(lambda self: self.raw.name)
    mode = property(lambda self: self.raw.mode)
    closed = property(lambda self: self.raw.closed)

    def _check_open(self):
        if self.raw.closed:
            raise ValueError("I/O operation on closed file.")

    def peek(self, size=0, /):
        at = self.tell()
        data = self.read(max(size, 1))
        self.seek(at)
        return data

    def close(self):
        self.raw.close()

    def detach(self):
        self.flush()
        return self.raw

    def __repr__(self):
        name = f" name={self.raw.name!r}" if hasattr(self.raw, "name") else ""
        return f"<_io.{type(self).__name__}{name}>"


class BufferedReader(_Buffered):
    __module__ = "_io"


class BufferedWriter(_Buffered):
    __module__ = "_io"


class BufferedRandom(_Buffered):
    __module__ = "_io"


class TextIOWrapper(TextIOBase):
    """Text on top of bytes. What is read is decoded as a whole, what is written goes through at once."""

    __module__ = "_io"

    def __init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False):
        if newline not in (None, "", "\n", "\r", "\r\n"):
            raise ValueError("illegal newline value: %r" % (newline,))
        self.buffer = buffer
        self.encoding = "utf-8" if encoding in (None, "locale") else encoding
        self.errors = errors or "strict"
        self.line_buffering = line_buffering
        self._newline = newline
        self._text = None
        self._position = 0
        "".encode(self.encoding)

    @property
    def name(self):
        return self.buffer.name

    @property
    def closed(self):
        return self.buffer.closed

    def _check_open(self):
        if self.buffer.closed:
            raise ValueError("I/O operation on closed file.")

    def readable(self):
        return self.buffer.readable()

    def writable(self):
        return self.buffer.writable()

    def seekable(self):
        return self.buffer.seekable()

    def isatty(self):
        return self.buffer.isatty()

    def fileno(self):
        return self.buffer.fileno()

    def _load(self):
        self._check_open()
        if self._text is None:
            if not self.buffer.readable():
                raise UnsupportedOperation("not readable")
            text = self.buffer.read().decode(self.encoding, self.errors)
            if self._newline is None and "\r" in text:
                text = text.replace("\r\n", "\n").replace("\r", "\n")
            self._text, self._position = text, 0
        return self._text

    def read(self, size=-1, /):
        text = self._load()
        end = len(text) if size is None or size < 0 else min(len(text), self._position + size)
        result = text[self._position:end]
        self._position = end
        return result

    def readline(self, size=-1, /):
        text = self._load()
        start = self._position
        if self._newline == "":
            line_feed, carriage = text.find("\n", start), text.find("\r", start)
            if carriage >= 0 and (line_feed < 0 or carriage < line_feed):
                end = carriage + 2 if line_feed == carriage + 1 else carriage + 1
            else:
                end = len(text) if line_feed < 0 else line_feed + 1
        else:
            mark = self._newline or "\n"
            at = text.find(mark, start)
            end = len(text) if at < 0 else at + len(mark)
        if size is not None and size >= 0:
            end = min(end, start + size)
        self._position = end
        return text[start:end]

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def write(self, s, /):
        self._check_open()
        if not isinstance(s, str):
            raise TypeError("write() argument must be str, not %s" % type(s).__name__)
        if not self.buffer.writable():
            raise UnsupportedOperation("not writable")
        if self._text is not None:
            self._sync()
        text = s
        if self._newline in ("\r", "\r\n"):
            text = text.replace("\n", self._newline)
        self.buffer.write(text.encode(self.encoding, self.errors))
        return len(s)

    def _sync(self):
        """Puts the bytes below where the text was read to."""
        rest = self._text[self._position:].encode(self.encoding, self.errors)
        self.buffer.seek(-len(rest), 2)
        self._text = None

    def seek(self, cookie, whence=0, /):
        self._check_open()
        if whence == 1 and cookie != 0:
            raise UnsupportedOperation("can't do nonzero cur-relative seeks")
        if whence == 2 and cookie != 0:
            raise UnsupportedOperation("can't do nonzero end-relative seeks")
        if whence == 0 and cookie < 0:
            raise ValueError("negative seek position %r" % (cookie,))
        if whence == 1:
            return self.tell()
        self.flush()
        self._text = None
        return self.buffer.seek(cookie, whence)

    def tell(self):
        self._check_open()
        if self._text is None:
            return self.buffer.tell()
        rest = self._text[self._position:].encode(self.encoding, self.errors)
        return self.buffer.tell() - len(rest)

    def truncate(self, pos=None, /):
        self.flush()
        return self.buffer.truncate(self.tell() if pos is None else pos)

    def flush(self):
        self._check_open()
        self.buffer.flush()

    def close(self):
        self.buffer.close()

    def detach(self):
        return self.buffer

    def reconfigure(self, *, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None):
        self.encoding = encoding or self.encoding
        self.errors = errors or self.errors

    def __repr__(self):
        text = "<_io.TextIOWrapper"
        if hasattr(self.buffer, "name"):
            text += " name=%r" % (self.buffer.name,)
        if hasattr(self, "mode"):
            text += " mode=%r" % self.mode
        return text + " encoding=%r>" % self.encoding


def opened(file, mode, buffering, encoding, errors, newline):
    if isinstance(file, int):
        raise RuntimeError("open() of a file descriptor is refused: a spec opens files by their names")
    if not isinstance(file, (str, bytes)) and not hasattr(type(file), "__fspath__"):
        raise TypeError("expected str, bytes or os.PathLike object, not %s" % type(file).__name__)
    if not isinstance(mode, str):
        raise TypeError("open() argument 'mode' must be str, not %s" % type(mode).__name__)
    letters = set(mode)
    if letters - set("axrwb+t") or len(mode) > len(letters):
        raise ValueError("invalid mode: %r" % mode)
    if len(letters & set("axrw")) != 1:
        raise ValueError("must have exactly one of create/read/write/append mode" if letters & set("axrw")
                         else "Must have exactly one of create/read/write/append mode and at most one plus")
    binary = "b" in letters
    if binary and "t" in letters:
        raise ValueError("can't have text and binary mode at once")
    if binary and encoding is not None:
        raise ValueError("binary mode doesn't take an encoding argument")
    if binary and errors is not None:
        raise ValueError("binary mode doesn't take an errors argument")
    if binary and newline is not None:
        raise ValueError("binary mode doesn't take a newline argument")
    path = file if isinstance(file, str) else file.decode() if isinstance(file, bytes) else file.__fspath__()
    kind = (letters & set("axrw")).pop()
    make = BufferedRandom if "+" in letters else BufferedReader if kind == "r" else BufferedWriter
    raw = FileIO(path, kind + ("+" if "+" in letters else "") + "b", file if not hasattr(file, "__fspath__") else path)
    if binary:
        return raw if buffering == 0 else make(raw)
    result = TextIOWrapper(make(raw), encoding, errors, newline)
    result.mode = mode
    return result
