"""Buffers over raw streams. Those over files pass everything on, as files are held in memory anyway."""
import errno as _errno
from operator import index as _index
from io._base import BufferedIOBase, UnsupportedOperation, _size, close_flushed, flush_quietly
from io._memory import _bytes

__name__ = "io"

_READS = ("read", "read1", "readline")
_WRITES = ("write", "flush")


class _Buffered(BufferedIOBase):
    """What lies over raw bytes: those that were read ahead, and those that are still to be written."""

    _passes_on = ()
    # Whether it is being closed, which may take a while: what another thread wrote then would be lost.
    _closing = False

    def _begin(self, raw, buffer_size, passed):
        if buffer_size <= 0:
            raise ValueError("buffer size must be strictly positive")
        if buffer_size > 1 << 46:
            raise MemoryError
        self._raw, self._buffer_size = raw, buffer_size
        # What was read ahead, and how much of that was taken; what is to be written.
        self._ahead, self._at = b"", 0
        self._pending = bytearray()
        if getattr(raw, "_is_buffer", False) and type(self).__module__ == "_io":
            self._passes_on = passed
            for name in passed:
                setattr(self, name, getattr(raw, name))

    def __getattr__(self, name):
        if name == "_raw":
            raise ValueError("I/O operation on uninitialized object")
        raise AttributeError("'_io.%s' object has no attribute %r" % (type(self).__name__, name))

    @property
    def raw(self):
        if self._raw is None:
            raise ValueError("raw stream has been detached")
        return self._raw

    name = property(lambda self: self.raw.name)
    mode = property(lambda self: self.raw.mode)
    closed = property(lambda self: self.raw.closed)

    def _need_open(self, what):
        if self.raw.closed:
            raise ValueError(what + " closed file")

    def seekable(self):
        return self.raw.seekable()

    def fileno(self):
        return self.raw.fileno()

    def isatty(self):
        return self.raw.isatty()

    def flush(self):
        self._check_open()
        self.raw.flush()

    def _stop_passing_on(self):
        for name in self._passes_on:
            delattr(self, name)
        self._passes_on = ()

    def close(self):
        if self.raw.closed:
            return
        self._closing = True
        close_flushed(self.flush, self._end)

    def _end(self):
        self._stop_passing_on()
        self.raw.close()

    def detach(self):
        raw = self.raw
        self.flush()
        self._stop_passing_on()
        self._raw = None
        return raw

    def truncate(self, pos=None, /):
        self._need_open("truncate of")
        if not self.writable():
            raise UnsupportedOperation("truncate")
        self.flush()
        return self.raw.truncate(self.tell() if pos is None else pos)

    def _raw_tell(self):
        position = self.raw.tell()
        if position < 0:
            raise OSError("Raw stream returned invalid position %d" % position)
        return position

    def tell(self):
        return self._raw_tell() - (len(self._ahead) - self._at) + len(self._pending)

    def seek(self, pos, whence=0, /):
        self._need_open("seek of")
        pos, whence = _index(pos), _index(whence)
        # Linux has two more than 0, 1 and 2; whether they mean something is the raw stream's business.
        if not 0 <= whence <= 4:
            raise ValueError("whence value %d unsupported" % whence)
        if not self.seekable():
            raise UnsupportedOperation("File or stream is not seekable.")
        self._write_pending()
        if whence == 1:
            pos -= len(self._ahead) - self._at
        self._ahead, self._at = b"", 0
        position = self.raw.seek(pos, whence)
        if position < 0:
            raise OSError("Raw stream returned invalid position %d" % position)
        return position

    def _write_pending(self):
        pass

    def __repr__(self):
        kind = type(self)
        name = f"{kind.__module__}.{kind.__qualname__}"
        try:
            return f"<{name} name={self.name!r}>"
        except (AttributeError, ValueError):
            return f"<{name}>"


def _blocked(written, text="write could not complete without blocking"):
    error = BlockingIOError(_errno.EAGAIN, text)
    error.characters_written = written
    return error


