# Single cases of many modules.
import collections
import collections.abc
import copy
import datetime
import decimal
import json
import math
import operator
import os
import random
import re
import struct
import time
import uuid
import zlib
from array import array


def show(label, make):
    try:
        print(label, repr(make()))
    except Exception as error:
        print(label, type(error).__name__, error)


context = decimal.Context()
for text in ("4_", "_4", "4_0", " 4", "4 ", "\n4", "4\u0660", "nan_1", "NaN12", " inf ", "", "1._5", "+ 4"):
    show(f"create {text!a}", lambda: context.create_decimal(text))
    show(f"Decimal {text!a}", lambda: decimal.Decimal(text))
ZONE = datetime.timezone(datetime.timedelta(hours=1))
MOMENTS = [datetime.datetime.min, datetime.datetime.max, datetime.datetime(1, 1, 1, 23, 59, 59), datetime.datetime(1, 1, 2),
           datetime.datetime(1, 1, 2, 0, 0, 1), datetime.datetime(9999, 12, 30, 23), datetime.datetime(2024, 2, 29)]
for moment in MOMENTS:
    for fold in (0, 1):
        moment = moment.replace(fold=fold)
        show("timestamp", lambda: moment.timestamp())
        show("astimezone", lambda: moment.astimezone(datetime.timezone.utc))
        show("utc", lambda: moment.replace(tzinfo=datetime.timezone.utc).timestamp())
        show("zone", lambda: moment.replace(tzinfo=ZONE).astimezone(datetime.timezone.utc))
show("ordinal", lambda: datetime.date.fromordinal(-2.75))
show("ordinal", lambda: datetime.date.fromordinal(0))
show("ordinal", lambda: datetime.date.fromordinal(True))


class ByFloat:
    def __float__(self):
        return 1.5


show("gmtime", lambda: time.gmtime(ByFloat()))
show("gmtime", lambda: time.gmtime("1"))
show("gmtime", lambda: time.gmtime(1.9)[:6])


# math.hypot and math.dist to the last bit.
state = random.Random(5)
total = 0
for count in (1, 2, 3, 4, 7, 20):
    for _ in range(300):
        size = state.choice((0, 0, 0, -310, -318, 300))
        numbers = [state.uniform(-1, 1) * 10.0 ** (state.randint(-8, 8) + size) for _ in range(count)]
        others = [state.gauss(0, 1) for _ in range(count)]
        for value in (math.hypot(*numbers), math.dist(numbers, others)):
            total = (total * 31 + hash(value)) % (1 << 61)
        if count < 4:
            print(math.hypot(*numbers).hex(), math.dist(numbers, others).hex())
print(total)
for numbers in ([1e308, 1e308], [5e-324, 5e-324], [1e-310, 3e-310, 2e-312], [math.inf, math.nan], [math.nan, 1], [], [-3], [0.0, -0.0]):
    show("hypot", lambda: math.hypot(*numbers))

for layout in ("f", "<f", ">f", "e", "<e", "d"):
    for number in (1e300, -1e300, 3.4028235677973366e38, 70000.0, math.inf, 10 ** 400, None):
        show(f"pack {layout}", lambda: struct.pack(layout, number))
for layout in ("b", "B", "h", "H", "i", "I", "l", "L", "q", "Q", "n", "N", "P", "?", "c", "s", "p", "<b", "<h", "<i", "<l", "<q", "<Q",
               ">b", ">B", ">h", ">H", ">i", ">I", ">l", ">L", ">q", ">Q", "=h", "!h"):
    for number in (-1, 200, 300, -70000, 2 ** 40, -2 ** 40, 2 ** 62, 2 ** 64, 2 ** 70, -2 ** 70, 1.5, "a", None):
        show(f"pack {layout} {number!r}", lambda: struct.pack(layout, number))

stream = zlib.decompressobj()
stream.decompress(zlib.compress(b"abc"))
show("eof", lambda: stream.eof)
show("copy", lambda: (stream.copy().eof, copy.copy(stream).eof))
stream.flush()
show("copy", lambda: stream.copy())
show("copy", lambda: copy.copy(stream))

counts = collections.defaultdict(list)
counts[1].append(2)
del counts.default_factory
show("factory", lambda: counts.default_factory)
show("missing", lambda: counts[2])
counts.default_factory = int
show("missing", lambda: counts[2])
show("counts", lambda: counts)

