"""Text on top of bytes: decoded piece by piece as it is read, encoded as it is written."""
from operator import index as _index
from io._base import TextIOBase, UnsupportedOperation, _size, close_flushed, flush_quietly, lines_ahead
from io._memory import _bytes

__name__ = "io"

_UTF_8 = ("utf-8", "UTF-8", "utf8")


class _Utf8Decoder:
    """Keeps the bytes of a character that isn't whole yet; without `codecs`, which most files can do without."""

    def __init__(self, errors):
        self.errors, self._rest = errors, b""

    def decode(self, data, final=False):
        data = self._rest + data if self._rest else data
        if final or not data or data[-1] < 0x80:
            self._rest = b""
            return data.decode("utf-8", self.errors)
        cut = 0
        for back in range(1, min(3, len(data)) + 1):
            byte = data[-back]
            if byte >= 0xC0:
                cut = back if back < (2 if byte < 0xE0 else 3 if byte < 0xF0 else 4) and byte < 0xF5 else 0
            if byte >= 0xC0 or byte < 0x80:
                break
        if cut > 1:
            # What can't become a character isn't waited for.
            try:
                data[-cut:].decode()
            except UnicodeDecodeError as error:
                cut = cut if error.reason == "unexpected end of data" else 0
        self._rest = data[len(data) - cut:]
        return data[:len(data) - cut].decode("utf-8", self.errors)

    def getstate(self):
        return self._rest, 0

    def setstate(self, state):
        self._rest = state[0]

    def reset(self):
        self._rest = b""


def _check_codec(encoding):
    try:
        "".encode(encoding)
    except LookupError as error:
        if "unknown encoding" in str(error):
            raise
        raise LookupError("%r is not a text encoding; use codecs.open() to handle arbitrary codecs" % encoding) from None


