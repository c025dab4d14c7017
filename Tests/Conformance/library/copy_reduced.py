"""Copies by the parts that objects are taken into."""
import collections
import copy
import copyreg


class Slotted:
    __slots__ = ("a", "__b")

    def __init__(self):
        self.a, self.__b = [1], 2

    def b(self):
        return self.__b


class Both(Slotted):
    def __init__(self):
        super().__init__()
        self.c = {"d": [3]}


class Reduced:
    def __reduce__(self):
        return Reduced.make, ([5],), {"x": [1]}, iter([1, 2]), iter([("k", "v")])

    @classmethod
    def make(cls, value):
        self = cls()
        self.value, self.items = value, []
        return self

    def append(self, item):
        self.items.append(item)

    def __setitem__(self, key, value):
        self.items.append((key, value))


class Named:
    def __reduce_ex__(self, protocol):
        return "Named"


class State:
    def __init__(self):
        self.x = [1]

    def __getstate__(self):
        return {"x": self.x, "from": "state"}

    def __setstate__(self, state):
        self.__dict__.update(state, restored=True)


class New:
    def __new__(cls, *args, **kwargs):
        self = super().__new__(cls)
        self.made = args, kwargs
        return self

    def __getnewargs_ex__(self):
        return ([1],), {"k": [2]}


class Numbers(list):
    pass


class Table(dict):
    pass


class Point(tuple):
    pass


def shown(x):
    print(getattr(x, "items", None) if type(x) is Reduced else "", end=" ")
    values = {}
    for name in ("a", "c", "value", "x", "restored", "from", "made", "extra"):
        if hasattr(x, name):
            values[name] = getattr(x, name)
    return type(x).__name__, values


for made in (Slotted(), Both(), Reduced.make([0]), State(), New()):
    for copied in (copy.copy(made), copy.deepcopy(made)):
        print(shown(copied), copied is made, getattr(copied, "a", None) is getattr(made, "a", 0))
print(copy.deepcopy(Both()).b())
named = Named()
print(copy.copy(named) is named, copy.deepcopy(named) is named)
numbers, table, point = Numbers([[1]]), Table(k=[1]), Point([[1]])
numbers.extra = table.extra = point.extra = [7]
for made in (numbers, table, point):
    for copied in (copy.copy(made), copy.deepcopy(made)):
        print(type(copied).__name__, copied, shown(copied), copied.extra is made.extra)
ordered = collections.OrderedDict(b=[1], a=2)
print(copy.copy(ordered), copy.deepcopy(ordered), copy.copy(ordered)["b"] is ordered["b"])
counts = collections.defaultdict(list, a=[1])
print(copy.copy(counts), copy.deepcopy(counts), copy.deepcopy(counts)["a"] is counts["a"])
queue = collections.deque([[1], 2], 5)
print(copy.copy(queue), copy.deepcopy(queue), copy.deepcopy(queue)[0] is queue[0])
memo = {}
copy.deepcopy([1, 2, 3], memo)
print(len(memo))
memo = {}
copy.deepcopy([(1, 2)], memo)
print(len(memo))
loop = [1]
loop.append(loop)
copied = copy.deepcopy(loop)
print(copied[1] is copied, copied is loop)
error = ValueError("x", [1])
error.extra = [2]
print(repr(copy.copy(error)), repr(copy.deepcopy(error)), copy.copy(error).extra is error.extra)


class Registered:
    pass


copyreg.pickle(Registered, lambda x: (Registered, (), {"from": "registry"}))
print(getattr(copy.copy(Registered()), "from"))


def tried(function, *arguments):
    try:
        print(function(*arguments))
    except Exception as error:
        print(type(error).__name__, error)


class Broken:
    def __reduce_ex__(self, protocol):
        return 1, 2, 3, 4, 5, 6


tried(copy.copy, (n for n in ()))
tried(copyreg.pickle, int, 5)
tried(copyreg.constructor, 5)
print(copy.copy([1].append)([2]), copy.deepcopy(Numbers([3]).copy)())
