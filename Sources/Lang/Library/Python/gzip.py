"""Bytes packed as gzip: whole byte strings, and files that are packed and unpacked as they are written and read."""
import builtins as _builtins
import io as _io
import os as _os
import struct as _struct
import time as _time
import zlib as _zlib

__all__ = ["BadGzipFile", "GzipFile", "open", "compress", "decompress"]

READ, WRITE = 1, 2
FTEXT, FHCRC, FEXTRA, FNAME, FCOMMENT = 1, 2, 4, 8, 16
_ENDED = "Compressed file ended before the end-of-stream marker was reached"


class BadGzipFile(OSError):
    pass


def _header(level, mtime, name=b""):
    speed = {9: 2, 1: 4}.get(level, 0)
    moment = int(_time.time() if mtime is None else mtime)
    head = _struct.pack("<2sBBLBB", b"\x1f\x8b", 8, FNAME if name else 0, moment, speed, 255)
    return head + name + b"\0" if name else head


def compress(data, compresslevel=9, *, mtime=None):
    if mtime == 0:
        return _zlib.compress(data, level=compresslevel, wbits=31)
    tail = _struct.pack("<LL", _zlib.crc32(data), len(data) & 0xFFFFFFFF)
    return _header(compresslevel, mtime) + _zlib.compress(data, level=compresslevel, wbits=-15) + tail


def _exactly(file, size):
    data = file.read(size)
    while len(data) < size:
        more = file.read(size - len(data))
        if not more:
            raise EOFError(_ENDED)
        data += more
    return data


def _read_header(file):
    """Reads a member's head; the time in it, or None at the end of the file."""
    magic = file.read(2)
    if not magic:
        return None
    if magic != b"\x1f\x8b":
        raise BadGzipFile("Not a gzipped file (%r)" % magic)
    method, flags, mtime = _struct.unpack("<BBLxx", _exactly(file, 8))
    if method != 8:
        raise BadGzipFile("Unknown compression method")
    if flags & FEXTRA:
        _exactly(file, *_struct.unpack("<H", _exactly(file, 2)))
    for bit in (FNAME, FCOMMENT):
        if flags & bit:
            while file.read(1) not in (b"", b"\0"):
                pass
    if flags & FHCRC:
        _exactly(file, 2)
    return mtime


def _check(tail, checksum, size):
    expected, length = _struct.unpack("<LL", tail)
    if expected != checksum:
        return "CRC check failed %s != %s" % (hex(expected), hex(checksum))
    return None if length == size & 0xFFFFFFFF else "Incorrect length of data produced"


def decompress(data):
    data, parts = bytes(data), []
    while True:
        file = _io.BytesIO(data)
        if _read_header(file) is None:
            return b"".join(parts)
        unpacker = _zlib.decompressobj(-15)
        part = unpacker.decompress(data[file.tell():])
        if not unpacker.eof or len(unpacker.unused_data) < 8:
            raise EOFError(_ENDED)
        fault = _check(unpacker.unused_data[:8], _zlib.crc32(part), len(part))
        if fault:
            raise BadGzipFile("CRC check failed" if fault.startswith("CRC") else fault)
        parts.append(part)
        # Zeros may pad a member's end.
        data = unpacker.unused_data[8:].lstrip(b"\0")


class _Ahead:
    """A file of which something was read that belongs to what comes next."""

    def __init__(self, file):
        self.file, self.data = file, b""

    def read(self, size):
        if not self.data:
            return self.file.read(size)
        taken, self.data = self.data[:size], self.data[size:]
        return taken

    def prepend(self, data):
        self.data = data + self.data

    def seek(self, place):
        self.data = b""
        return self.file.seek(place)