class _Reads(_Buffered):
    def readable(self):
        return self.raw.readable()

    def _read_raw(self, size):
        """What one call of the raw stream gives; None where that would have to wait."""
        data = bytearray(size)
        count = self.raw.readinto(data)
        if count is None:
            return None
        try:
            count = _index(count)
        except TypeError as error:
            raise OSError("raw readinto() failed") from error
        if not 0 <= count <= size:
            raise OSError("raw readinto() returned invalid length %d (should have been between 0 and %d)" % (count, size))
        return bytes(data[:count])

    def _fill(self):
        """Reads ahead when all was taken; whether there is something then. None means that it would have to wait."""
        if self._at < len(self._ahead):
            return True
        self._write_pending()
        data = self._read_raw(self._buffer_size)
        self._ahead, self._at = data or b"", 0
        return None if data is None else bool(data)

    def _take(self, count):
        start = self._at
        self._at = min(len(self._ahead), start + count)
        return self._ahead[start:self._at]

    def peek(self, size=0, /):
        self._need_open("peek of")
        if self._passes_on:
            at = self.raw.tell()
            data = self.raw.read(self._buffer_size)
            self.raw.seek(at)
            return data
        self._fill()
        return self._ahead[self._at:]

    def read(self, size=-1, /):
        self._need_open("read of")
        size = _size(size)
        if size < -1:
            raise ValueError("read length must be non-negative or -1")
        self._write_pending()
        if size < 0:
            return self._read_all()
        parts, left = [self._take(size)], size
        left -= len(parts[0])
        while left > 0:
            # Whole buffers' worth goes around the buffer.
            if left >= self._buffer_size:
                data = self._read_raw(left - left % self._buffer_size)
            else:
                found = self._fill()
                data = None if found is None else self._take(left)
            if not data:
                if data is None and not any(parts):
                    return None
                break
            parts.append(data)
            left -= len(data)
        return b"".join(parts)

    def _read_all(self):
        head = self._take(len(self._ahead))
        self._ahead, self._at = b"", 0
        readall = getattr(self.raw, "readall", None)
        if readall is not None:
            rest = readall()
            if rest is not None and not isinstance(rest, bytes):
                raise TypeError("readall() should return bytes")
            return head + rest if rest else head or rest
        parts = [head]
        while True:
            data = self.raw.read()
            if data is not None and not isinstance(data, bytes):
                raise TypeError("read() should return bytes")
            if not data:
                return data if data is None and not any(parts) else b"".join(parts)
            parts.append(data)

    def read1(self, size=-1, /):
        self._need_open("read of")
        size = _index(size)
        if size < 0:
            size = self._buffer_size
        if size == 0:
            return b""
        if self._at == len(self._ahead):
            self._write_pending()
            data = self._read_raw(size)
            self._ahead, self._at = b"", 0
            return data or b""
        return self._take(size)

    def _into(self, buffer, once):
        self._need_open("readinto of")
        if self._passes_on:
            return self.raw.readinto(buffer)
        view = memoryview(buffer).cast("B")
        self._write_pending()
        data = self._take(len(view))
        done = len(data)
        view[:done] = data
        while done < len(view):
            left = len(view) - done
            if left > self._buffer_size:
                # Much goes around the buffer, in one call of the raw stream.
                data = self._read_raw(left)
            elif once and done:
                break
            else:
                data = None if self._fill() is None else self._take(left)
            if not data:
                return None if data is None and not done else done
            view[done:done + len(data)] = data
            done += len(data)
            if once:
                break
        return done

    def readinto(self, buffer, /):
        return self._into(buffer, False)

    def readinto1(self, buffer, /):
        return self._into(buffer, True)

    def readline(self, size=-1, /):
        self._need_open("readline of")
        size = _size(size)
        parts, left = [], size
        while left:
            if not self._fill():
                break
            end = self._ahead.find(b"\n", self._at) + 1
            data = self._take((end or len(self._ahead)) - self._at if left < 0 else min(
                left, (end or len(self._ahead)) - self._at))
            parts.append(data)
            if data.endswith(b"\n"):
                break
            if left > 0:
                left -= len(data)
        return b"".join(parts)