show("uuid", lambda: list(uuid.SafeUUID))
show("uuid", lambda: uuid.UUID(int=1).is_safe)
show("uuid", lambda: (uuid.SafeUUID(0), uuid.SafeUUID["unsafe"], uuid.uuid4().is_safe))
show("uuid", lambda: uuid.SafeUUID(7))
for abstract in ("Sequence", "MutableSequence", "Reversible", "Collection", "Mapping", "Set"):
    print(abstract, [isinstance(value, getattr(collections.abc, abstract)) for value in (
        array("b"), collections.deque(), range(1), memoryview(b""), bytearray(), {}.keys(), "", ())])

show("countOf", lambda: operator.countOf(3, 1))
show("indexOf", lambda: operator.indexOf(3, 1))
show("countOf", lambda: operator.countOf([1, 2, 1], 1))
show("indexOf", lambda: operator.indexOf([1, 2, 1], 2))
show("deque", lambda: collections.deque([1, 2]).index(2, None))
show("deque", lambda: collections.deque([1, 2]).index(2, 1))
show("deque", lambda: collections.deque().insert(2))
show("text", lambda: collections.UserString("abc").x)
show("text", lambda: collections.UserString("abc").upper())
show("json", lambda: json.JSONDecoder().raw_decode("", 1))
show("json", lambda: json.JSONDecoder().raw_decode("\n\n1", 1))
show("json", lambda: json.loads("\n\n x"))
show("sub", lambda: re.sub("a", None, "abc"))
show("groups", lambda: re.compile("a").groupindex)
show("groups", lambda: re.compile("(?P<a>a)").groupindex)
show("view", lambda: memoryview(b"xyz")[::2].cast("ab"))
show("view", lambda: hash(memoryview(bytearray(b"ab")).toreadonly()))
show("view", lambda: hash(memoryview(b"ab")) == hash(b"ab"))
show("path", lambda: os.path.basename("a", "b"))
show("path", lambda: os.path.basename())
show("path", lambda: os.path.splitext(q=1))
show("path", lambda: os.path.split("a/b", p=1))
show("path", lambda: os.path.basename(p="a/b"))


class Number(float):
    pass


random.seed(Number(2.5))
first = random.random()
random.seed(2.5)
print(first == random.random())


# Attributes of an object as a dict that the program gives it.
class Thing:
    kind = "thing"


def assign(target, value):
    target.__dict__ = value


thing = Thing()
thing.a = 1
for value in ({"b": 2}, 5, [], None, dict(c=3)):
    show("assign", lambda: assign(thing, value))
    show("dict", lambda: thing.__dict__)
shared = {"z": 1}
thing.__dict__ = shared
thing.q = 5
shared["n"] = 3
print(shared, thing.n, thing.kind, sorted(vars(thing)))
del thing.__dict__
show("dict", lambda: thing.__dict__)
show("class", lambda: assign(Thing, {}))
show("module", lambda: assign(math, {}))
show("function", lambda: assign(assign, 3))
show("error", lambda: assign(ValueError(), 3))
show("slots", lambda: assign(type("Slotted", (), {"__slots__": ("a",)})(), {}))


# What `copy` and `pickle` take of an object, and what `dir` shows of the built-in types.
class Slotted:
    __slots__ = ("p", "q")


class Items(list):
    pass


slotted = Slotted()
show("state", lambda: slotted.__getstate__())
slotted.p = 1
show("state", lambda: slotted.__getstate__())
show("state", lambda: Items().__getstate__())
items = Items()
items.k = 1
show("state", lambda: (items.__getstate__(), items.__getstate__() is items.__dict__))
show("state", lambda: [(5).__getstate__(), "a".__getstate__(), [].__getstate__(), ValueError(1).__getstate__()])
show("state", lambda: int.__getstate__())
for value in (slice(1, 2), range(3), iter([]), iter(()), iter({}), zip(), map(str, ()), filter(None, ()), enumerate(()), reversed([])):
    names = set(dir(type(value)))
    print(type(value).__name__, {"start", "stop", "step", "__copy__", "__length_hint__", "__getstate__"} & names
          == {"start", "stop", "step", "__copy__", "__length_hint__", "__getstate__"} & set(dir(value)),
          sorted(names & {"start", "stop", "step", "__copy__", "__deepcopy__", "__length_hint__"}))
show("slice", lambda: (slice(1, 2, 3).stop, range(1, 5, 2).step, slice(None).start))


# What a generator is told to raise.
def idle():
    try:
        yield 1
    except Exception as error:
        yield repr(error)


for arguments in ((ValueError,), (ValueError, "x"), (ValueError, ("x", 1)), (ValueError, ValueError("y")), (ValueError("z"),),
                  (ValueError("z"), 1), (5,), (None,), (int,), ("a", "b"), (ValueError, None, 3), (ValueError, None, None)):
    generator = idle()
    next(generator)
    show("throw", lambda: generator.throw(*arguments))
