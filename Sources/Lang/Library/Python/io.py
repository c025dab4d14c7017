"""Files, and texts and bytes that act like files. A file is read whole when it is opened and written when flushed."""
import _katydid
import sys as _sys

DEFAULT_BUFFER_SIZE = 8192
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2


class UnsupportedOperation(OSError, ValueError):
    pass


class IOBase:
    _closed = False

    @property
    def closed(self):
        return self._closed

    def _check_open(self):
        if self._closed:
            raise ValueError("I/O operation on closed file.")

    def close(self):
        if not self._closed:
            try:
                self.flush()
            finally:
                self._closed = True

    def flush(self):
        self._check_open()

    def fileno(self):
        raise UnsupportedOperation("fileno")

    def isatty(self):
        self._check_open()
        return False

    def readable(self):
        return False

    def writable(self):
        return False

    def seekable(self):
        return False

    def __enter__(self):
        self._check_open()
        return self

    def __exit__(self, *args):
        self.close()

    def __iter__(self):
        self._check_open()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readlines(self, hint=-1):
        lines, size = [], 0
        for line in self:
            lines.append(line)
            size += len(line)
            if hint is not None and 0 < hint <= size:
                break
        return lines

    def writelines(self, lines):
        for line in lines:
            self.write(line)


class RawIOBase(IOBase):
    pass


class BufferedIOBase(IOBase):
    pass


class TextIOBase(IOBase):
    encoding = None
    errors = None
    newlines = None


