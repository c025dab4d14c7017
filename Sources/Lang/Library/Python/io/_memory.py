"""Bytes and texts in memory that act like files."""
from _katydid import set_message_name as _set_message_name
from operator import index as _index
from io._base import BufferedIOBase, TextIOBase, UnsupportedOperation

__name__ = "io"


def _size(size, what="argument"):
    """A number of bytes or characters; None and those below 0 are all that there is."""
    if size is None:
        return -1
    try:
        return _index(size)
    except TypeError:
        raise TypeError("%s should be integer or None, not %r" % (what, type(size).__name__)) from None


def _bytes(data):
    """What a bytes-like object shows."""
    if isinstance(data, bytes):
        return data
    try:
        return bytes(memoryview(data))
    except TypeError:
        raise TypeError("a bytes-like object is required, not %r" % type(data).__name__) from None


class BytesIO(BufferedIOBase):
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

    def readable(self):
        self._check_open()
        return True

    writable = seekable = readable

    def read(self, size=-1, /):
        self._check_open()
        size = _size(size)
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
        size = _size(size)
        at = self._buffer.find(b"\n", self._position)
        end = len(self._buffer) if at < 0 else at + 1
        if size is not None and size >= 0:
            end = min(end, self._position + size)
        data = bytes(self._buffer[self._position:end])
        self._position += len(data)
        return data

    def write(self, b, /):
        self._check_open()
        data = _bytes(b)
        if self._position > len(self._buffer):
            self._buffer += b"\0" * (self._position - len(self._buffer))
        self._buffer[self._position:self._position + len(data)] = data
        self._position += len(data)
        return len(data)

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

    def tell(self):
        self._check_open()
        return self._position

    def truncate(self, size=None, /):
        self._check_open()
        size = self._position if size is None else _size(size)
        if size < 0:
            raise ValueError("negative size value %r" % (size,))
        del self._buffer[size:]
        return size

    def detach(self):
        raise UnsupportedOperation("detach")

    def __repr__(self):
        return "<_io.BytesIO object at 0x%012x>" % id(self)


class StringIO(TextIOBase):
    __module__ = "_io"

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
        size = _size(size)
        text = self._whole()
        end = len(text) if size is None or size < 0 else min(len(text), self._position + size)
        result = text[self._position:end]
        self._position = max(self._position, end)
        return result

    def readline(self, size=-1, /):
        self._check_open()
        size = _size(size)
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
        pos, whence = _index(pos), _index(whence)
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
        self._text = self._whole()[:size]
        return size

    def __repr__(self):
        return "<_io.StringIO object at 0x%012x>" % id(self)


_set_message_name(BytesIO, "_io.BytesIO")
_set_message_name(StringIO, "_io.StringIO")
