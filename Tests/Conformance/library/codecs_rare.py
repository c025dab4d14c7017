# UTF-7, Punycode, and the encodings that are for other data than text.
import codecs


def show(label, make):
    try:
        print(label, ascii(make()))
    except Exception as error:
        print(label, type(error).__name__, error, type(error.__cause__).__name__)


TEXTS = ["", "a", "a+b", "+", "-", "~\\", "\u00e9+-", "hi\u20acx", "\U0001f600", "\U0001f600\u00e9a", "\ud800", "a\udc00b",
         "\x00\x7f\x80", "b\u00fccher", "\u4e2d\u6587", "M\u00fcnchen-Ost", "1 + 1 = 2\r\n\t", "\u00fc-\u00fc", "\uffff"]
for name in ("utf-7", "UTF_7", "u7", "punycode"):
    for text in TEXTS:
        show(f"{name} {text!a}", lambda: text.encode(name))
        show(f"{name} back", lambda: text.encode(name).decode(name))
BYTES = [b"+AOQ-", b"+AOQ", b"+AO", b"+", b"+-", b"+-a", b"a+!b", b"\xff", b"a\xe9b", b"+2D3eAA-", b"+2D0-", b"+2D3", b"+//8-",
         b"+AOQ\xff", b"a-4ca", b"bcher-kva", b"kva-", b"-", b"a-$", b"99999999", b"a-999zz", b"ABC-XYZ", b"\xe9-4ca", b"4CA"]
for name in ("utf-7", "punycode"):
    for data in BYTES:
        for errors in ("strict", "ignore", "replace"):
            show(f"{name} {data} {errors}", lambda: data.decode(name, errors))
for name in ("hex", "rot13", "rot-13", "base64", "zlib", "bz2", "uu", "quopri", "HEX", "none such"):
    show(name, lambda: "a".encode(name))
    show(name, lambda: b"a".decode(name))
    show(name, lambda: str(b"a", name))


class Two:
    def __init__(self, kind, *args):
        self.kind, self.args = kind, args

    def __call__(self, data, errors="strict"):
        raise self.kind(*self.args)


class Own(ValueError):
    pass


FAULTS = {"plain": (ValueError, "wrong"), "own": (Own, "wrong"), "bare": (KeyError,), "many": (ValueError, 1, 2),
          "number": (ValueError, 1), "system": (OSError, 2, "gone"), "key": (KeyError, "k")}
codecs.register(lambda name: name in FAULTS and (Two(*FAULTS[name]), Two(*FAULTS[name]), None, None) or None)
for name in FAULTS:
    show(name, lambda: "a".encode(name))
    show(name, lambda: b"a".decode(name))
for arguments in ((1,), (None,), ("utf-8", 1), ("none such", 1), ("utf-8", None)):
    show(arguments, lambda: "a".encode(*arguments))
    show(arguments, lambda: b"a".decode(*arguments))
    show(arguments, lambda: str(b"a", *arguments))
    show(arguments, lambda: str("a", *arguments))
HOSTS = ["", "a", "example.com", "example.com.", "a..b", ".a", "a" * 63, "a" * 64, "a." + "b" * 64, "b\u00fccher.example",
         "B\u00dcCHER.de", "stra\u00dfe.de", "\u0130x", "\u4e2d\u6587.\u4e2d\u56fd", "a\u3002b\u00e9", "\u00e9.", "\u00e9..a",
         ".\u00e9", "\u00e9" * 60, "xn--a\u00e9", "\u00ad\u00e9", "\u03c3\u03c2\u03a3", "\u0391\u0345", "cafe\u0301", "\u30ab\u3099",
         "\u1e9e", "\u00a0", "a b", "A_\u00c9", "\ud55c\uad6d.kr"]
for host in HOSTS:
    show(f"host {host!a}", lambda: host.encode("idna"))
    show(f"host {host!a}", lambda: host.encode("idna").decode("idna"))
    show(f"host {host!a}", lambda: host.encode("idna", "ignore"))
for data in (b"xn--bcher-kva.example", b"XN--BCHER-KVA", b"xn--", b"xn--\xe9", b"a\xe9", b"xn--bcher-KVA", b"a.xn--4ca.",
             b"xn--4ca..a", b"xn--$", b"a." + b"b" * 1025, b"a..b"):
    show(data, lambda: data.decode("idna"))
    show(data, lambda: data.decode("idna", "ignore"))
