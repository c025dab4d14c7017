"""The library with objects that answer unusually."""
import copy
import functools
import heapq
import inspect
import io
import itertools
import json
from abc import ABC
from collections import defaultdict, deque, namedtuple
from decimal import Decimal
from enum import Enum


def show(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


class Answering:
    """Has every attribute but those with two underscores."""

    def __init__(self):
        self.z = 1

    def __getattr__(self, name):
        print("asked for", name)
        if name.startswith("__"):
            raise AttributeError(name)
        return name


print(copy.copy(Answering()).z, copy.deepcopy(Answering()).z)
show(lambda: copy.copy(defaultdict(list, {1: [2]})))
show(lambda: copy.deepcopy(deque([1, [2]], 3)))
show(lambda: copy.copy(functools.partial(int, base=2))("11"))

# The operators of defaultdict give another one.
for value in (defaultdict(int, {1: 2}) | {3: 4}, {3: 4} | defaultdict(int, {1: 2}), defaultdict(None) | {1: 2}):
    print(type(value).__name__, value)

stream = io.StringIO()
print(json.dump([1], stream), stream.getvalue())


class Shape(ABC):
    def area(self):
        return 1


class Square(Shape):
    pass


print(Shape.register(Shape), Shape.register(Square), isinstance(5, Shape), isinstance(Square(), Shape))
show(lambda: Square.register(Shape))

Point = namedtuple("Point", "x y", defaults=[1])


def set_field():
    Point(1).x = 5


def delete_field():
    del Point(1).x


def set_other():
    Point(1).z = 5


for change in (set_field, delete_field, set_other):
    show(change)
show(lambda: inspect.signature(Point))
show(lambda: inspect.signature(Point.__new__))
print(Point.__new__.__defaults__, Point.__new__.__qualname__, Point.__new__.__doc__)
for call in ("Point()", "Point(1, 2, 3)", "Point(1, x=2)", "Point(1, w=2)", "Point(y=2)", "Point(*[1, 2])", "Point(y=1, x=2)"):
    show(lambda: eval(call))
show(lambda: namedtuple("Empty", "")())
show(lambda: namedtuple("Empty", "")(1))
show(lambda: namedtuple("Three", "a b c")(1))
show(lambda: namedtuple("_cls", "a")(1))


class Named(Point):
    def __new__(cls, x, y=3):
        return super().__new__(cls, x * 2, y)


print(Named(1), Named(1)._replace(x=5))


class Plain:
    pass


print(functools.update_wrapper(lambda: 1, Plain).__qualname__, functools.update_wrapper(lambda: 1, int).__qualname__)
show(lambda: list(itertools.dropwhile(None, [1])))
show(lambda: list(itertools.takewhile(None, [1])))
show(lambda: list(itertools.filterfalse(None, [0, 1])))
show(lambda: deque([1], maxlen=0).rotate([1]))


class Cached:
    def __init__(self):
        self.calls = 0

    def __setattr__(self, name, value):
        if name != "calls":
            print("set", name)
        super().__setattr__(name, value)

    def _compute(self):
        "Computes."
        self.calls += 1
        return self.calls

    total = functools.cached_property(_compute)


cached = Cached()
print(cached.total, cached.total, sorted(vars(cached)), Cached.total.attrname, Cached.total.__doc__, Cached.total.func.__name__)
show(lambda: functools.cached_property(len).__get__(cached, Cached))


class Slotted:
    __slots__ = ()
    total = functools.cached_property(lambda self: 1)


show(lambda: Slotted().total)
try:
    class Twice:
        a = functools.cached_property(len)
        b = a
except (TypeError, RuntimeError) as error:
    print(type(error).__name__, error, repr(error.__cause__))
uncached = functools.lru_cache(maxsize=-1)(lambda value: len(value))
print(uncached({1}), uncached([1, 2]), uncached.cache_info())
for call in ("heappush((), 1)", "heappop({1})", "heapreplace(5, 1)", "heappushpop('ab', 1)", "heapify((1, 2))"):
    show(lambda: eval("heapq." + call, {"heapq": heapq, "deque": deque}))
show(lambda: Decimal(-7) ** 2 ** 62)
show(lambda: pow(Decimal(7), Decimal(2), Decimal(5)))
show(lambda: pow(Decimal(-7), 3, 5))
show(lambda: pow(Decimal("1.5"), 2, 5))
show(lambda: pow(Decimal(7), -1, 5))
show(lambda: pow(Decimal("NaN"), 2, 5))


@functools.lru_cache
def kind(value):
    return type(value).__name__


print([kind(value) for value in (1, True, 1.0, "1", 1, (1,))], kind.cache_info())
first, second = functools.cmp_to_key(lambda a, b: a - b), functools.cmp_to_key(lambda a, b: b)
print(first(3) == second(2), first(1) < second(2), first(1) < first(2), type(first).__name__)
show(lambda: first(1) < 2)
show(lambda: deque([1]).remove(5))
show(lambda: int.from_bytes(5, "big"))
show(lambda: int.from_bytes("x", "big"))
show(lambda: int.from_bytes([1, 2], "big"))
show(lambda: int.from_bytes(b"a", 5))
show(lambda: (5).to_bytes(1, None))


class Text(str):
    def __str__(self):
        return "shown"


class Setting:
    def __set__(self, owner, value):
        print("set", value)


class Kept:
    x = Setting()


kept = Kept()
kept.__dict__["x"] = 1
print(repr(copy.copy(Text("kept"))), copy.deepcopy(Text("kept")) == "kept")
print(copy.copy(kept).__dict__)


class Nothing(Enum):
    pass


show(lambda: Nothing(1))
