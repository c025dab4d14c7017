"""Texts packed as gzip: whole byte strings, and files that are read and written whole."""
import io as _io
import struct as _struct
import time as _time
import zlib as _zlib

__all__ = ["BadGzipFile", "GzipFile", "open", "compress", "decompress"]

READ, WRITE = "rb", "wb"
# The bits of the flag byte, RFC 1952.
_CHECKSUM, _EXTRA, _NAME, _COMMENT = 2, 4, 8, 16


class BadGzipFile(OSError):
    pass


def compress(data, compresslevel=9, *, mtime=None):
    # zlib writes the frame when the window's size says so; only the time is ours.
    packer = _zlib.compressobj(compresslevel, _zlib.DEFLATED, 31)
    packed = packer.compress(data) + packer.flush()
    moment = int(_time.time() if mtime is None else mtime)
    return packed[:4] + _struct.pack("<L", moment) + packed[8:]


def _header_end(data, at):
    """Where the packed data of a member begins."""
    if data[at:at + 2] != b"\x1f\x8b":
        raise BadGzipFile("Not a gzipped file (%r)" % data[at:at + 2])
    if len(data) < at + 10:
        raise EOFError("Compressed file ended before the end-of-stream marker was reached")
    if data[at + 2] != 8:
        raise BadGzipFile("Unknown compression method")
    flags, at = data[at + 3], at + 10
    if flags & _EXTRA:
        at += 2 + _struct.unpack_from("<H", data, at)[0]
    for bit in (_NAME, _COMMENT):
        if flags & bit:
            at = data.index(b"\0", at) + 1
    return at + 2 if flags & _CHECKSUM else at


def decompress(data):
    data, at, parts = bytes(data), 0, []
    while at < len(data):
        start = _header_end(data, at)
        unpacker = _zlib.decompressobj(-15)
        part = unpacker.decompress(data[start:])
        if not unpacker.eof or len(unpacker.unused_data) < 8:
            raise EOFError("Compressed file ended before the end-of-stream marker was reached")
        checksum, length = _struct.unpack("<LL", unpacker.unused_data[:8])
        if checksum != _zlib.crc32(part):
            raise BadGzipFile("CRC check failed")
        if length != len(part) & 0xFFFFFFFF:
            raise BadGzipFile("Incorrect length of data produced")
        parts.append(part)
        # Zeros may pad a member's end.
        rest = unpacker.unused_data[8:].lstrip(b"\0")
        at = len(data) - len(rest)
    return b"".join(parts)


class GzipFile(_io.BytesIO):
    def __init__(self, filename=None, mode=None, compresslevel=9, fileobj=None, mtime=None):
        if mode and ("t" in mode or "U" in mode):
            raise ValueError("Invalid mode: %r" % mode)
        self.mode = (mode or "rb").rstrip("b") or "r"
        self.name = filename if filename is not None else getattr(fileobj, "name", "")
        self._owned = fileobj is None
        self._file = fileobj if fileobj is not None else _io.open(filename, self.mode + "b")
        self._level, self._time = compresslevel, mtime
        super().__init__(decompress(self._file.read()) if self.mode == "r" else b"")

    def readable(self):
        return self.mode == "r"

    def writable(self):
        return self.mode != "r"

    def write(self, data):
        if self.mode == "r":
            raise OSError(9, "write() on read-only GzipFile object")
        return super().write(data)

    def read(self, size=-1):
        if self.mode != "r":
            raise OSError(9, "read() on write-only GzipFile object")
        return super().read(size)

    def close(self):
        if self.closed:
            return
        if self.mode != "r":
            self._file.write(compress(self.getvalue(), self._level, mtime=self._time))
        if self._owned:
            self._file.close()
        super().close()


def open(filename, mode="rb", compresslevel=9, encoding=None, errors=None, newline=None):
    if "t" in mode and "b" in mode:
        raise ValueError("Invalid mode: %r" % (mode,))
    if "t" not in mode:
        for value, name in ((encoding, "encoding"), (errors, "errors"), (newline, "newline")):
            if value is not None:
                raise ValueError("Argument %r not supported in binary mode" % name)
    is_path = isinstance(filename, (str, bytes)) or hasattr(filename, "__fspath__")
    if not is_path and not hasattr(filename, "read") and not hasattr(filename, "write"):
        raise TypeError("filename must be a str or bytes object, or a file")
    plain = mode.replace("t", "")
    file = GzipFile(filename, plain, compresslevel) if is_path else GzipFile(None, plain, compresslevel, filename)
    return _io.TextIOWrapper(file, encoding, errors, newline) if "t" in mode else file
