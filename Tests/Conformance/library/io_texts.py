"""Texts over bytes: line ends, places, encodings with a byte order, what is written when, and what is refused."""
import io
import os

NAME = "io_texts.tmp"


def attempt(what, *args, **kwargs):
    try:
        print("  ", repr(what(*args, **kwargs)))
    except Exception as error:
        print("  ", type(error).__name__, error)


with open(NAME, "w") as file:
    print(file, file.write("héllo\nworld\r\nthird\rlast"), file.mode, file.newlines, file.errors, file.line_buffering)
for newline in (None, "", "\n", "\r", "\r\n"):
    with open(NAME, newline=newline) as file:
        print(repr(newline), [line for line in file], repr(file.newlines))
        file.seek(0)
        places = []
        while True:
            place = file.tell()
            line = file.readline()
            if not line:
                break
            places.append((place, line))
        print(places, file.tell())
        for place, line in places:
            file.seek(place)
            assert file.readline() == line, (place, line)
        file.seek(0)
        print([file.readline(3), file.read(2), file.readline(), file.readlines(1), file.read()])
    with open(NAME, "w", newline=newline) as file:
        file.write("one\ntwo\r\nthree\r")
    with open(NAME, "rb") as file:
        print(file.read())
    with open(NAME, "w", newline="") as file:
        file.write("héllo\nworld\r\nthird\rlast")

print("places")
with open(NAME) as file:
    print(repr(file.read(3)), file.tell(), repr(file.read()), file.tell())
    file.seek(0)
    next(file)
    attempt(file.tell)
    attempt(file.seek, 1, 1)
    attempt(file.seek, -1, 2)
    attempt(file.seek, -1)
    attempt(file.seek, 0, 5)
    print(file.seek(0, 2), file.read(), file.seek(0, 0), file.read(1))

print("encodings")
for encoding in ("utf-16", "utf-8-sig", "latin-1", "ascii", "utf-32-be"):
    buffer = io.BytesIO()
    text = io.TextIOWrapper(buffer, encoding)
    text.write("ab\n")
    text.write("cd\n")
    print(encoding, buffer.getvalue(), end=" ")
    text.flush()
    print(buffer.getvalue(), text.tell())
    text.seek(0)
    first = text.readline()
    place = text.tell()
    print(first, place, text.readline(), text.seek(place), text.read())
for size in (1, 2, 3, 5, 8191, 8192, 8193):
    with open(NAME, "w", encoding="utf-8") as file:
        file.write("x" * (size - 1) + "é€😀" * 3 + "\nend")
    with open(NAME, encoding="utf-8") as file:
        lines = file.readlines()
    print(size, len(lines[0]), lines[0][-10:], lines[1])
    with open(NAME, encoding="utf-8") as file:
        file.read(size + 1)
        place = file.tell()
        rest = file.read()
        file.seek(place)
        print(place, file.read() == rest, rest)
with open(NAME, "ab") as file:
    file.write(b"\xff\nmore\n")
for errors in ("strict", "ignore", "replace", "backslashreplace", "surrogateescape"):
    with open(NAME, encoding="utf-8", errors=errors) as file:
        attempt(lambda: ascii(file.read()[-10:]))
with open(NAME, "w", encoding="ascii", errors="xmlcharrefreplace") as file:
    print(file.write("é"), file.tell())

print("what is written when")
buffer = io.BytesIO()
text = io.TextIOWrapper(buffer, "utf-8", line_buffering=True)
text.write("a")
print(buffer.getvalue())
text.write("b\nc")
print(buffer.getvalue())
text.reconfigure(line_buffering=False, newline="\r\n")
text.write("d\n")
print(buffer.getvalue(), text.line_buffering)
print(text.detach().getvalue())
attempt(text.read)
attempt(lambda: text.closed)
text = io.TextIOWrapper(io.BytesIO(b"abc\n"), "utf-8")
text.read(1)
attempt(text.reconfigure, encoding="latin-1")
attempt(text.reconfigure, line_buffering=True)
with open(NAME, "w+") as file:
    file.write("one\ntwo\nthree\n")
    file.seek(0)
    print(file.readline(), file.write("END"))
    file.seek(0)
    print(file.read())

print("refused")
for arguments in ((b"",), ("", None, None, "x"), ("", None, None, b"\n"), ("", 3), ("", "no-such"), ("", "hex")):
    attempt(io.TextIOWrapper, io.BytesIO(), *arguments[1:])
attempt(open, NAME, encoding=3)
attempt(open, NAME, newline="x")
attempt(open, NAME, "rw")
attempt(open, NAME, "rz")
attempt(open, NAME, "+")
attempt(open, NAME, "rbt")
attempt(open, NAME, "rb", encoding="utf-8")
attempt(open, NAME, "rb", newline="")
attempt(open, NAME, "r", 0)
attempt(open, NAME, closefd=False)
attempt(open, 3.5)
attempt(open, NAME + "/none")
attempt(open, "")
with open(NAME) as file:
    attempt(file.write, "x")
with open(NAME, "w") as file:
    attempt(file.read)
    attempt(file.write, b"x")
    attempt(lambda: [*file])
file.close()
for operation in (file.read, file.flush, file.tell, file.readline, file.__iter__, file.__enter__, file.isatty, file.readable):
    attempt(operation)

print("in memory")
for newline in (None, "", "\n", "\r", "\r\n"):
    text = io.StringIO("a\nb\r\nc\rd", newline)
    print(repr(newline), repr(text.getvalue()), text.readlines(), repr(text.newlines))
text = io.StringIO("é\n€\nx")
print(text.readline(), text.tell(), text.write("Y"), text.getvalue(), text.readline(), text.read(), text.tell())
text.seek(0)
print(next(text), text.read(1), [*text], text.readline(), text.__getstate__())
text.seek(10)
print(text.write(""), repr(text.getvalue()), text.write("z"), repr(text.getvalue()), text.truncate(2), text.getvalue())
attempt(text.detach)
attempt(io.StringIO, "", b"\n")
attempt(text.writelines, 3)
text.close()
attempt(text.writelines, [])
copied = io.StringIO()
copied.__setstate__(("text", "\n", 2, {"extra": 1}))
print(copied.read(), copied.extra)
os.remove(NAME)
