"""Operators, calls and built-in functions given what they seldom get."""
import functools
import operator


def show(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


class Word(str):
    def __mul__(self, other):
        return "times"


class Whole(int):
    pass


class Half:
    def __index__(self):
        return None


class Bare:
    pass


class Walking:
    __iter__ = None


class Setting:
    def __set__(self, owner, value):
        print("set", value)

    def __setitem__(self, key, value):
        pass


class Deleting:
    def __delitem__(self, key):
        pass


class Owner:
    x = Setting()


class Point:
    __match_args__ = ("x", "y")
    x, y = 1, 2


def delete(what):
    exec("del " + what, {"owner": Owner(), "setting": Setting(), "deleting": Deleting()})


def assign(what):
    exec(what + " = 1", {"setting": Setting(), "deleting": Deleting()})


# A subclass's own method makes the operator ask for the reflected one of its base.
show(lambda: "x" * Word("y"))
show(lambda: 2 * Word("y"))
show(lambda: [1] * Word("y"))
show(lambda: float(Half()))
show(lambda: pow(Whole(7), 2, 5))
show(lambda: Whole(7).__pow__(2, 5))
show(lambda: pow(Bare(), 2, 3))
show(lambda: pow(2, 3, "x"))
show(lambda: pow(2, 3.0, 5))
show(lambda: (2).__pow__(3, "x"))
show(lambda: sorted([1, 2], reverse="x"))
show(lambda: sorted([1, 2], reverse=1))
show(lambda: [1].sort(reverse=None))
show(lambda: b"%f" % "x")
show(lambda: b"%.2f" % 1)
show(lambda: delete("owner.x"))
show(lambda: delete("setting[0]"))
show(lambda: assign("deleting[0]"))
show(lambda: Bare().__init__(1))
show(lambda: Bare(1))

# What is no iterable.
for target in ("a, b", "a, *b", "*a, b", "a, *b, c"):
    for value in ("5", "Bare()", "Walking()", "None"):
        show(lambda: exec(f"{target} = {value}", {"Bare": Bare, "Walking": Walking}))


# Arguments are evaluated, spread and walked in CPython's order.
def note(value):
    print("note", value)
    return value


def walked(name):
    print("walked", name)
    yield name


def take(*args, **kwargs):
    return args, kwargs


show(lambda: take(*walked(1), a=note(2)))
show(lambda: take(*walked(1), *walked(2), a=note(3)))
show(lambda: take(note(0), *walked(1), **{"a": note(4)}))
show(lambda: take(*walked(1), note(2), *walked(3)))
show(lambda: take(*5))
show(lambda: take(1, *5))
show(lambda: take(*5, *[1]))
show(lambda: take(*5, **5))
show(lambda: take(*5, a=note(1)))
show(lambda: take(*note(None), **{1: 2}))

# A wrapped function's messages are about what it wraps.


@functools.wraps(take)
def wrapped(a, b=2):
    return a, b


show(lambda: wrapped())
show(lambda: wrapped(1, 2, 3))
show(lambda: wrapped(1, c=3))
show(lambda: wrapped(1, a=3))

# The methods that stand for a type's slots.
show(lambda: [].__len__(1))
show(lambda: (1).__add__())
show(lambda: (1).__add__(1, 2))
show(lambda: {}.__setitem__(1))
show(lambda: (1).__pow__())
show(lambda: {}.__len__(x=1))
show(lambda: [1].__getitem__())
show(lambda: "a".__contains__(x=1))


def match(value, code):
    names = {"value": value, "Point": Point}
    exec("match value:\n    case " + code + ": found = 'yes'\n    case _: found = 'no'", names)
    return names["found"]


# All attributes of a class pattern are there before any is matched.
show(lambda: match(Point(), "Point(5, x=1)"))
show(lambda: match(Point(), "Point(5, z=1)"))
show(lambda: match(Point(), "Point(1, y=2)"))
show(lambda: match(Point(), "Point(1, 2)"))


class Answering:
    def __getattr__(self, name):
        raise AttributeError(name)


show(lambda: dict(Answering()))
show(lambda: {**Answering()})
show(lambda: take(**Answering()))

# Slots.


class First:
    __slots__ = ("x", "y")


class Second(First):
    __slots__ = ("x", "z")


second = Second()
second.x, second.y, second.z = 1, 2, 3
print(second.x, second.y, second.z)
show(lambda: type("T", (int,), {"__slots__": ("x",), "x": 1}))
show(lambda: type("T", (Bare,), {"__slots__": ("__dict__",)}))
show(lambda: type("T", (First,), {"__slots__": ("__dict__",)})().__dict__)

for name in ("json.missing", "math.missing", "math.missing.more", "nope.missing", "collections.abc.nope", "urllib.nope"):
    show(lambda: exec("import " + name))

# Repetition by its methods.
for code in ("[1].__mul__(None)", "'a'.__rmul__('b')", "(1,).__mul__(2.5)", "[1].__imul__('x')", "b'a'.__mul__(True)", "[1].__mul__(2**70)"):
    show(lambda: eval(code))
show(lambda: b"abcabc".find(memoryview(b"ca")))
show(lambda: b"abcabc".count(memoryview(b"b")))
show(lambda: bytearray(b"ab").insert(0, -1))
show(lambda: bytearray(b"ab").append(256))
show(lambda: range(x=1))
show(lambda: slice(x=1))
show(lambda: bytearray(b"ab").remove(-2))


class Listed:
    def __iter__(self):
        return [1]


class Shown:
    def __repr__(self):
        return 5


class Indexed:
    def __index__(self):
        return "x"


show(lambda: 1 in Listed())
show(lambda: str(Shown()))
show(lambda: repr(Shown()))
show(lambda: f"{Shown()}")
show(lambda: "%s" % Shown())
show(lambda: [Shown()].__str__())
show(lambda: operator.index(Indexed()))
show(lambda: [1][Indexed()])
for value in ("text", b"bytes", (1, 2), 7, 2.5, True):
    show(lambda: value.__getnewargs__())


class Fixed:
    __slots__ = ()
    x = 1


def delete_fixed():
    del Fixed().x


show(delete_fixed)


# Repetition with classes in Python on the left.
class Counting:
    def __mul__(self, other):
        return NotImplemented

    def __index__(self):
        return 2


def multiply_in_place(value, other):
    value *= other
    return value


show(lambda: Counting() * "ab")
show(lambda: Counting() * [1])
show(lambda: Bare() * "ab")
show(lambda: multiply_in_place(Counting(), "ab"))
show(lambda: multiply_in_place(0.5, "ab"))
show(lambda: int * "a")
show(lambda: "a" * int)
show(lambda: 3 * Word("ab"))
show(lambda: 0.5 * Word("ab"))
show(lambda: range(2) * Word("ab"))
