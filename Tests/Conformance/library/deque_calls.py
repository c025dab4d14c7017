# Methods of `deque` called with all kinds of arguments, and its operators with objects that have their own.
import array
from collections import deque


class One:
    def __index__(self):
        return 1

    def __repr__(self):
        return "One"


class Broken:
    def __index__(self):
        raise KeyError("k")

    def __repr__(self):
        return "Broken"


class Own:
    def __radd__(self, other):
        return "radd", type(other).__name__

    def __mul__(self, other):
        return "mul", type(other).__name__

    def __rmul__(self, other):
        return "rmul", type(other).__name__

    def __repr__(self):
        return "Own"


def show(label, make):
    try:
        result = make()
    except Exception as error:
        print(label, type(error).__name__, str(error)[:200])
    else:
        print(label, repr(result)[:200])


VALUES = [None, 1.5, "a", [1], One(), Broken(), 2**70, -2**70, -1, 0, slice(0, 1), deque([1]), True, (), {}]
METHODS = ["__mul__", "__rmul__", "__imul__", "__getitem__", "__delitem__", "__contains__", "__add__", "__iadd__",
           "extend", "remove", "index", "rotate", "append", "__reversed__"]
for limit in (None, 3, 0):
    for name in METHODS:
        for value in VALUES:
            show((limit, name, value), lambda: getattr(deque([1, 2, 3], limit), name)(value))
    for value in VALUES:
        show((limit, "setitem", value), lambda: deque([1, 2, 3], limit).__setitem__(value, 0))
        show((limit, "insert", value), lambda: deque([1, 2, 3], limit).insert(value, 0))
        show((limit, "[]", value), lambda: deque([1, 2, 3], limit)[value])
        show((limit, "*", value), lambda: deque([1, 2, 3], limit) * value)
        show((limit, "r*", value), lambda: value * deque([1, 2, 3], limit))
        show((limit, "+", value), lambda: deque([1, 2, 3], limit) + value)
        show((limit, "index", value), lambda: deque([1, 2, 3], limit).index(2, value))

        def put():
            items = deque([1, 2, 3], limit)
            items[value] = 9
            return items

        def cut():
            items = deque([1, 2, 3], limit)
            del items[value]
            return items

        def multiply():
            items = deque([1, 2, 3], limit)
            items *= value
            return items

        for each in (put, cut, multiply):
            show((limit, each.__name__, value), each)
for sequence in ([1], (1,), "a", b"a", bytearray(b"a"), deque([1]), array.array("i", [1])):
    show("own *", lambda: sequence * Own())
    show("own +", lambda: sequence + Own())
    show("own r*", lambda: Own() * sequence)
    show("float", lambda: 1.5 * sequence)
    show("list", lambda: [1] * sequence)

    def add_own(items):
        items += Own()
        return items

    def multiply_own(items):
        items *= Own()
        return items

    show("own +=", lambda: add_own(sequence))
    show("own *=", lambda: multiply_own(sequence))


class Clearing:
    def __init__(self, answer):
        self.answer = answer

    def __eq__(self, other):
        items.clear()
        return self.answer


for answer in (True, False):
    for name in ("count", "index", "remove", "__contains__"):
        items = deque([Clearing(answer), 2, 3])
        show((answer, name), lambda: getattr(items, name)(3))
walk = iter(deque([1, 2, 3]))
next(walk)
import copy
print(walk.__length_hint__(), list(copy.copy(walk)), list(walk), walk.__length_hint__(), type(reversed(deque())))
show("maxlen", lambda: setattr(deque(), "maxlen", 3))
show("new attribute", lambda: setattr(deque, "x", 3))
