# What takes a number of an object: by __float__, __index__ and __int__, of subclasses of the number types too.
import math
import struct
import warnings

# What CPython's own types warn of (docs/library.md) is left out.
warnings.simplefilter("ignore", DeprecationWarning)


def show(label, make):
    try:
        print(label, repr(make()))
    except Exception as error:
        print(label, type(error).__name__, error)


class ByFloat:
    def __init__(self, value):
        self.value = value

    def __float__(self):
        return self.value


class Indexed:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value


class Whole:
    def __init__(self, value):
        self.value = value

    def __int__(self):
        return self.value


class WrongFloat(int):
    def __float__(self):
        return 1


class OtherFloat(float):
    def __float__(self):
        return 1.25


class Others(int):
    def __float__(self):
        return 1.25

    def __int__(self):
        return 9

    def __index__(self):
        return 10

    def __ceil__(self):
        return "ceil"

    def __floor__(self):
        return "floor"

    def __trunc__(self):
        return "trunc"


class Plain(float):
    pass


class IndexedText(str):
    def __index__(self):
        return -1


class IndexedFloat(float):
    def __index__(self):
        return 65


USES = {
    "float": float, "int": int, "sqrt": math.sqrt, "floor": math.floor, "ceil": math.ceil, "trunc": math.trunc,
    "isnan": math.isnan, "pow": lambda v: math.pow(v, 2), "hypot": lambda v: math.hypot(v, 2),
    "fsum": lambda v: math.fsum([v]), "log": math.log, "log2": math.log2, "base": lambda v: math.log(4, v),
    "copysign": lambda v: math.copysign(v, -1), "frexp": math.frexp, "ulp": math.ulp, "dist": lambda v: math.dist([v], [0]),
    "factorial": math.factorial, "gcd": lambda v: math.gcd(v, 4), "comb": lambda v: math.comb(v, 1),
    "%f": lambda v: "%f" % (v,), "%5.2f": lambda v: "%5.2f" % (v,), "%e": lambda v: "%e" % (v,),
    "%d": lambda v: "%d" % (v,), "%i": lambda v: "%i" % (v,), "%u": lambda v: "%u" % (v,),
    "%x": lambda v: "%x" % (v,), "%o": lambda v: "%o" % (v,), "%c": lambda v: "%c" % (v,),
    "b%f": lambda v: b"%f" % (v,), "b%d": lambda v: b"%d" % (v,), "b%x": lambda v: b"%x" % (v,),
    "b%c": lambda v: b"%c" % (v,), "pack d": lambda v: struct.pack("d", v), "pack f": lambda v: struct.pack("<f", v),
    "round": lambda v: round(1.2345, v), "chr": chr, "hex": hex,
    "pop": lambda v: [1, 2].pop(v),
}
VALUES = [
    ByFloat(1.5), ByFloat(1), ByFloat("x"), ByFloat(Plain(2.5)), Indexed(2), Indexed(5), Indexed("a"), Indexed(1.5),
    Indexed(True), Indexed(10 ** 400), Indexed(-1), Whole(5), Whole("a"), Whole(1.5), Whole(True), WrongFloat(3),
    OtherFloat(3.0), Others(3), Plain(2.5), Plain("nan"), IndexedText("7"), IndexedText(""), IndexedFloat(3.5), "5", b"5",
    b"A", [], None, True, object, 10 ** 400, 2 ** 64, 1.5,
]
for label, use in USES.items():
    for number, value in enumerate(VALUES):
        show(f"{label} {number}", lambda: use(value))

# Ints of any size beside floats and their subclasses.
for big in (10 ** 30, -10 ** 30, 2, True, 10 ** 400, -10 ** 400):
    for other in (Plain(2.0), Plain(1e30), Plain("inf"), Plain("-inf"), Plain("nan"), 1e30, float("inf")):
        show("compare", lambda: (big == other, big != other, big < other, big > other, big <= other, big >= other,
                                 other == big, other < big, other > big, other <= big, other >= big))

# Formats of bytes take keys of any mapping, and no more of what is one.
for make in (lambda: b"ab" % [1], lambda: b"ab" % {}, lambda: b"ab" % range(1), lambda: b"ab" % (1,), lambda: b"ab" % 1,
             lambda: b"%(a)d" % {b"a": 1}, lambda: b"%(a)d" % [1], lambda: bytearray(b"ab") % [1], lambda: b"ab" % b"c",
             lambda: "ab" % [1], lambda: "ab" % range(1), lambda: "ab" % "c"):
    show("format", make)


# Sequences, repeated by what is no int, and their subclasses.
class Items(list):
    pass


class Row(tuple):
    def __rmul__(self, other):
        return "rmul"

    def __radd__(self, other):
        return "radd"


def in_place(left, right):
    left *= right
    return left


for left in (Items([1]), [1], Row((1,)), (1,), "a", b"a", bytearray(b"a"), range(2), {}, {1}, 2, 1.5, None, Indexed(2)):
    for right in (Items([1]), [1], Row((1,)), "a", 1.5, Indexed(2), Indexed("a"), None, {}):
        show(f"{type(left).__name__} * {type(right).__name__}", lambda: left * right)
        copied = left[:] if isinstance(left, (list, bytearray)) else left
        show(f"{type(left).__name__} *= {type(right).__name__}", lambda: in_place(copied, right))
        show(f"{type(left).__name__} + {type(right).__name__}", lambda: left + right)


class Shown(bytes):
    def __repr__(self):
        return "shown"


print(str(Shown(b"a")), repr(Shown(b"a")), "%s" % Shown(b"a"), f"{Shown(b'a')}")


class Halves(bytes):
    def __bytes__(self):
        return b"\1\2"


print(int.from_bytes(Halves(b"abc"), "big"))
for text in ("a\tb", b"a\tb"):
    for size in (3, -1, 2 ** 31, -2 ** 70):
        show("expandtabs", lambda: text.expandtabs(size))
show("grouped", lambda: format("a", "#_"))
show("grouped", lambda: format("a", ","))
