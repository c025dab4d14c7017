# What wrong calls of functions of modules say, and a few odd texts and numbers.
import binascii
import io
import math
import operator
import os.path
import struct
import sys
import time
import zlib
from collections import Counter


def show(make):
    try:
        print(repr(make()))
    except Exception as error:
        print(type(error).__name__, error)


CALLS = [
    (math.fsum, 1, 2), (math.sqrt,), (math.floor,), (math.pow, 1), (math.factorial,), (math.isclose, 1), (math.dist, 1),
    (math.comb, 1), (math.perm,), (math.prod,), (math.prod, 1, 2, 3), (math.trunc,), (math.modf,), (math.ldexp, 1),
    (math.gcd, "a"), (math.ulp,), (math.nextafter, 1), (math.degrees,), (math.isnan,), (time.sleep,), (time.time, 1),
    (time.mktime,), (time.perf_counter, 1), (operator.neg,), (operator.add, 1), (operator.index,), (operator.contains, 1),
    (struct.calcsize,), (sys.getrecursionlimit, 1), (sys.setrecursionlimit,), (binascii.unhexlify, 1, 2, 3),
    (os.path.basename, "a", "b"), (os.path.basename,), (os.path.splitext, "a", "b", "c"), (os.path.isfile,), (zlib.crc32,),
]
for function, *arguments in CALLS:
    show(lambda: function(*arguments))
    show(lambda: function(*arguments, foo=1))


class Broken(str):
    def __str__(self):
        return None


class Other(str):
    def __str__(self):
        return "<other>"


show(lambda: print(end=Broken()))
print("a", "b", sep=Other("x"), end=Other("y\n"))
print()
file = io.StringIO()
print("a", "b", sep=Other("x"), end=Other("y"), file=file)
print(repr(file.getvalue()))
for template, values in (("%(k)*a", {"k": "x"}), ("%(k)*d", {"k": 5}), ("%*d", (5,)), ("%*d", ("a", 5))):
    show(lambda: template % values)


class IndexedText(str):
    def __index__(self):
        return 2


class IndexedBytes(bytes):
    def __index__(self):
        return 3


class WholeText(str):
    def __int__(self):
        return 5


for value in (IndexedText("7"), IndexedBytes(b"8"), WholeText("10")):
    show(lambda: int(value))
    show(lambda: int(value, 10))
    show(lambda: float(value))
for counts in (Counter({"x": None}), Counter(a=-2, b=3), Counter(a=0.0, b=-1.5)):
    show(lambda: -counts)
    show(lambda: +counts)
