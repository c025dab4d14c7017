"""Packed files: read and written in parts, sought in, damaged; and packed byte strings."""
import gzip
import io
import os
import zlib

NAME = "gzip_files.tmp"


def attempt(what, *args, **kwargs):
    try:
        print("  ", repr(what(*args, **kwargs)))
    except Exception as error:
        print("  ", type(error).__name__, error)


data = b"".join(b"line %d of what is packed\n" % number for number in range(2000))
print("whole")
for level in (0, 1, 6, 9):
    packed = gzip.compress(data, level, mtime=1234567890)
    print(level, packed[:10], gzip.decompress(packed) == data, gzip.compress(b"", level, mtime=1))
print(gzip.compress(b"x", mtime=0)[:9], gzip.decompress(b""), gzip.decompress(packed + b"\0\0" + packed) == data * 2)
for broken in (b"no gzip at all", packed[:-3], packed[:5], packed[:-8] + b"12345678", packed[:-4] + b"abcd", b"\x1f\x8b\x07" + packed[3:], packed + b"junk"):
    attempt(lambda: len(gzip.decompress(broken)))
    attempt(lambda: len(gzip.GzipFile(fileobj=io.BytesIO(broken)).read()))

print("writing")
with gzip.GzipFile(NAME, "wb", mtime=5) as file:
    print(file.mode, file.name, file.writable(), file.readable(), file.seekable(), file.tell(), file.closed)
    print(file.write(data), file.write(bytearray(b"abc")), file.write(memoryview(b"de")), file.write(b""), file.tell())
    attempt(file.read)
    attempt(file.write, "text")
    attempt(file.seek, 0)
    attempt(file.seek, 0, 2)
    print(file.seek(5, 1), file.size, file.crc == zlib.crc32(data + b"abcde" + b"\0" * 5))
    file.flush()
print(file.closed, file.fileobj, open(NAME, "rb").read(25))
attempt(file.write, b"x")
attempt(file.tell)
with gzip.open(NAME, "ab") as file:
    file.write(b"appended\n")

print("reading")
with gzip.open(NAME) as file:
    print(file.mode == gzip.READ, file.name, file.mtime, file.readline(), file.read(6), file.peek(3)[:3], file.read1(4), file.tell())
    print(file.mtime, file.seek(30000), file.readline(), file.seek(-9, 2), file.read(), file.seek(3), file.seek(4, 1), file.read(4))
    file.rewind()
    print(file.readline(), sum(1 for _ in file), file.read(), file.read(5))
    attempt(file.write, b"x")
    attempt(file.seek, 0, 3)
    buffer = bytearray(6)
    file.seek(0)
    print(file.readinto(buffer), buffer, file.readlines(30))
attempt(file.read)
attempt(file.seek, 0)
with gzip.open(NAME, "wt", encoding="utf-8", newline="\r\n") as file:
    print(file.write("é\n€\n"), type(file).__name__)
with gzip.open(NAME, "rt", encoding="utf-8", newline="") as file:
    print([*file])
with gzip.open(NAME, "rt", encoding="utf-8") as file:
    print(file.read(2), file.tell(), file.readline(), file.seek(0), file.read())
memory = io.BytesIO()
with gzip.GzipFile("folder/näme.txt.gz", "w", 1, memory, 7) as file:
    file.write(b"x")
print(memory.closed, memory.getvalue()[:22])
with gzip.GzipFile("€.gz", "w", fileobj=io.BytesIO(), mtime=7) as file:
    print(file.fileobj.getvalue(), repr(file).split("_io.BytesIO")[0])
for arguments in ((NAME, "rt"), (NAME, "z"), (NAME, "rU")):
    attempt(gzip.GzipFile, *arguments)
attempt(gzip.open, NAME, "rbt")
attempt(gzip.open, NAME, "rb", encoding="utf-8")
attempt(gzip.open, 3.5)
attempt(gzip.open, "none.gz")
os.remove(NAME)
