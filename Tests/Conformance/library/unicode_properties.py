"""What Unicode says of characters: case, classes, widths, directions; those of later versions are unassigned."""
import unicodedata


def t(function, *args):
    try:
        print(ascii(function(*args)))
    except Exception as error:
        print(type(error).__name__, error)


def summary(function, step=7):
    """A short text that tells most differences between two tables."""
    total = 0
    for code in range(0, 0x20000, step):
        if not 0xD800 <= code < 0xE000:
            total = (total * 31 + sum(function(chr(code)).encode("utf-8"))) % 1000000007
    return total


for name, function in [("casefold", str.casefold), ("upper", str.upper), ("lower", str.lower), ("title", str.title),
                       ("capitalize", str.capitalize), ("swapcase", str.swapcase), ("repr", repr)]:
    print(name, summary(function))
for name in ("isalpha", "isdigit", "isdecimal", "isalnum", "isspace", "isupper", "istitle", "isprintable"):
    print(name, summary(lambda c: str(getattr(c, name)())))
for name in ("east_asian_width", "bidirectional", "mirrored"):
    print(name, summary(lambda c: str(getattr(unicodedata, name)(c)), 3))
for text in ["\u01c6x", "\xdfa", "\u1fb3x", "\ufb01x", "\u0149", "\u03a3\u0391\u03a3", "\u0130", "\u01f0", "\u03b0", "\u10d0",
             "\u1f80", "\u0391\u03a3", "\u03a3", "a\u03a3", "\u0345\u03b1", "\u019b\u1d00\u1d86\u0221\u1fb7", "\u13a0\uab70", "\u1e9e"]:
    for change in ("capitalize", "title", "upper", "lower", "casefold", "swapcase"):
        print(ascii(getattr(text, change)()), end=" ")
    print()
for wrong in ("ab", "", 5, None):
    for name in ("name", "category", "combining", "mirrored", "east_asian_width", "bidirectional", "numeric", "digit"):
        t(getattr(unicodedata, name), wrong)
t(unicodedata.normalize, 5, "a")
t(unicodedata.normalize, "NFC", None)
t(unicodedata.normalize, "X", "\xe9")
