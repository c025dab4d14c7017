"""What functions of small modules say about arguments that are wrong, and values at their edges."""
import array
import base64
import collections
import functools
import hashlib
import hmac
import io
import math
import operator
import re
import struct
import types
import weakref
import zlib


def t(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


for value in [collections.deque(), collections.OrderedDict(), collections.defaultdict(), re.compile("a"),
              re.match("a", "a"), functools.partial(int), types.SimpleNamespace(), io.StringIO(), io.BytesIO(),
              array.array("b"), iter([])]:
    t(lambda: value.missing)
    t(lambda: value + 1)
    t(lambda: value())
for index in ("a", None, 1.5, 9):
    t(lambda: collections.deque([1])[index])
t(collections.deque([1, 2]).remove, "x")
ordered = collections.OrderedDict(a=1, b=2)
print(ordered.keys(), ordered.values(), ordered.items())
joined = collections.defaultdict(int, a=1) | {"b": 2}
print(joined, {"b": 2} | collections.defaultdict(list, a=1), type(joined).__name__, joined["new"])


class Own(collections.defaultdict):
    pass


print(type(Own(int) | {}).__name__, type({} | Own(int)).__name__)
for given in (1, "a", None, 1.5, [1, 2], b"\1\0", bytearray(b"\1"), (3,)):
    t(int.from_bytes, given)
for arguments in [("\0", 1), ("99999999999999999999s", b""), (), ("f", "x"), ("i", 2 ** 40), ("2s", b"abc")]:
    t(struct.pack, *arguments)
for offset in (0, -2, -10, 5, 2 ** 63 - 1, 100):
    t(struct.unpack_from, "<I", b"\1\2\3\4\5\6\7\x08", offset)
raw = zlib.compressobj(9, zlib.DEFLATED, -15)
data = raw.compress(b"hello" * 9) + raw.flush()
t(raw.flush)
t(raw.compress, b"x")
t(zlib.decompress, data, -15)
known = zlib.compressobj(zdict=b"hello")
packed = known.compress(b"hello there") + known.flush()
t(zlib.decompressobj().decompress, packed)
t(zlib.decompressobj(zdict=b"hello").decompress, packed)
t(zlib.decompressobj(zdict=b"hellx").decompress, packed)
first = zlib.compressobj()
first.compress(b"ab")
second = first.copy()
print(first.flush() == second.flush())
reader = zlib.decompressobj()
whole = zlib.compress(b"0123456789" * 9)
begun = reader.decompress(whole[:8])
other = reader.copy()
print(begun + reader.decompress(whole[8:]) == begun + other.decompress(whole[8:]), other.eof)
t(hmac.new, b"k")
t(operator.length_hint, 5, "a")
t(operator.attrgetter)
t(lambda: operator.attrgetter("real.")(1))
t(operator.methodcaller)
t(math.lgamma, float("-inf"))
for function in (base64.encodebytes, base64.decodebytes):
    t(function, "a")
    t(function, 5)
    t(function, memoryview(b"1234").cast("I"))
for value in [[], iter([]), int | str, property(t), {}.keys(), types.SimpleNamespace(), weakref.ref(t), map(t, []),
              hashlib.md5(), zip(), staticmethod(t)]:
    t(weakref.ref, value)
for value in [collections.deque(), {1}, re.compile("a"), functools.partial(t), t, int, (x for x in []), memoryview(b"")]:
    print(type(weakref.ref(value)).__name__, weakref.ref(value)() is value)
text, data = io.StringIO("ab\ncd"), io.BytesIO(b"ab\ncd")
for file in (text, data):
    for wrong in ("a", 1.5, []):
        t(file.read, wrong)
        t(file.readline, wrong)
        t(file.truncate, wrong)
        t(file.seek, wrong)
    t(file.read, True)
    t(file.read, None)
for wrong in (1, "a", None, [1]):
    t(io.BytesIO().write, wrong)
t(io.BytesIO, 5)
t(io.BytesIO, "a")
print(io.BytesIO(None).getvalue(), io.BytesIO(bytearray(b"a")).getvalue(), io.BytesIO(memoryview(b"b")).getvalue())
print(dict(re.compile("(?P<a>x)").groupindex), type(re.compile("(?P<a>x)").groupindex).__name__)
t(print, "\ud800")
