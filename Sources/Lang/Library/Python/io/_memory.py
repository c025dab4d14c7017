"""Bytes and texts in memory that act like files."""
from _katydid import set_message_name as _set_message_name
from operator import index as _index
from io._base import BufferedIOBase, TextIOBase, _size, lines_ahead

__name__ = "io"


def _bytes(data):
    """What a bytes-like object shows."""
    if isinstance(data, bytes):
        return data
    try:
        return bytes(memoryview(data))
    except TypeError:
        raise TypeError("a bytes-like object is required, not %r" % type(data).__name__) from None


class Held:
    """Bytes that are held, and a position in them: what is in memory, and what was read of a file."""

    def readable(self):
        self._check_open()
        return True

    writable = seekable = readable

    def read(self, size=-1, /):
        self._check_open()
        return self._taken(_size(size))

    def _taken(self, size):
        start, count = self._position, len(self._buffer)
        end = count if size < 0 or start + size > count else start + size
        if end <= start:
            return b""
        self._position = end
        return bytes(self._buffer[start:end])

    def readinto(self, buffer, /):
        self._check_open()
        view = memoryview(buffer).cast("B")
        data = self._taken(len(view))
        view[:len(data)] = data
        return len(data)

    def readline(self, size=-1, /):
        self._check_open()
        size = _size(size)
        start, count = self._position, len(self._buffer)
        at = self._buffer.find(b"\n", start)
        end = count if at < 0 else at + 1
        if 0 <= size < end - start:
            end = start + size
        if end <= start:
            return b""
        self._position = end
        return bytes(self._buffer[start:end])

    def readlines(self, hint=-1, /):
        self._check_open()
        if hint is not None and not hasattr(hint, "__index__"):
            raise TypeError("integer argument expected, got %r" % type(hint).__name__)
        hint = _size(hint)
        lines, size = [], 0
        while line := self.readline():
            lines.append(line)
            size += len(line)
            if 0 < hint <= size:
                break
        return lines

    def write(self, b, /):
        self._check_open()
        if isinstance(b, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        data = _bytes(b)
        if not data:
            return 0
        if self._position > len(self._buffer):
            self._buffer += b"\0" * (self._position - len(self._buffer))
        self._buffer[self._position:self._position + len(data)] = data
        self._position += len(data)
        return len(data)

    def tell(self):
        self._check_open()
        return self._position


class BytesIO(Held, BufferedIOBase):
    __module__ = "_io"

    def __init__(self, initial_bytes=b""):
        self._buffer = bytearray() if initial_bytes is None else bytearray(_bytes(initial_bytes))
        self._position = 0

    def getvalue(self):
        self._check_open()
        return bytes(self._buffer)

    def getbuffer(self):
        self._check_open()
        return memoryview(self._buffer)

    def read1(self, size=-1, /):
        self._check_open()
        return self._taken(_size(size))

    def readinto1(self, buffer, /):
        return self.readinto(buffer)

    def seek(self, pos, whence=0, /):
        self._check_open()
        pos, whence = _index(pos), _index(whence)
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

    def truncate(self, size=None, /):
        self._check_open()
        size = self._position if size is None else _size(size)
        if size < 0:
            raise ValueError("negative size value %r" % (size,))
        del self._buffer[size:]
        return size

    def close(self):
        self._closed = True

    def __getstate__(self):
        return self.getvalue(), self._position, _attributes(self, ("_buffer", "_position", "_closed"))

    def __setstate__(self, state):
        value, position, attributes = _checked_state(self, state, 3)
        self._buffer, self._position = bytearray(_bytes(value)), position
        self.__dict__.update(attributes or {})

    def __repr__(self):
        return "<_io.BytesIO object at 0x%012x>" % id(self)


def _attributes(stream, own):
    """What a user has set in a stream."""
    return {name: value for name, value in stream.__dict__.items() if name not in own} or None


def _checked_state(stream, state, count):
    stream._check_open()
    name = type(stream).__name__
    if not isinstance(state, tuple) or len(state) < count:
        raise TypeError("_io.%s.__setstate__ argument should be %d-tuple, got %s" % (name, count, type(state).__name__))
    position, attributes = state[count - 2:count]
    if not isinstance(position, int):
        raise TypeError("%s item of state must be an integer, got %s" % (
            ("second", "third")[count - 3], type(position).__name__))
    if position < 0:
        raise ValueError("position value cannot be negative")
    if attributes is not None and not isinstance(attributes, dict):
        raise TypeError("%s item of state should be a dict, got a %s" % (
            ("third", "fourth")[count - 3], type(attributes).__name__))
    return state[:count]


class StringIO(TextIOBase):
    __module__ = "_io"

    def __init__(self, initial_value="", newline="\n"):
        if newline is not None and not isinstance(newline, str):
            raise TypeError("newline must be str or None, not %s" % type(newline).__name__)
        if newline not in (None, "", "\n", "\r", "\r\n"):
            raise ValueError("illegal newline value: %r" % (newline,))
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError("initial_value must be str or None, not %s" % type(initial_value).__name__)
        self._newline = newline
        # What was written at the end stays in parts until somebody reads.
        self._seen = None
        self._text = self._translated(initial_value or "")
        self._parts, self._length = [], len(self._text)
        self._position = 0
        # The lines that come next, if they were looked for.
        self._lines = None

    def _check_open(self):
        if self._closed:
            raise ValueError("I/O operation on closed file")

    def _translated(self, text):
        if not self._newline:
            if self._seen is None:
                from io._newlines import IncrementalNewlineDecoder

                self._seen = IncrementalNewlineDecoder(None, self._newline is None)
            return self._seen.decode(text, True)
        if self._newline != "\n":
            return text.replace("\n", self._newline)
        return text

    def writelines(self, lines, /):
        TextIOBase._check_open(self)
        for line in lines:
            self.write(line)

    @property
    def newlines(self):
        self._check_open()
        return None if self._seen is None else self._seen.newlines

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
        self._check_open()
        return False

    def close(self):
        self._closed = True

    def read(self, size=-1, /):
        self._check_open()
        size, self._lines = _size(size), None
        text, start = self._whole(), self._position
        end = len(text) if size < 0 or start + size > len(text) else start + size
        self._position = max(start, end)
        return text[start:end]

    def readline(self, size=-1, /):
        self._check_open()
        size = -1 if size == -1 else _size(size)
        if size < 0:
            if not self._lines:
                self._lines = lines_ahead(self._whole()[self._position:], self._newline)
            if self._lines:
                line = self._lines.pop()
                self._position += len(line)
                return line
        self._lines = None
        text, start = self._whole(), self._position
        if self._newline == "":
            end = len(text)
            feed, carriage = text.find("\n", start), text.find("\r", start)
            if carriage >= 0 and (feed < 0 or carriage < feed):
                end = carriage + 2 if feed == carriage + 1 else carriage + 1
            elif feed >= 0:
                end = feed + 1
        else:
            mark = self._newline or "\n"
            at = text.find(mark, start)
            end = len(text) if at < 0 else at + len(mark)
        if 0 <= size < end - start:
            end = start + size
        result = text[start:end]
        self._position += len(result)
        return result

    def write(self, s, /):
        if not isinstance(s, str):
            raise TypeError("string argument expected, got %r" % type(s).__name__)
        if self._closed:
            self._check_open()
        text = s if self._newline == "\n" else self._translated(s)
        if not text:
            return len(s)
        start, self._lines = self._position, None
        self._position = end = start + len(text)
        if start >= self._length:
            if start > self._length:
                self._parts.append("\0" * (start - self._length))
            self._parts.append(text)
            self._length = end
        else:
            whole = self._whole()
            self._text = whole[:start] + text + whole[end:]
            self._length = max(self._length, end)
        return len(s)

    def seek(self, pos, whence=0, /):
        self._check_open()
        pos, whence, self._lines = _index(pos), _index(whence), None
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
        size = self._position if size is None else _size(size)
        if size < 0:
            raise ValueError("Negative size value %d" % size)
        self._text, self._lines = self._whole()[:size], None
        self._length = len(self._text)
        return size

    def __getstate__(self):
        own = ("_newline", "_seen", "_text", "_parts", "_length", "_position", "_lines", "_closed")
        return self.getvalue(), self._newline, self._position, _attributes(self, own)

    def __setstate__(self, state):
        value, newline, position, attributes = _checked_state(self, state, 4)
        if not isinstance(value, str):
            raise TypeError("initial_value must be str or None, not %s" % type(value).__name__)
        # The text is as it was: line ends aren't translated again.
        self.__init__("", newline)
        self._text, self._length, self._position = value, len(value), position
        self.__dict__.update(attributes or {})

    def __repr__(self):
        return "<_io.StringIO object at 0x%012x>" % id(self)


_set_message_name(BytesIO, "_io.BytesIO")
_set_message_name(StringIO, "_io.StringIO")
