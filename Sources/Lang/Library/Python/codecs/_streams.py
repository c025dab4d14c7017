"""Streams of bytes read and written as texts."""
from codecs._names import shown_name
from codecs._pieces import Codec, decoded, encoder_of

__name__ = "codecs"


class _Wrapper:
    """What is asked for and isn't there is the stream's."""

    def __getattr__(self, name):
        if name == "stream":
            raise AttributeError(name)
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        self.stream.close()

    def __reduce_ex__(self, protocol):
        raise TypeError("can't serialize %s" % type(self).__name__)


class StreamWriter(_Wrapper, Codec):
    def __init__(self, stream, errors="strict"):
        self.stream, self.errors = stream, errors

    def write(self, object):
        data, _ = self.encode(object, self.errors)
        self.stream.write(data)

    def writelines(self, list):
        self.write("".join(list))

    def reset(self):
        pass

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        if whence == 0 and offset == 0:
            self.reset()


class StreamReader(_Wrapper, Codec):
    charbuffertype = str

    def __init__(self, stream, errors="strict"):
        self.stream, self.errors = stream, errors
        self.reset()

    def reset(self):
        self.bytebuffer, self.charbuffer = b"", self.charbuffertype()

    def read(self, size=-1, chars=-1, firstline=False):
        """So many characters, of bytes that come `size` at a time; with `firstline`, faults behind a whole line wait."""
        wanted = size if chars < 0 else chars
        while wanted < 0 or len(self.charbuffer) < wanted:
            more = self.stream.read() if size < 0 else self.stream.read(size)
            data = self.bytebuffer + more
            if not data:
                break
            try:
                text, used = self.decode(data, self.errors)
            except UnicodeDecodeError as error:
                if not firstline:
                    raise
                text, used = self.decode(data[:error.start], self.errors)
                if len(text.splitlines(keepends=True)) <= 1:
                    raise
            self.bytebuffer = data[used:]
            self.charbuffer += text
            if not more or wanted < 0:
                break
        end = len(self.charbuffer) if wanted < 0 else wanted
        result, self.charbuffer = self.charbuffer[:end], self.charbuffer[end:]
        return result

    def readline(self, size=None, keepends=True):
        line, step = self.charbuffertype(), size or 72
        # Of what was read before, all lines but the last are whole.
        known = self.charbuffer.splitlines(keepends=True)
        if len(known) > 1:
            self.charbuffer = self.charbuffer[len(known[0]):]
            return known[0] if keepends else known[0].splitlines()[0]
        while True:
            piece = self.read(step, firstline=True)
            if piece[-1:] in ("\r", b"\r"):
                # The end of a line may be in two pieces.
                piece += self.read(size=1, chars=1)
            line += piece
            lines = line.splitlines(keepends=True)
            if len(lines) > 1 or lines and lines[0].splitlines()[0] != lines[0]:
                self.charbuffer = line[len(lines[0]):] + self.charbuffer
                return lines[0] if keepends else lines[0].splitlines()[0]
            if not piece or size is not None:
                return line if keepends or not lines else lines[0].splitlines()[0]
            step = min(step * 2, 8000)

    def readlines(self, sizehint=None, keepends=True):
        return self.read().splitlines(keepends)

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reset()

    def __next__(self):
        line = self.readline()
        if line:
            return line
        raise StopIteration

    def __iter__(self):
        return self


def reader_of(encoding, decoder, pair=None):
    """The class of an encoding's readers."""
    base = StreamReader

    class StreamReader_(base):
        if pair is not None and shown_name(encoding) != "rot-13":
            charbuffertype = bytes
        _known = None

        def reset(self):
            super().reset()
            self._known = None

        def decode(self, input, errors="strict"):
            if pair is not None:
                return decoder(input, errors)
            name = shown_name(encoding)
            text, used, self._known = decoded(input, name, encoding, errors, False, self._known)
            if self._known is not None and name in ("utf-16", "utf-32") and used and self._known.endswith("-le") \
                    and not self._has_mark(input, name):
                raise UnicodeError(name.upper() + " stream does not start with BOM")
            return text, used

        def _has_mark(self, input, name):
            """Whether the mark has come, now or before."""
            self._is_marked = getattr(self, "_is_marked", False) or input[:2] == b"\xff\xfe"
            return self._is_marked

    StreamReader_.__name__ = StreamReader_.__qualname__ = "StreamReader"
    return StreamReader_


def writer_of(encoding, encoder, pair=None):
    base = StreamWriter

    class StreamWriter_(base):
        def __init__(self, stream, errors="strict"):
            super().__init__(stream, errors)
            self.reset()

        def reset(self):
            self._encoder = None if pair is not None else encoder_of(encoding)(self.errors)

        def encode(self, input, errors="strict"):
            if self._encoder is None:
                return encoder(input, errors)
            self._encoder.errors = errors
            return self._encoder.encode(input), len(input)

    StreamWriter_.__name__ = StreamWriter_.__qualname__ = "StreamWriter"
    return StreamWriter_


class StreamReaderWriter(_Wrapper):
    """A stream to read from and to write to."""

    encoding = "unknown"

    def __init__(self, stream, Reader, Writer, errors="strict"):
        self.stream = stream
        self.reader, self.writer = Reader(stream, errors), Writer(stream, errors)
        self.errors = errors

    def read(self, size=-1):
        return self.reader.read(size)

    def readline(self, size=None):
        return self.reader.readline(size)

    def readlines(self, sizehint=None):
        return self.reader.readlines(sizehint)

    def __next__(self):
        return next(self.reader)

    def __iter__(self):
        return self

    def write(self, data):
        return self.writer.write(data)

    def writelines(self, list):
        return self.writer.writelines(list)

    def reset(self):
        self.reader.reset()
        self.writer.reset()

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reader.reset()
        if whence == 0 and offset == 0:
            self.writer.reset()


class StreamRecoder(_Wrapper):
    """Shows a stream of one encoding as one of another: `encode` and `decode` are the side that is seen."""

    data_encoding = file_encoding = "unknown"

    def __init__(self, stream, encode, decode, Reader, Writer, errors="strict"):
        self.stream, self.encode, self.decode = stream, encode, decode
        self.reader, self.writer = Reader(stream, errors), Writer(stream, errors)
        self.errors = errors

    def _out(self, data):
        return self.encode(data, self.errors)[0]

    def read(self, size=-1):
        return self._out(self.reader.read(size))

    def readline(self, size=None):
        return self._out(self.reader.readline() if size is None else self.reader.readline(size))

    def readlines(self, sizehint=None):
        return self._out(self.reader.read()).splitlines(keepends=True)

    def __next__(self):
        return self._out(next(self.reader))

    def __iter__(self):
        return self

    def write(self, data):
        return self.writer.write(self.decode(data, self.errors)[0])

    def writelines(self, list):
        return self.writer.write(self.decode(b"".join(list), self.errors)[0])

    def reset(self):
        self.reader.reset()
        self.writer.reset()

    def seek(self, offset, whence=0):
        self.reader.seek(offset, whence)
        self.writer.seek(offset, whence)


def EncodedFile(file, data_encoding, file_encoding=None, errors="strict"):
    from codecs import lookup

    file_encoding = data_encoding if file_encoding is None else file_encoding
    seen, kept = lookup(data_encoding), lookup(file_encoding)
    made = StreamRecoder(file, seen.encode, seen.decode, kept.streamreader, kept.streamwriter, errors)
    made.data_encoding, made.file_encoding = data_encoding, file_encoding
    return made