class TextIOWrapper(TextIOBase):
    """Text on top of a buffer of bytes."""

    __module__ = "_io"

    _CHUNK_SIZE = 8192
    __del__ = flush_quietly

    def __init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False):
        for value, name in ((encoding, "encoding"), (errors, "errors"), (newline, "newline")):
            if value is not None and not isinstance(value, str):
                raise TypeError("TextIOWrapper() argument %s must be str or None, not %s" % (
                    repr(name), type(value).__name__))
        self.__dict__.pop("_buffer", None)
        _check_newline(newline)
        encoding = "UTF-8" if encoding in (None, "locale") else encoding
        _check_codec(encoding)
        self._buffer = buffer
        self._set(encoding, errors or "strict", newline, bool(line_buffering), bool(write_through))
        # What was decoded, how much of that was taken, and the lines that come next if they were looked for.
        self._text, self._at, self._lines = "", 0, None
        self._decoder = self._encoder = self._snapshot = None
        # Whether reading goes on somewhere in the middle, where no byte order is told.
        self._resumes = False
        self._seekable = self._telling = buffer.seekable()
        self._reads_once = hasattr(buffer, "read1")
        # What lies over a file holds it until it is written; elsewhere bytes are handed on when there are enough.
        self._file = buffer.raw if getattr(buffer, "_passes_on", ()) else None
        self._pending, self._pending_size = [], 0
        self._starts = not (self._seekable and buffer.writable() and buffer.tell())

    def _set(self, encoding, errors, newline, line_buffering, write_through):
        self._encoding, self._errors, self._newline = encoding, errors, newline
        self._line_buffering, self._write_through = line_buffering, write_through
        # What ends a line where it isn't looked for in all ways, and what takes its place in what is written.
        self._mark = newline or "\n"
        self._written_mark = newline if newline in ("\r", "\r\n") else None

    def __getattr__(self, name):
        if name == "_buffer":
            raise ValueError("I/O operation on uninitialized object")
        raise AttributeError("'_io.TextIOWrapper' object has no attribute %r" % name)

    encoding = property(lambda self: self._encoding)
    errors = property(lambda self: self._errors)
    line_buffering = property(lambda self: self._line_buffering)
    write_through = property(lambda self: self._write_through)

    @property
    def buffer(self):
        if self._buffer is None:
            raise ValueError("underlying buffer has been detached")
        return self._buffer

    name = property(lambda self: self.buffer.name)
    closed = property(lambda self: self.buffer.closed)

    @property
    def newlines(self):
        return getattr(self._decoder, "newlines", None)

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

    def _begin_reading(self):
        self._check_open()
        if not self.buffer.readable():
            raise UnsupportedOperation("not readable")
        if self._encoding in _UTF_8:
            decoder = _Utf8Decoder(self._errors)
        else:
            import codecs

            decoder = codecs.getincrementaldecoder(self._encoding)(self._errors)
        if not self._newline:
            from io._newlines import IncrementalNewlineDecoder

            decoder = IncrementalNewlineDecoder(decoder, self._newline is None)
        self._decoder = decoder
        self._reset_decoder()

    def _reset_decoder(self):
        if self._resumes:
            self._decoder.setstate((b"", 0))
        else:
            self._decoder.reset()

    def _read_chunk(self):
        """Decodes what comes next; whether there was something."""
        if self._telling:
            kept, flags = self._decoder.getstate()
        data = self._buffer.read1(self._CHUNK_SIZE) if self._reads_once else self._buffer.read(self._CHUNK_SIZE)
        if not isinstance(data, bytes):
            data = self._checked(data, "underlying %s()" % ("read1" if self._reads_once else "read"))
        text = self._decoder.decode(data, not data)
        if not isinstance(text, str):
            raise TypeError("decoder should return a string result, not '%s'" % type(text).__name__)
        self._text, self._at, self._lines = self._text[self._at:] + text, 0, None
        if self._telling:
            self._snapshot = (flags, kept + data, len(self._text) - len(text))
        return bool(data) or bool(text)

    def _checked(self, data, what):
        try:
            return _bytes(data)
        except TypeError:
            raise TypeError("%s should have returned a bytes-like object, not '%s'" % (
                what, type(data).__name__)) from None

    def read(self, size=-1, /):
        self._check_open()
        size = _size(size)
        if self._decoder is None:
            self._begin_reading()
        self._flush_pending()
        if size < 0:
            data = self._buffer.read()
            if not isinstance(data, bytes):
                data = self._checked(data, "underlying read()")
            rest = self._decoder.decode(data, True)
            text = self._text[self._at:] + rest if self._at < len(self._text) else rest
            self._text, self._at, self._lines, self._snapshot = "", 0, None, None
            return text
        while len(self._text) - self._at < size and self._read_chunk():
            pass
        start = self._at
        self._at, self._lines = min(len(self._text), start + size), None
        return self._text[start:self._at]

    def readline(self, size=-1, /):
        buffer = self._buffer
        if buffer is None or buffer.closed:
            self._check_open()
        if self._lines and size == -1:
            line = self._lines.pop()
            self._at += len(line)
            return line
        size = -1 if size == -1 else _index(size)
        if self._decoder is None:
            self._begin_reading()
        if self._pending:
            self._flush_pending()
        while True:
            text, start = self._text, self._at
            if size < 0 and start < len(text):
                self._lines = lines_ahead(text[start:], self._newline)
                if self._lines:
                    line = self._lines.pop()
                    self._at += len(line)
                    return line
            end = self._line_end(text, start)
            # CPython has something read even if nothing is wanted of it.
            if end < 0 and 0 <= size <= len(text) - start and start < len(text):
                end = start + size
            if end >= 0 or not self._read_chunk():
                break
        if end < 0:
            text, start = self._text, self._at
            self._text, self._at, self._lines, self._snapshot = "", 0, None, None
            return text[start:]
        if 0 <= size < end - start:
            end = start + size
        self._at, self._lines = end, None
        return text[start:end]

    def _line_end(self, text, start):
        """Where the line ends that begins somewhere in a text; -1 if what is there of it doesn't tell."""
        if self._newline == "":
            feed, carriage = text.find("\n", start), text.find("\r", start)
            if carriage >= 0 and (feed < 0 or carriage < feed):
                return carriage + 2 if feed == carriage + 1 else carriage + 1
            return feed + 1 or -1
        at = text.find(self._mark, start)
        return -1 if at < 0 else at + len(self._mark)

    def __next__(self):
        self._telling = False
        line = self.readline()
        if not line:
            self._snapshot, self._telling = None, self._seekable
            raise StopIteration
        return line

    def write(self, s, /):
        raw = self._file
        if raw is None or raw._closed:
            self._check_open()
        if not isinstance(s, str):
            raise TypeError("write() argument must be str, not %s" % type(s).__name__)
        text = s
        if self._written_mark and "\n" in s:
            text = s.replace("\n", self._written_mark)
        if self._encoding in _UTF_8:
            data = text.encode("utf-8", self._errors)
        else:
            data = self._begin_writing().encode(text)
        if raw is not None and raw._writes:
            raw.write(data)
        elif not self._buffer.writable():
            raise UnsupportedOperation("not writable")
        else:
            if self._pending_size and self._pending_size + len(data) > self._CHUNK_SIZE:
                self._flush_pending()
            self._pending.append(data)
            self._pending_size += len(data)
            if self._pending_size >= self._CHUNK_SIZE or self._write_through:
                self._flush_pending()
        if self._line_buffering and ("\n" in s or "\r" in text):
            self._flush_pending()
            self._buffer.flush()
        if self._text or self._snapshot:
            self._text, self._at, self._lines, self._snapshot = "", 0, None, None
            self._decoder.reset()
        return len(s)

    def _begin_writing(self):
        if self._encoder is None:
            import codecs

            self._encoder = codecs.getincrementalencoder(self._encoding)(self._errors)
            if not self._starts:
                self._encoder.setstate(0)
        return self._encoder

    def _flush_pending(self):
        if self._pending:
            data = b"".join(self._pending)
            self._pending, self._pending_size = [], 0
            self._buffer.write(data)

    def flush(self):
        self._check_open()
        self._telling = self._seekable
        self._flush_pending()
        self._buffer.flush()

    def close(self):
        if self.buffer.closed:
            return
        close_flushed(self.flush, self._buffer.close)

    def detach(self):
        buffer = self.buffer
        self.flush()
        self._buffer = self._file = None
        return buffer

    def truncate(self, pos=None, /):
        self.flush()
        return self._buffer.truncate() if pos is None else self._buffer.truncate(pos)

    def reconfigure(self, *, encoding=None, errors=None, newline=..., line_buffering=None, write_through=None):
        """Changes how text is read and written, while nothing has been decoded."""
        for value, name in ((encoding, "encoding"), (errors, "errors"), (None if newline is ... else newline, "newline")):
            if value is not None and not isinstance(value, str):
                raise TypeError("reconfigure() argument %s must be str or None, not %s" % (
                    repr(name), type(value).__name__))
        if self._decoder is not None and (encoding is not None or errors is not None or newline is not ...):
            raise UnsupportedOperation("It is not possible to set the encoding or newline of stream after the first read")
        newline = self._newline if newline is ... else newline
        _check_newline(newline)
        if encoding is not None:
            encoding = "UTF-8" if encoding == "locale" else encoding
            _check_codec(encoding)
            errors = errors or "strict"
        self.flush()
        if encoding is not None or errors is not None:
            self._encoder, self._starts = None, not (self._seekable and self._buffer.tell())
        self._set(encoding or self._encoding, errors or self._errors, newline,
                  self._line_buffering if line_buffering is None else bool(line_buffering),
                  self._write_through if write_through is None else bool(write_through))

    def tell(self):
        """Where the text goes on: the place of bytes, with more in it where their decoder has to know more."""
        self._check_open()
        if not self._seekable:
            raise UnsupportedOperation("underlying stream is not seekable")
        if not self._telling:
            raise OSError("telling position disabled by next() call")
        self.flush()
        position = self._buffer.tell()
        if self._decoder is None or self._snapshot is None:
            return position
        from io._places import told

        return told(self._decoder, position, self._snapshot, self._at)

    def seek(self, cookie, whence=0, /):
        self._check_open()
        cookie, whence = _index(cookie), _index(whence)
        if not self._seekable:
            raise UnsupportedOperation("underlying stream is not seekable")
        if whence == 1:
            if cookie != 0:
                raise UnsupportedOperation("can't do nonzero cur-relative seeks")
            whence, cookie = 0, self.tell()
        if whence == 2:
            if cookie != 0:
                raise UnsupportedOperation("can't do nonzero end-relative seeks")
            self.flush()
            place = self._buffer.seek(0, 2)
            self._forget(place == 0)
            return place
        if whence != 0:
            raise ValueError("invalid whence (%d, should be 0, 1 or 2)" % whence)
        if cookie < 0:
            raise ValueError("negative seek position %r" % (cookie,))
        self.flush()
        if cookie >> 64 == 0:
            self._buffer.seek(cookie)
            self._forget(cookie == 0)
        else:
            from io._places import unpacked

            place, flags, count, skipped, at_end = unpacked(cookie)
            self._buffer.seek(place)
            self._forget(False)
            if self._decoder is None:
                self._begin_reading()
            self._decoder.setstate((b"", flags))
            self._snapshot = (flags, b"", 0)
            if skipped:
                data = self._buffer.read(count)
                self._text = self._decoder.decode(data, bool(at_end))
                self._snapshot = (flags, data, 0)
                if len(self._text) < skipped:
                    raise OSError("can't restore logical file position")
                self._at = skipped
        return cookie

    def _forget(self, is_start):
        """Drops what was read ahead, for another place; at the beginning an encoding may say its byte order."""
        self._text, self._at, self._lines, self._snapshot = "", 0, None, None
        self._resumes = not is_start
        if self._decoder is not None:
            self._reset_decoder()
        self._starts = is_start
        if self._encoder is not None:
            if is_start:
                self._encoder.reset()
            else:
                self._encoder.setstate(0)

    def __repr__(self):
        kind = type(self)
        text = f"<{kind.__module__}.{kind.__qualname__}"
        for name in ("name", "mode"):
            try:
                text += f" {name}={getattr(self, name)!r}"
            except (AttributeError, ValueError):
                pass
        return text + f" encoding={self._encoding!r}>"


def _check_newline(newline):
    if newline not in (None, "", "\n", "\r", "\r\n"):
        raise ValueError("illegal newline value: %s" % (newline,))
