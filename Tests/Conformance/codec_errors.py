"""What encodings do with what they can't convert, under each error handler."""
import warnings

# What CPython's own types warn of (docs/library.md) is left out.
warnings.simplefilter("ignore", DeprecationWarning)

HANDLERS = ["strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "surrogateescape", "surrogatepass",
            "namereplace", "nonsense"]
TEXTS = ["a\u3042\u3044b\u3042", "\udc80\udc81x", "\ud800", "caf\xe9 \u20ac\U0001f600", "\x80\x9f"]
NAMES = ["ascii", "latin-1", "utf-8", "utf-16", "utf-16-be", "utf-32", "utf-32-le", "cp1252", "utf-8-sig", "koi8-r",
         "iso8859-15", "cp437", "Windows_1251", "mac-roman"]
for text in TEXTS:
    for name in NAMES:
        for handler in HANDLERS if name in ("ascii", "utf-8") else HANDLERS[:-1]:
            try:
                print(ascii(text), name, handler, text.encode(name, handler))
            except Exception as error:
                print(ascii(text), name, handler, type(error).__name__, ascii(str(error)))
DATA = [b"\xff\xfe\x00\xd8", b"\x00\xd8a\x00", b"\x00\xdca\x00", b"a\x00b", b"\xfe\xff\xd8\x00",
        b"\xff\xfe\x00\x00a\x00\x00\x00", b"\x00\x00\xfe\xff\x00\x00\x00a", b"a\x00\x00", b"\x00\x00\x11\x00",
        b"\x00\xd8\x00\x00", b"\x81\x80abc\xe9\xff", b"", b"\xff\xfe", b"\xf0\x9f\x98", b"\xed\xa0\x80",
        b"\xed\xb2\x80z", b"\\u0041\\x41\\101\\n\\q\\", b"\\ud800\\U0001F600\\U11000000 \\xz", b"\\u12 \\N{DIGIT ONE}",
        b"\\N{no such name}", b"\\N", b"a\\\nb\\\\u0041", bytes(range(128, 160))]
for data in DATA:
    for name in NAMES + ["unicode_escape", "raw_unicode_escape"]:
        for handler in HANDLERS[:4] + HANDLERS[5:7]:
            try:
                print(data, name, handler, ascii(data.decode(name, handler)))
            except Exception as error:
                print(data, name, handler, type(error).__name__, ascii(str(error)))
text = "a\n\t\r\\'\"\u3042\U0001f600\xe9\x00\x7f"
print(text.encode("unicode_escape"), text.encode("raw_unicode_escape"))
for name in ["no-such", "utf-9", ""]:
    try:
        "x".encode(name)
    except LookupError as error:
        print(error)
error = UnicodeEncodeError("ascii", "h\u3042\u3044", 1, 3, "ouch")
print(error, error.encoding, ascii(error.object), error.start, error.end, error.reason)
error.end = 2
print(ascii(str(error)))
error.start, error.end, error.reason = 0, 99, 5
print(error)
for arguments in [(), ("ascii", "x", 0, 1), ("ascii", b"x", 0, 1, "r"), (1, "x", 0, 1, "r")]:
    try:
        UnicodeEncodeError(*arguments)
    except TypeError as error:
        print(error)