class _Unpacked(_io.RawIOBase):
    """The bytes of all members of a packed file."""

    def __init__(self, file):
        self._file, self._place, self._size, self._mtime = _Ahead(file), 0, -1, None
        self._unpacker = None

    def readable(self):
        return True

    def seekable(self):
        return self._file.file.seekable()

    def read(self, size=-1):
        if size < 0:
            return self.readall()
        if not size:
            return b""
        while True:
            if self._unpacker is not None and self._unpacker.eof:
                self._end_member()
            if self._unpacker is None:
                mtime = _read_header(self._file)
                if mtime is None:
                    self._size = self._place
                    return b""
                self._mtime, self._unpacker = mtime, _zlib.decompressobj(-15)
                self._checksum, self._length = 0, 0
            packed = self._unpacker.unconsumed_tail or self._file.read(8192)
            data = self._unpacker.decompress(packed, size)
            if data:
                self._checksum = _zlib.crc32(data, self._checksum)
                self._length += len(data)
                self._place += len(data)
            if self._unpacker.eof:
                # What was asked for may end just where the member does, so that its tail has time until then.
                self._file.prepend(self._unpacker.unused_data)
            if data:
                return data
            if not packed:
                raise EOFError(_ENDED)

    def _end_member(self):
        self._unpacker = None
        fault = _check(_exactly(self._file, 8), self._checksum, self._length)
        if fault:
            raise BadGzipFile(fault)
        pad = b"\0"
        while pad == b"\0":
            pad = self._file.read(1)
        self._file.prepend(pad)

    def readinto(self, buffer):
        data = self.read(len(buffer))
        buffer[:len(data)] = data
        return len(data)

    def tell(self):
        return self._place

    def seek(self, offset, whence=0):
        if whence == 1:
            offset += self._place
        elif whence == 2:
            # The end is found by reading.
            while self._size < 0:
                self.read(8192)
            offset += self._size
        elif whence != 0:
            raise ValueError("Invalid value for whence: {}".format(whence))
        if offset < self._place:
            self._file.seek(0)
            self._place, self._unpacker, self._size = 0, None, -1
        while self._place < offset and self.read(min(8192, offset - self._place)):
            pass
        return self._place