class _Writes(_Buffered):
    __del__ = flush_quietly

    def writable(self):
        return self.raw.writable()

    def write(self, b, /):
        if isinstance(b, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        self._need_open("write to")
        if self._closing:
            raise ValueError("write to closed file")
        data = _bytes(b)
        self._drop_ahead()
        if self._pending and len(self._pending) + len(data) > self._buffer_size:
            try:
                self._write_pending()
            except BlockingIOError:
                # What doesn't fit into the buffer either is told below.
                pass
        self._pending += data
        if len(self._pending) > self._buffer_size:
            try:
                self._write_pending()
            except BlockingIOError as error:
                over = len(self._pending) - self._buffer_size
                if over <= 0:
                    return len(data)
                del self._pending[self._buffer_size:]
                raise _blocked(len(data) - over, error.strerror) from None
        return len(data)

    def _drop_ahead(self):
        """Puts the raw stream where the reader is."""
        if self._ahead:
            self.raw.seek(self._at - len(self._ahead), 1)
            self._ahead, self._at = b"", 0

    def _write_pending(self):
        while self._pending:
            count = self.raw.write(bytes(self._pending))
            if count is None:
                raise _blocked(0)
            if not 0 <= count <= len(self._pending):
                raise OSError("raw write() returned invalid length %d (should have been between 0 and %d)" % (
                    count, len(self._pending)))
            del self._pending[:count]

    def flush(self):
        self._need_open("flush of")
        self._drop_ahead()
        self._write_pending()
        self.raw.flush()


class BufferedReader(_Reads):
    __module__ = "_io"

    def __init__(self, raw, buffer_size=8192):
        self.__dict__.pop("_raw", None)
        if not raw.readable():
            raise UnsupportedOperation("File or stream is not readable.")
        self._begin(raw, buffer_size, _READS)


class BufferedWriter(_Writes):
    __module__ = "_io"

    def __init__(self, raw, buffer_size=8192):
        self.__dict__.pop("_raw", None)
        if not raw.writable():
            raise UnsupportedOperation("File or stream is not writable.")
        self._begin(raw, buffer_size, _WRITES)


class BufferedRandom(_Writes, _Reads):
    __module__ = "_io"

    def __init__(self, raw, buffer_size=8192):
        self.__dict__.pop("_raw", None)
        for allowed, what in ((raw.seekable, "seekable"), (raw.readable, "readable"), (raw.writable, "writable")):
            if not allowed():
                raise UnsupportedOperation("File or stream is not %s." % what)
        self._begin(raw, buffer_size, _READS + _WRITES)


class BufferedRWPair(BufferedIOBase):
    """A reader and a writer of two streams, such as the two ends of a connection."""

    __module__ = "_io"

    def __init__(self, reader, writer, buffer_size=8192, /):
        for allowed, what in ((reader.readable, "readable"), (writer.writable, "writable")):
            if not allowed():
                raise UnsupportedOperation("File or stream is not %s." % what)
        self._reader, self._writer = BufferedReader(reader, buffer_size), BufferedWriter(writer, buffer_size)

    def __getattr__(self, name):
        if name in ("_reader", "_writer"):
            raise ValueError("I/O operation on uninitialized object")
        raise AttributeError("'_io.%s' object has no attribute %r" % (type(self).__name__, name))

    def read(self, size=-1, /):
        return self._reader.read(size)

    def peek(self, size=0, /):
        return self._reader.peek(size)

    def read1(self, size=-1, /):
        return self._reader.read1(size)

    def readinto(self, buffer, /):
        return self._reader.readinto(buffer)

    def readinto1(self, buffer, /):
        return self._reader.readinto1(buffer)

    def readable(self):
        return self._reader.readable()

    def write(self, buffer, /):
        return self._writer.write(buffer)

    def writable(self):
        return self._writer.writable()

    def flush(self):
        return self._writer.flush()

    def isatty(self):
        return self._writer.isatty() or self._reader.isatty()

    @property
    def closed(self):
        return self._writer.closed

    def close(self):
        try:
            self._writer.close()
        finally:
            self._reader.close()
