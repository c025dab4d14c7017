"""Enumerations: members, aliases, automatic values, flags and what is refused."""
import enum
import sys
import warnings
from enum import CONFORM, EJECT, KEEP, STRICT, Enum, Flag, IntEnum, IntFlag, StrEnum, auto, member, nonmember

warnings.simplefilter("ignore")


def refused(make):
    try:
        print("made", make())
    except Exception as error:
        print(type(error).__name__, error)


class Color(Enum):
    RED = 1
    GREEN = auto()
    BLUE = auto()
    CRIMSON = 1

    def shout(self):
        return self.name + "!"

    @property
    def half(self):
        return self.value / 2

    @classmethod
    def first(cls):
        return next(iter(cls))


print(list(Color), list(reversed(Color)), len(Color), Color.CRIMSON is Color.RED, Color.__members__)
print(Color(2), Color["BLUE"], Color.RED.shout(), Color.BLUE.half, Color.first(), repr(Color), Color.RED in Color)
print(f"{Color.RED} {Color.RED!r} {Color.RED:>12}", hash(Color.RED) == hash("RED"), dir(Color))
refused(lambda: Color(9))
refused(lambda: Color["PINK"])
refused(lambda: Color.PINK)
refused(lambda: setattr(Color, "RED", 3))
refused(lambda: delattr(Color, "RED"))
refused(lambda: Color.RED < Color.BLUE)
refused(lambda: Enum("Twice", "A B A"))
refused(lambda: Enum("More", "X", type=Color))
refused(lambda: Enum("Bad", {"_x_": 1}))
refused(lambda: Enum("Bad", {"mro": 1}))


def body_with_repeated_name():
    class Repeated(Enum):
        A = 1
        A = 2


def body_with_method_and_member():
    class Both(Enum):
        A = property
        A = len


def body_with_late_hook():
    class Late(Enum):
        A = auto()

        def _generate_next_value_(name, start, count, last):
            return name


def body_with_bad_order():
    class Ordered(Enum):
        _order_ = "B A"
        A = 1
        B = 2


for body in (body_with_repeated_name, body_with_method_and_member, body_with_late_hook, body_with_bad_order):
    refused(body)


class Named(Enum):
    def _generate_next_value_(name, start, count, last):
        return name.lower(), start, count, last

    A = auto()
    B = auto()


print([item.value for item in Named])


class Planet(Enum):
    _ignore_ = "Planet index"
    Planet = vars()
    for index in range(2):
        Planet["P%d" % index] = (index, index + 0.5)

    def __init__(self, place, size):
        self.place, self.size = place, size


print(list(Planet), Planet.P1.size, Planet((0, 0.5)))


class Own(bytes, Enum):
    def __new__(cls, value, label):
        item = bytes.__new__(cls, [value])
        item._value_ = value
        item.label = label
        return item

    X = (1, "one")
    Y = (2, "two")


print([item.name for item in Own], Own(1).label, Own.Y == b"\x02")


class Missing(Enum):
    A = 1

    @classmethod
    def _missing_(cls, value):
        if value == "a":
            return cls.A
        if value == "odd":
            return 5
        if value == "error":
            raise KeyError("own")


print(Missing("a"))
for value in ("odd", "error", "none"):
    refused(lambda: Missing(value))


class Wrapped(Enum):
    A = 1
    b = nonmember(2)

    @member
    def c(self):
        pass

    class inner:
        pass


print([item.name for item in Wrapped], Wrapped.b)


class Value(Enum):
    name = "n"
    value = "v"


print(Value.name.value, Value.value.name, list(Value))


class Small(IntEnum):
    ONE = 1
    TWO = "2"


print(repr(Small.ONE), str(Small.ONE), f"{Small.TWO:03}", Small.ONE + Small.TWO, Small(2), sorted(Small)[0])


class Word(StrEnum):
    HELLO = auto()
    BYE = "bye bye"


print(repr(Word.HELLO), Word.HELLO, Word.BYE.upper(), Word("hello"))
refused(lambda: StrEnum("Wrong", {"A": 1}))


class Access(Flag):
    READ = auto()
    WRITE = auto()
    RUN = auto()
    ALL = READ | WRITE | RUN


rw = Access.READ | Access.WRITE
print(rw, repr(rw), list(rw), len(rw), Access.READ in rw, Access.RUN in rw, ~rw, rw & Access.READ, rw ^ Access.ALL)
print(list(Access), Access.ALL, Access(0), bool(Access(0)), Access(-1), Access["ALL"])
refused(lambda: Access.READ | 1)
refused(lambda: 1 in Access.READ)
for boundary in (STRICT, CONFORM, EJECT, KEEP):
    class Bound(Flag, boundary=boundary):
        A = 1
        C = 4
    refused(lambda: Bound(7))
    refused(lambda: Bound(-2))
    print(boundary, repr(boundary))


class Bits(IntFlag):
    A = 1
    B = 2
    X = 8


print(Bits.A | Bits.B, repr(Bits.A | Bits.B), repr(Bits(12)), str(Bits(3)), Bits.A + 1, repr(~Bits.A), repr(Bits.A | 16))
print(format(Bits.A, "04b"), list(Bits(11)), repr(Bits(0)))

Made = Enum("Made", "A B C", start=10)
Pairs = IntEnum("Pairs", [("X", 3), ("Y", 4)], module="elsewhere", qualname="Outer.Pairs")
print(list(Made), list(Pairs), Pairs.__module__, Pairs.__qualname__, Flag("F", ["A", "B"]).B)


@enum.unique
class Unique(Enum):
    A = 1


def not_unique():
    @enum.unique
    class Double(Enum):
        A = 1
        B = 1


def with_gaps():
    @enum.verify(enum.CONTINUOUS)
    class Gaps(IntEnum):
        A = 1
        B = 4


def unnamed():
    @enum.verify(enum.NAMED_FLAGS)
    class Unnamed(Flag):
        A = 1
        B = 7


for body in (not_unique, with_gaps, unnamed):
    refused(body)


@enum.global_enum
class Global(Enum):
    NORTH = 1


print(repr(NORTH), str(NORTH), sys.modules[__name__].NORTH is NORTH)


class Unhashable(Enum):
    A = [1]
    B = [2]
    C = [1]


print(list(Unhashable), Unhashable([2]), Unhashable.C is Unhashable.A)


class WithSub(Enum):
    def __init_subclass__(cls, **keywords):
        super().__init_subclass__(**keywords)
        print("made", cls.__name__, list(cls))


class Derived(WithSub):
    A = 1


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    try:
        1 in Color
    except TypeError as error:
        print(error)
    print([(w.category.__name__, str(w.message)) for w in caught])