class GzipFile(_io.BufferedIOBase):
    """A packed file that is read or written as what it holds."""

    # The file that was opened for it, which is closed with it.
    myfileobj = fileobj = None

    def __init__(self, filename=None, mode=None, compresslevel=9, fileobj=None, mtime=None):
        if mode and ("t" in mode or "U" in mode):
            raise ValueError("Invalid mode: {!r}".format(mode))
        given = mode
        if mode and "b" not in mode:
            mode += "b"
        if fileobj is None:
            fileobj = self.myfileobj = _builtins.open(filename, mode or "rb")
        if filename is None:
            filename = getattr(fileobj, "name", "")
            filename = filename if isinstance(filename, (str, bytes)) else ""
        else:
            filename = _os.fspath(filename)
        if mode is None:
            mode = getattr(fileobj, "mode", "rb")
        if mode.startswith("r"):
            self.mode, self.name = READ, filename
            self._buffer = _io.BufferedReader(_Unpacked(fileobj))
        elif mode.startswith(("w", "a", "x")):
            if given is None:
                import warnings

                warnings.warn("GzipFile was opened for writing, but this will change in future Python releases.  "
                              "Specify the mode argument for opening it for writing.", FutureWarning, 2)
            self.mode, self.name = WRITE, filename
            self.crc, self.size, self.offset = _zlib.crc32(b""), 0, 0
            self.compress = _zlib.compressobj(compresslevel, _zlib.DEFLATED, -15, 8, 0)
        else:
            raise ValueError("Invalid mode: {!r}".format(mode))
        self.fileobj = fileobj
        self._write_mtime = mtime
        if self.mode == WRITE:
            fileobj.write(_header(compresslevel, mtime, self._file_name()))

    def _file_name(self):
        """What the head says of the name: without the folder and the ending, if Latin-1 can say it."""
        try:
            name = _os.path.basename(self.name)
            name = name if isinstance(name, bytes) else name.encode("latin-1")
            return name.removesuffix(b".gz")
        except UnicodeEncodeError:
            return b""

    @property
    def mtime(self):
        """The time in the head that was read last."""
        return self._buffer.raw._mtime

    @property
    def closed(self):
        return self.fileobj is None

    def _check_open(self):
        if self.fileobj is None:
            raise ValueError("I/O operation on closed file")

    def _need(self, mode, what):
        self._check_open()
        if self.mode != mode:
            raise OSError(9, "%s on %s GzipFile object" % (what, "write-only" if mode == READ else "read-only"))

    def write(self, data):
        self._check_open()
        if self.mode != WRITE:
            raise OSError(9, "write() on read-only GzipFile object")
        if isinstance(data, str):
            raise TypeError("memoryview: a bytes-like object is required, not 'str'")
        data = data if isinstance(data, bytes) else memoryview(data).tobytes()
        if data:
            self.fileobj.write(self.compress.compress(data))
            self.size += len(data)
            self.crc = _zlib.crc32(data, self.crc)
            self.offset += len(data)
        return len(data)

    def read(self, size=-1):
        self._need(READ, "read()")
        return self._buffer.read(size)

    def read1(self, size=-1):
        self._need(READ, "read1()")
        return self._buffer.read1(8192 if size < 0 else size)

    def peek(self, n):
        self._need(READ, "peek()")
        return self._buffer.peek(n)

    def readline(self, size=-1):
        self._check_open()
        return self._buffer.readline(size)

    def flush(self, zlib_mode=_zlib.Z_SYNC_FLUSH):
        self._check_open()
        if self.mode == WRITE:
            self.fileobj.write(self.compress.flush(zlib_mode))
            self.fileobj.flush()

    def close(self):
        file = self.fileobj
        if file is None:
            return
        self.fileobj = None
        try:
            if self.mode == WRITE:
                file.write(self.compress.flush())
                file.write(_struct.pack("<LL", self.crc, self.size & 0xFFFFFFFF))
            else:
                self._buffer.close()
        finally:
            mine, self.myfileobj = self.myfileobj, None
            if mine is not None:
                mine.close()

    def fileno(self):
        return self.fileobj.fileno()

    def rewind(self):
        if self.mode != READ:
            raise OSError("Can't rewind in write mode")
        self._buffer.seek(0)

    def readable(self):
        return self.mode == READ

    def writable(self):
        return self.mode == WRITE

    def seekable(self):
        return True

    def tell(self):
        self._check_open()
        return self.offset if self.mode == WRITE else self._buffer.tell()

    def seek(self, offset, whence=0):
        self._check_open()
        if self.mode == READ:
            return self._buffer.seek(offset, whence)
        if whence == 1:
            offset += self.offset
        elif whence != 0:
            raise ValueError("Seek from end not supported")
        if offset < self.offset:
            raise OSError("Negative seek in write mode")
        # What is left out is zeros.
        while self.offset < offset:
            self.write(b"\0" * min(1024, offset - self.offset))
        return self.offset

    def __repr__(self):
        return "<gzip %s %s>" % (repr(self.fileobj)[1:-1], hex(id(self)))


def open(filename, mode="rb", compresslevel=9, encoding=None, errors=None, newline=None):
    if "t" in mode:
        if "b" in mode:
            raise ValueError("Invalid mode: %r" % (mode,))
    else:
        for value, name in ((encoding, "encoding"), (errors, "errors"), (newline, "newline")):
            if value is not None:
                raise ValueError("Argument %r not supported in binary mode" % name)
    plain = mode.replace("t", "")
    if isinstance(filename, (str, bytes)) or hasattr(filename, "__fspath__"):
        file = GzipFile(filename, plain, compresslevel)
    elif hasattr(filename, "read") or hasattr(filename, "write"):
        file = GzipFile(None, plain, compresslevel, filename)
    else:
        raise TypeError("filename must be a str or bytes object, or a file")
    return _io.TextIOWrapper(file, encoding, errors, newline) if "t" in mode else file
