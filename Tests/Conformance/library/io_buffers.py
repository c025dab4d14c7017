"""Files of bytes, and buffers over raw streams: what they read ahead and write late, and their errors."""
import io
import os

NAME = "io_buffers.tmp"


def attempt(what, *args, **kwargs):
    try:
        print("  ", repr(what(*args, **kwargs)))
    except Exception as error:
        print("  ", type(error).__name__, error)


class Pieces(io.RawIOBase):
    """A raw stream that gives pieces and notes what is asked of it."""

    def __init__(self, *pieces):
        self.pieces, self.written, self.asked = list(pieces), [], []

    def readable(self):
        return True

    writable = readable

    def readinto(self, buffer):
        self.asked.append(len(buffer))
        piece = self.pieces.pop(0) if self.pieces else b""
        if piece is None:
            return None
        taken, rest = piece[:len(buffer)], piece[len(buffer):]
        if rest:
            self.pieces.insert(0, rest)
        buffer[:len(taken)] = taken
        return len(taken)

    def write(self, data):
        self.written.append(bytes(data))
        return len(data)


print("reading")
raw = Pieces(b"abc", b"defg", b"hi\njk\n", b"l")
reader = io.BufferedReader(raw, 4)
print(reader.peek(), reader.read(1), reader.read1(10), reader.read1(1), reader.read(4), raw.asked)
print(reader.readline(), reader.readline(), reader.readline(), reader.readline(), reader.read(), reader.read(3))
reader = io.BufferedReader(Pieces(b"abc", None, b"d", None, b"ef"))
print(reader.read(2), reader.read(2), reader.read(2), reader.read(), reader.read())
buffer = bytearray(5)
reader = io.BufferedReader(Pieces(b"abc", b"de", b"fgh"))
print(reader.readinto(buffer), buffer, reader.readinto1(buffer), buffer, reader.readinto(buffer))
print([*io.BufferedReader(Pieces(b"a\nb", b"\n\nc"))], io.BufferedReader(Pieces(b"a\nb\n")).readlines())
print(Pieces(b"abc", b"def").read(), Pieces(b"abc", b"def").readall(), Pieces(b"abc").read(2), Pieces(None).read(2))
print(Pieces(b"one\ntw", b"o\n").readline(), Pieces(b"one").readline(2), [*Pieces(b"one\ntwo")])
attempt(reader.read, -2)
attempt(reader.write, b"")
attempt(reader.seek, 0)
attempt(reader.truncate)
attempt(io.BufferedReader, Pieces(), 0)

print("writing")
raw = Pieces()
writer = io.BufferedWriter(raw, 8)
for piece in (b"abc", b"defg", b"hi", b"0123456789", b""):
    print(writer.write(piece), raw.written)
writer.flush()
print(raw.written, writer.writable(), writer.readable(), writer.closed)
attempt(writer.write, "text")
attempt(writer.read)
writer.close()
print(raw.written, raw.closed, writer.closed)
attempt(writer.write, b"x")
attempt(writer.flush)


class Full(Pieces):
    def write(self, data):
        return None


writer = io.BufferedWriter(Full(), 4)
print(writer.write(b"abc"))
try:
    writer.write(b"defgh")
except BlockingIOError as error:
    print(error.strerror)

print("both")
pair = io.BufferedRWPair(Pieces(b"abc", b"de"), Pieces())
print(pair.read(4), pair.write(b"x"), pair.readable(), pair.writable(), pair.seekable(), pair.closed)
pair.close()
print(pair.closed)
both = io.BufferedRandom(io.BytesIO(b"0123456789"), 4)
print(both.read(2), both.write(b"AB"), both.read(2), both.tell(), both.seek(0), both.read(), both.raw.getvalue())
attempt(io.BufferedRandom, Pieces())

print("files")
with open(NAME, "wb") as file:
    print(file, file.raw, file.mode, file.write(b"one\ntwo\n"), file.tell(), file.seek(4), file.write(b"TWO"), file.tell())
    attempt(file.read)
    attempt(file.readline)
with open(NAME, "rb") as file:
    print(file, file.peek(1)[:3], file.read(1), file.readline(), file.tell(), file.readinto(bytearray(2)), file.read1())
    attempt(file.write, b"x")
    attempt(file.seek, -1)
    attempt(file.seek, 0, 7)
    print(file.seek(-3, 2), file.seek(1, 1), file.read())
for operation in (file.read, file.peek, file.readline, file.tell, file.seek, file.flush, file.__iter__, file.fileno):
    attempt(operation) if operation != file.seek else attempt(operation, 0)
with open(NAME, "r+b") as file:
    print(file, file.mode, file.raw.mode, file.truncate(3), file.tell(), file.read(), file.write(b"!"), file.truncate(6), file.tell())
    file.seek(0)
    print(file.read())
with open(NAME, "ab") as file:
    print(file.tell(), file.write(b"+"), file.tell(), file.seek(0), file.write(b"-"))
with open(NAME, "rb", buffering=0) as file:
    print(file, file.read(3), file.readall(), file.read(), file.closed, file.closefd)
    attempt(file.write, b"x")
print(file)
with open(NAME, "wb", 0) as file:
    attempt(file.read)
    print(file.write(b"raw"), os.path.getsize(NAME))
attempt(open, NAME, "xb")
attempt(io.FileIO, NAME, "rz")
attempt(io.FileIO, NAME, "rw")
print(io.FileIO(NAME).read(), io.FileIO(NAME, "r").name, io.FileIO(NAME, "a+").mode, io.FileIO(NAME, "w+").mode)
late = open(NAME, "rb")
print(late.read())
with open(NAME, "ab") as file:
    file.write(b"more")
print(late.read(), late.read())
late.close()
print(isinstance(late, io.BufferedIOBase), isinstance(late.raw, io.RawIOBase), isinstance(late.raw, io.BytesIO),
      isinstance(late, io.IOBase), isinstance(io.StringIO(), io.TextIOBase), isinstance(io.BytesIO(), io.BufferedIOBase))

print("in memory")
memory = io.BytesIO(b"abc\ndef\n")
print(memory.readlines(4), memory.read(), memory.seek(20), memory.write(b""), memory.getvalue(), memory.read1(3))
print(memory.seek(2), memory.readinto(buffer), buffer, memory.readinto1(buffer), memory.truncate(4), memory.getvalue())
print(memory.seek(-2, 2), memory.read(), memory.seek(1), memory.seek(-5, 1), memory.__getstate__())
attempt(memory.write, "text")
attempt(memory.seek, -1)
attempt(memory.readlines, "x")
memory.close()
attempt(memory.writelines, [])
attempt(memory.read)
print("defaults")
for base in (io.IOBase, io.RawIOBase, io.BufferedIOBase, io.TextIOBase):
    plain = base()
    print(base.__name__, plain.readable(), plain.writable(), plain.seekable(), plain.closed)
    for name in ("seek", "tell", "truncate", "fileno", "read", "write", "detach", "isatty"):
        if hasattr(plain, name):
            attempt(getattr(plain, name), *((0,) if name in ("seek", "write") else ()))
os.remove(NAME)
