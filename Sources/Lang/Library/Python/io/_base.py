"""What all streams have in common."""
from operator import index as _index

__name__ = "io"


class UnsupportedOperation(OSError, ValueError):
    pass


def close_flushed(flush, close):
    """Closes a stream also where it can't be flushed; that is raised then, or is the context of what closing raises."""
    fault = None
    try:
        flush()
    except BaseException as error:
        fault = error
    try:
        close()
    except BaseException as error:
        if fault is not None and error.__context__ is None:
            error.__context__ = fault
        raise
    if fault is not None:
        raise fault


def _size(size):
    """A number of bytes or characters; None is all that there is."""
    if size is None:
        return -1
    try:
        return _index(size)
    except TypeError:
        raise TypeError("argument should be integer or None, not %r" % type(size).__name__) from None


def lines_ahead(text, newline):
    """The whole lines of a text, the last one first, without what is after the last end of a line.

    Finding each line in the text would be slower where characters have to be counted."""
    mark = newline or "\n"
    pieces = text.split(mark)
    pieces.pop()
    if newline == "" and "\r" in text:
        lines = []
        for piece in pieces:
            end = "\r\n" if piece.endswith("\r") else "\n"
            parts = piece.removesuffix("\r").split("\r")
            last = parts.pop()
            lines += [part + "\r" for part in parts]
            lines.append(last + end)
    else:
        lines = [piece + mark for piece in pieces]
    lines.reverse()
    return lines


def _unsupported(name):
    def operation(self, *args, **kwargs):
        raise UnsupportedOperation(name)

    operation.__name__ = name
    return operation


class IOBase:
    _closed = False

    @property
    def closed(self):
        return self._closed

    def _check_open(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")

    def close(self):
        if not self._closed:
            try:
                self.flush()
            finally:
                self._closed = True

    def flush(self):
        if self._closed:
            raise ValueError("I/O operation on closed file.")

    seek, truncate, fileno = _unsupported("seek"), _unsupported("truncate"), _unsupported("fileno")

    def tell(self):
        return self.seek(0, 1)

    def isatty(self):
        self._check_open()
        return False

    def readable(self):
        return False

    writable = seekable = readable

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

    def readline(self, size=-1, /):
        size = _size(size)
        line, peek = bytearray(), getattr(self, "peek", None)
        while size < 0 or len(line) < size:
            count = 1
            if peek is not None:
                ahead = peek(1)
                if not isinstance(ahead, bytes):
                    raise OSError("peek() should have returned a bytes object, not '%s'" % type(ahead).__name__)
                if ahead:
                    count = ahead.find(b"\n") + 1 or len(ahead)
                    count = count if size < 0 else min(count, size)
            data = self.read(count)
            if not isinstance(data, bytes):
                raise OSError("read() should have returned a bytes object, not '%s'" % type(data).__name__)
            if not data:
                break
            line += data
            if line.endswith(b"\n"):
                break
        return bytes(line)

    def readlines(self, hint=-1, /):
        hint = _size(hint)
        lines, size = [], 0
        for line in self:
            lines.append(line)
            size += len(line)
            if 0 < hint < size:
                break
        return lines

    def writelines(self, lines, /):
        self._check_open()
        for line in lines:
            self.write(line)


def flush_quietly(stream):
    """What streams do that end without having been closed. They aren't closed then, as those over them may end later."""
    try:
        if not stream.closed:
            stream.flush()
    except BaseException:
        # CPython tells nobody of this either.
        pass


class RawIOBase(IOBase):
    def readinto(self, buffer, /):
        raise NotImplementedError

    def write(self, data, /):
        raise NotImplementedError

    def read(self, size=-1, /):
        size = _size(size)
        if size < 0:
            return self.readall()
        data = bytearray(size)
        count = self.readinto(data)
        return None if count is None else bytes(data[:count])

    def readall(self):
        parts = []
        while data := self.read(8192):
            if not isinstance(data, bytes):
                raise TypeError("read() should return bytes")
            parts.append(data)
        return b"".join(parts) if parts else data


class BufferedIOBase(IOBase):
    read, read1 = _unsupported("read"), _unsupported("read1")
    write, detach = _unsupported("write"), _unsupported("detach")

    def _read_into(self, target, read):
        view = memoryview(target).cast("B")
        data = read(len(view))
        if not isinstance(data, bytes):
            raise TypeError("read() should return bytes")
        if len(data) > len(view):
            raise ValueError("read() returned too much data: %d bytes requested, %d returned" % (len(view), len(data)))
        view[:len(data)] = data
        return len(data)

    def readinto(self, buffer, /):
        return self._read_into(buffer, self.read)

    def readinto1(self, buffer, /):
        return self._read_into(buffer, self.read1)


class TextIOBase(IOBase):
    encoding = errors = newlines = None
    read, readline = _unsupported("read"), _unsupported("readline")
    write, detach = _unsupported("write"), _unsupported("detach")
