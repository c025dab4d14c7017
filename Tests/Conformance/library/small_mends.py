# Odd calls of library modules, each once answered in another way than by CPython.
import base64
import collections
import copy
import csv
import enum
import functools
import hashlib
import io
import itertools
import json
import logging.config
import math
import os
import random
import re
import struct
import typing
import unicodedata
import urllib.parse
from fractions import Fraction

def show(label, make):
    try:
        result = make()
    except Exception as error:
        print(label, type(error).__name__, str(error)[:200])
    else:
        print(label, ascii(result)[:200])


class Answering:
    def __getattribute__(self, name):
        return (name,)


class Sequence:
    def __getitem__(self, place):
        return "abc"[place]


class NumberWithItems(int):
    def __getitem__(self, place):
        return {0: 7, 1: 8}[place]


class Silent(int):
    def __getattribute__(self, name):
        raise StopIteration


class Path:
    def __init__(self, path):
        self.path = path

    def __fspath__(self):
        return self.path


show("copy", lambda: copy.copy(Answering()))
show("deepcopy", lambda: copy.deepcopy(memoryview(b"a")))
show("int", lambda: int.from_bytes(Sequence(), "big"))
show("int", lambda: int.from_bytes(NumberWithItems(3), "big"))
show("int", lambda: (1).to_bytes(0, "x"))
for path in (Silent(), b"a", "é", Path("p"), Path(b"p"), Path(5), bytearray(b"a"), 5, None):
    show("fspath", lambda: os.fspath(path))
Counter = collections.Counter
for one, two in ((Counter([1, 1, 2]), Counter({"x": None})), (Counter(a=2), Counter(a=-3, b=-1, c=4)),
                 (Counter(a=-2, b=0), Counter()), (Counter({"x": None}), Counter(x=1)), (Counter(a=1.5), Counter(a=1))):
    show("+", lambda: one + two)
    show("-", lambda: one - two)
    show("|", lambda: one | two)
    show("&", lambda: one & two)
    show("pos", lambda: (+one, -one, +two, -two))
show("union", lambda: typing.Union[[int], str])
show("union", lambda: typing.Optional[{}])
show("union", lambda: typing.List[""])
show("new type", lambda: typing.NewType(1, int))
for values in (dict(A=1, B="x"), dict(A=-1, B="x"), dict(A=1, B=2.5)):
    show("flag", lambda: enum.Flag("F", values))


class Masked(enum.Flag):
    A = 1
    C = 4

    def __init__(self, *values):
        print(self._name_, self._value_, type(self)._flag_mask_, type(self)._all_bits_, type(self)._singles_mask_)

    D = 5


print(list(Masked), Masked._flag_mask_, Masked._singles_mask_, ~Masked.A)
show("uniform", lambda: random.uniform(Fraction(1, 2), 1) >= 0.5)
show("uniform", lambda: random.uniform("a", 1))
show("uniform", lambda: random.uniform(1, "a"))
show("dist", lambda: math.dist("a", [1, 2]))
show("dist", lambda: math.dist("a", [1]))
show("power", lambda: (0.0 ** float("-inf"), Fraction(0) ** float("-inf")))
for code in ("<f", "<e", "@e", "@f"):
    for number in (2**48, 10**40, 1e40, 2**17):
        show(code, lambda: struct.pack(code, number))
show("json", lambda: json.dumps(Answering()))
for pattern in ("((b*))", "((ab))", "((a)(b))", "(a)(b)", "((b*|c)?)", "((a|.){1})", "(()(b*))", "((?P<n>b*|.))",
                "(a(x*)(y*))"):
    match = re.match(pattern, "abc")
    print(pattern, match.lastindex, match.lastgroup)
for value, options in ((["a\nb", 1], {"lineterminator": "|"}), (["a|b"], {"lineterminator": "|"}), (["a\rb"], {})):
    out = io.StringIO()
    csv.writer(out, **options).writerow(value)
    print(repr(out.getvalue()))
show("quote", lambda: urllib.parse.quote("été /x", " é"))
show("quote", lambda: urllib.parse.quote_plus("été x", "é"))
show("unquote", lambda: urllib.parse.unquote("%e9%41", 5))
show("unquote", lambda: urllib.parse.unquote(b"a%e9", "latin-1"))
show("unquote", lambda: urllib.parse.unquote(5))
show("parse_qs", lambda: urllib.parse.parse_qs(5))
show("parse_qs", lambda: urllib.parse.parse_qs(b"a=1", separator=b"&"))
show("parse_qs", lambda: urllib.parse.parse_qs(b"a=1", separator="&"))
show("netloc", lambda: urllib.parse.urlsplit("http://\ufeff\u2100"))
show("safe", lambda: bytes(sorted(urllib.parse._ALWAYS_SAFE)))
for number in ((2**70,), (2**70, 2), (2**70, 2**70), (5, 2**70), (-1,), (-1, 2), (2, -1), (5,)):
    show("perm", lambda: math.perm(*number))
for value in (5, None, "a", [1], bytearray(b"ab"), memoryview(b"abc")):
    show("base64", lambda: base64.b32encode(value))
    show("base64", lambda: base64.a85encode(value))
    show("base64", lambda: base64.b85encode(value))
    show("blake", lambda: hashlib.blake2b(value).hexdigest())
    show("count", lambda: next(itertools.count(value)))
show("cache", lambda: functools.cache(1))
show("cache", lambda: functools.lru_cache()(1))
for path in (b"a/b.c", b"a", b"/x//y/../z", "a/b.c", Path(b"p/q"), 5, bytearray(b"a")):
    for function in (os.path.basename, os.path.dirname, os.path.split, os.path.splitext, os.path.normpath, os.path.isabs):
        show(function.__name__, lambda: function(path))
    show("join", lambda: os.path.join(path, b"x", b"y"))
    show("join", lambda: os.path.join(path, "x"))
show("same", lambda: os.path.samefile("no such file", "nor this"))
show("decimal", lambda: unicodedata.decimal("x", 1, 2))
show("decimal", lambda: (unicodedata.decimal("x", None), unicodedata.name("\x00", 5)))
show("bytes", lambda: urllib.parse.unquote_to_bytes(None))
checks = 0
for code in range(0x110000):
    text = unicodedata.decomposition(chr(code))
    if text:
        checks = (checks * 31 + code + sum(map(ord, text))) % 2**61
print(checks, [unicodedata.decomposition(each) for each in "éǖﬁ½Ⅷ가x"])
show("decomposition", lambda: unicodedata.decomposition("ab"))