class BytesIO(BufferedIOBase):
    def __init__(self, initial_bytes=b""):
        self._buffer = bytearray() if initial_bytes is None else bytearray(initial_bytes)
        self._position = 0

    def getvalue(self):
        self._check_open()
        return bytes(self._buffer)

    def getbuffer(self):
        self._check_open()
        return memoryview(self._buffer)

    def readable(self):
        self._check_open()
        return True

    writable = seekable = readable

    def read(self, size=-1, /):
        self._check_open()
        if size is None or size < 0:
            end = len(self._buffer)
        else:
            end = min(len(self._buffer), self._position + size)
        data = bytes(self._buffer[self._position:end])
        self._position = max(self._position, end)
        return data

    read1 = read

    def readinto(self, b, /):
        data = self.read(len(b))
        b[:len(data)] = data
        return len(data)

    readinto1 = readinto

    def readline(self, size=-1, /):
        self._check_open()
        at = self._buffer.find(b"\n", self._position)
        end = len(self._buffer) if at < 0 else at + 1
        if size is not None and size >= 0:
            end = min(end, self._position + size)
        data = bytes(self._buffer[self._position:end])
        self._position += len(data)
        return data

    def write(self, b, /):
        self._check_open()
        if isinstance(b, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        data = bytes(b) if not isinstance(b, bytes) else b
        if self._position > len(self._buffer):
            self._buffer += b"\0" * (self._position - len(self._buffer))
        self._buffer[self._position:self._position + len(data)] = data
        self._position += len(data)
        return len(data)

    def seek(self, pos, whence=0, /):
        self._check_open()
        if whence == 0:
            if pos < 0:
                raise ValueError("negative seek value %r" % (pos,))
            self._position = pos
        elif whence == 1:
            self._position = max(0, self._position + pos)
        elif whence == 2:
            self._position = max(0, len(self._buffer) + pos)
        else:
            raise ValueError("invalid whence (%r, should be 0, 1 or 2)" % whence)
        return self._position

    def tell(self):
        self._check_open()
        return self._position

    def truncate(self, size=None, /):
        self._check_open()
        size = self._position if size is None else size
        if size < 0:
            raise ValueError("negative size value %r" % (size,))
        del self._buffer[size:]
        return size

    def detach(self):
        raise UnsupportedOperation("detach")

    def __repr__(self):
        return "<_io.BytesIO object at 0x%012x>" % id(self)


class StringIO(TextIOBase):
    def __init__(self, initial_value="", newline="\n"):
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError("initial_value must be str or None, not %s" % type(initial_value).__name__)
        if newline not in (None, "", "\n", "\r", "\r\n"):
            raise ValueError("illegal newline value: %r" % (newline,))
        self._newline = newline
        # What was written at the end stays in parts until somebody reads.
        self._text = self._translated(initial_value or "")
        self._parts = []
        self._position = 0

    def _check_open(self):
        if self._closed:
            raise ValueError("I/O operation on closed file")

    def _translated(self, text):
        if self._newline is None:
            return text.replace("\r\n", "\n").replace("\r", "\n")
        if self._newline in ("\r", "\r\n"):
            return text.replace("\n", self._newline)
        return text

    def _whole(self):
        if self._parts:
            self._text += "".join(self._parts)
            self._parts = []
        return self._text

    def getvalue(self):
        self._check_open()
        return self._whole()

    def readable(self):
        self._check_open()
        return True

    writable = seekable = readable

    @property
    def line_buffering(self):
        return False

    def read(self, size=-1, /):
        self._check_open()
        text = self._whole()
        end = len(text) if size is None or size < 0 else min(len(text), self._position + size)
        result = text[self._position:end]
        self._position = max(self._position, end)
        return result

    def readline(self, size=-1, /):
        self._check_open()
        text = self._whole()
        if self._newline == "":
            end = len(text)
            for mark in ("\r\n", "\n", "\r"):
                at = text.find(mark, self._position)
                if 0 <= at and at + len(mark) <= end:
                    if not (mark == "\r" and at + 2 == end and text[at:end] == "\r\n"):
                        end = at + len(mark)
        else:
            mark = self._newline or "\n"
            at = text.find(mark, self._position)
            end = len(text) if at < 0 else at + len(mark)
        if size is not None and size >= 0:
            end = min(end, self._position + size)
        result = text[self._position:end]
        self._position += len(result)
        return result

    def write(self, s, /):
        self._check_open()
        if not isinstance(s, str):
            raise TypeError("string argument expected, got %r" % type(s).__name__)
        text = self._translated(s)
        if self._position >= len(self._text) and not self._parts:
            self._text += "\0" * (self._position - len(self._text))
            self._parts.append(text)
            self._position = len(self._text) + len(text)
        elif self._parts and self._at_end():
            self._parts.append(text)
            self._position += len(text)
        else:
            whole = self._whole()
            self._text = whole[:self._position] + text + whole[self._position + len(text):]
            self._position += len(text)
        return len(s)

    def _at_end(self):
        # Parts are only ever added at the end; the position tells whether it is still there.
        return self._position == len(self._text) + sum(map(len, self._parts)) if len(self._parts) < 64 \
            else self._position == len(self._whole())

    def seek(self, pos, whence=0, /):
        self._check_open()
        if whence == 0:
            if pos < 0:
                raise ValueError("Negative seek position %d" % pos)
            self._whole()
            self._position = pos
        elif whence == 1:
            if pos != 0:
                raise OSError("Can't do nonzero cur-relative seeks")
        elif whence == 2:
            if pos != 0:
                raise OSError("Can't do nonzero cur-relative seeks")
            self._position = len(self._whole())
        else:
            raise ValueError("Invalid whence (%d, should be 0, 1 or 2)" % whence)
        return self._position

    def tell(self):
        self._check_open()
        return self._position

    def truncate(self, size=None, /):
        self._check_open()
        size = self._position if size is None else size
        if size < 0:
            raise ValueError("Negative size value %d" % size)
        self._text = self._whole()[:size]
        return size

    def __repr__(self):
        return "<_io.StringIO object at 0x%012x>" % id(self)


class _File(BytesIO):
    """The bytes of a file; what was changed is written at flush and close."""

    def __init__(self, path, mode, name):
        self.name = name
        self.mode = mode
        self._path = path
        self._reads = "r" in mode or "+" in mode
        self._writes = mode[0] in "wax" or "+" in mode
        self._appends = "a" in mode
        self._dirty = False
        data = b""
        if _katydid.is_directory(path):
            raise IsADirectoryError(21, "Is a directory", name)
        if mode[0] == "x" and _katydid.file_exists(path):
            raise FileExistsError(17, "File exists", name)
        if mode[0] in "wx":
            _katydid.write_file(path, b"")
        elif mode[0] == "a":
            _katydid.write_file(path, b"", True)
            data = b"" if not self._reads else _katydid.read_file(path)
        else:
            data = _katydid.read_file(path)
        super().__init__(data)
        # Where the bytes that this object holds begin in the file: appending needs to know only what is new.
        self._written = len(data)
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
        self._dirty = True
        if len(self._buffer) - max(self._written, 0) > 65536:
            self.flush()
        return count

    def truncate(self, size=None, /):
        self._check_open()
        self._need(self._writes, "truncate")
        size = super().truncate(size)
        self._written, self._dirty = -1, True
        return size

    def flush(self):
        self._check_open()
        if self._dirty:
            self._dirty = False
            if self._written >= 0:
                _katydid.write_file(self._path, bytes(self._buffer[self._written:]), True)
            else:
                _katydid.write_file(self._path, bytes(self._buffer))
            self._written = len(self._buffer)

    def __repr__(self):
        kind = "Random" if "+" in self.mode else "Reader" if self._reads else "Writer"
        return "<_io.Buffered%s name=%r>" % (kind, self.name)


BufferedReader = BufferedWriter = BufferedRandom = FileIO = _File


class TextIOWrapper(TextIOBase):
    """Text on top of bytes. What is read is decoded as a whole, what is written goes through at once."""

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




def open(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
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
    raw = _File(path, kind + ("+" if "+" in letters else "") + "b", file if not hasattr(file, "__fspath__") else path)
    if binary:
        return raw
    result = TextIOWrapper(raw, encoding, errors, newline)
    result.mode = mode
    return result


def text_encoding(encoding, stacklevel=2, /):
    return "locale" if encoding is None else encoding
