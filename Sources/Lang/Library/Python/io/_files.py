"""Files: read whole when they are opened, written when flushed. They are read when the first is opened."""
import _katydid
from operator import index as _index
from io._base import RawIOBase, UnsupportedOperation, _size
from io._buffered import BufferedRandom, BufferedReader, BufferedWriter
from io._memory import Held
from io._text import TextIOWrapper

__name__ = "io"


# Files with something that is not written yet: whoever opened one may never close it. Python writes that when the object
# dies, as it mostly does at once; here it is written before any file is read, and whenever the host writes out what was
# printed: at least every few seconds of a load test, and at the end.
_unwritten = []
# Open files by the numbers that `fileno` gave them; the system's own numbers are the host's.
_numbered = {}


def write_all():
    for file in _unwritten[:]:
        try:
            file.flush()
        except OSError as error:
            _unwritten.remove(file)
            _katydid.write("Exception ignored in: %r\n%s" % (file, _katydid.exception_text(error)), True)


class FileIO(Held, RawIOBase):
    """The bytes of a file; what was changed is written at flush and close."""

    __module__ = "_io"
    closefd = True
    # Whether what lies above passes everything on to the file, which needs no other buffer.
    _is_buffer = True

    def __init__(self, file, mode="r", closefd=True, opener=None):
        if isinstance(file, int):
            raise RuntimeError("FileIO of a file descriptor is refused: a spec opens files by their names")
        _check_named(closefd, opener)
        letters = set(mode) - {"b"}
        if letters - set("axrw+"):
            raise ValueError("invalid mode: %s" % mode)
        if len(letters - {"+"}) != 1 or len(mode) != len(set(mode)):
            raise ValueError("Must have exactly one of create/read/write/append mode and at most one plus")
        path = file if isinstance(file, str) else _path(file)
        self.name = file if isinstance(file, (str, bytes)) else path
        plus, kind = "+" in letters, (letters - {"+"}).pop()
        self.mode = ("rb+" if kind in "rw" else kind + "b+") if plus else kind + "b"
        self._path = path
        self._reads, self._writes, self._appends = kind == "r" or plus, kind != "r" or plus, kind == "a"
        self._dirty = False
        data = b""
        if _katydid.is_directory(path):
            raise IsADirectoryError(21, "Is a directory", self.name)
        if kind == "x" and _katydid.file_exists(path):
            raise FileExistsError(17, "File exists", self.name)
        if kind in "wx":
            _katydid.write_file(path, b"")
        elif kind == "a":
            _katydid.write_file(path, b"", True)
            data = b"" if not self._reads else _katydid.read_file(path)
        else:
            data = _katydid.read_file(path)
        self._buffer, self._position = bytearray(data), 0
        # How many of the bytes held are in the file as they are: appending needs to know only what is new.
        self._written = len(data)
        # How many bytes at the file's beginning are not held: what is only written would add up in memory.
        self._dropped = _katydid.measure_file(path)[0] if self._appends and not self._reads else 0
        if self._appends:
            self._position = len(data)

    def _check_open(self):
        if self._closed:
            raise ValueError("I/O operation on closed file")

    def readable(self):
        self._check_open()
        return self._reads

    def writable(self):
        self._check_open()
        return self._writes

    def _need(self, allowed, what):
        self._check_open()
        if not allowed:
            raise UnsupportedOperation("File not open for " + what)

    def _look_for_more(self):
        """Takes what others have added to the file, when all of it was read."""
        if self._position >= len(self._buffer) and not self._dirty:
            try:
                if _katydid.measure_file(self._path)[0] > len(self._buffer):
                    self._buffer[:] = _katydid.read_file(self._path)
                    self._written = len(self._buffer)
            except OSError:
                # The file is no longer there: what was read of it was all.
                pass

    def read(self, size=-1, /):
        self._need(self._reads, "reading")
        if self._position >= len(self._buffer):
            self._look_for_more()
        return Held.read(self, size)

    def readinto(self, buffer, /):
        self._need(self._reads, "reading")
        if self._position >= len(self._buffer):
            self._look_for_more()
        return Held.readinto(self, buffer)

    def read1(self, size=-1, /):
        return self.read(size)

    def readall(self):
        return self.read()

    def readline(self, size=-1, /):
        self._need(self._reads, "reading")
        if self._position >= len(self._buffer):
            self._look_for_more()
        return Held.readline(self, size)

    # Other than the lines of what is in memory, these end when there is more than was asked for.
    readlines = RawIOBase.readlines

    def write(self, b, /):
        if self._closed or not self._writes:
            self._need(self._writes, "writing")
        buffer = self._buffer
        if self._appends:
            self._position = len(buffer)
        if self._position == len(buffer) and isinstance(b, bytes):
            # As nearly always: more at the end.
            buffer += b
            count = len(b)
            self._position += count
        else:
            _check_size(self._position)
            if self._position < self._written:
                self._written = -1
            count = Held.write(self, b)
        if not self._dirty:
            self._dirty = True
            _unwritten.append(self)
        # What was changed further back is written with the whole file: not for every few bytes.
        if 0 <= self._written < len(buffer) - 8192:
            self.flush()
        return count

    def truncate(self, size=None, /):
        self._need(self._writes, "writing")
        self._hold_all()
        size = self._position if size is None else _index(size)
        if size < 0:
            raise OSError(22, "Invalid argument")
        _check_size(size)
        self._buffer[size:] = b"\0" * (size - len(self._buffer))
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

    def close(self):
        try:
            super().close()
        finally:
            for number in [number for number, file in _numbered.items() if file is self]:
                del _numbered[number]

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
        pos, whence = _index(pos), _index(whence)
        if whence == 2 and not pos and self._dropped and self._position == len(self._buffer):
            return self.tell()
        self._hold_all()
        if whence == 2:
            self._look_for_more()
        base = {0: 0, 1: self._position, 2: len(self._buffer)}.get(whence)
        if base is None or base + pos < 0:
            raise OSError(22, "Invalid argument")
        self._position = base + pos
        return self._position

    def tell(self):
        self._check_open()
        return self._dropped + self._position

    def fileno(self):
        """A number that is this file's while it is open. `os.fsync` and `os.fstat` know it."""
        self._check_open()
        for number, file in _numbered.items():
            if file is self:
                return number
        number = next(number for number in range(3, 4 + len(_numbered)) if number not in _numbered)
        _numbered[number] = self
        return number

    def __repr__(self):
        if self.closed:
            return "<_io.FileIO [closed]>"
        return f"<_io.FileIO name={self.name!r} mode={self.mode!r} closefd=True>"


def _check_size(size):
    # Else a place far out would take all memory, as what lies before it is held.
    if size > 1 << 30:
        raise RuntimeError("writing beyond 1 GiB of a file is not supported: files are held in memory")


def _path(file):
    if isinstance(file, bytes):
        return file.decode("utf-8", "surrogateescape")
    if not hasattr(type(file), "__fspath__"):
        raise TypeError("expected str, bytes or os.PathLike object, not %s" % type(file).__name__)
    path = file.__fspath__()
    if not isinstance(path, (str, bytes)):
        raise TypeError("expected %s.__fspath__() to return str or bytes, not %s" % (
            type(file).__name__, type(path).__name__))
    return path if isinstance(path, str) else _path(path)


def _check_named(closefd, opener):
    if not closefd:
        raise ValueError("Cannot use closefd=False with file name")
    if opener is not None:
        raise RuntimeError("open() with an opener is refused: a spec opens files by their names")


def opened(file, mode, buffering, encoding, errors, newline, closefd=True, opener=None):
    if isinstance(file, int):
        raise RuntimeError("open() of a file descriptor is refused: a spec opens files by their names")
    if not isinstance(file, (str, bytes)):
        file = _path(file)
    if not isinstance(mode, str):
        raise TypeError("open() argument 'mode' must be str, not %s" % type(mode).__name__)
    for value, name in ((encoding, "encoding"), (errors, "errors"), (newline, "newline")):
        if value is not None and not isinstance(value, str):
            raise TypeError("open() argument '%s' must be str or None, not %s" % (name, type(value).__name__))
    buffering = _index(buffering)
    letters = set(mode)
    if letters - set("axrwb+t") or len(mode) > len(letters):
        raise ValueError("invalid mode: %r" % mode)
    binary = "b" in letters
    if binary and "t" in letters:
        raise ValueError("can't have text and binary mode at once")
    if len(letters & set("axrw")) != 1:
        raise ValueError("must have exactly one of create/read/write/append mode" if letters & set("axrw")
                         else "Must have exactly one of create/read/write/append mode and at most one plus")
    for value, name in ((encoding, "encoding"), (errors, "errors"), (newline, "newline")):
        if binary and value is not None:
            raise ValueError("binary mode doesn't take %s %s argument" % ("an" if name[0] == "e" else "a", name))
    if binary and buffering == 1:
        import warnings

        warnings.warn("line buffering (buffering=1) isn't supported in binary mode, the default buffer size will be "
                      "used", RuntimeWarning, 2)
    _check_named(closefd, opener)
    kind = (letters & set("axrw")).pop()
    raw = FileIO(file, kind + ("+" if "+" in letters else ""))
    if buffering == 0:
        if not binary:
            raise ValueError("can't have unbuffered text I/O")
        return raw
    make = BufferedRandom if "+" in letters else BufferedReader if kind == "r" else BufferedWriter
    try:
        # Sizes below 0 but -1 are refused by CPython, too.
        result = make(raw, 8192 if buffering in (-1, 1) else buffering)
        if not binary:
            result = TextIOWrapper(result, encoding, errors, newline, buffering == 1)
            result.mode = mode
    except BaseException:
        raw.close()
        raise
    return result
