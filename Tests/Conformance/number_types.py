print(7 // 2, -7 // 2, 7 % -3, -7 % 3, divmod(-7, 2), divmod(7.5, 2), 7 / 2, 2 ** 10, 2 ** -1, 2 ** 0.5, (-8) ** 2, 10 ** 20, -2 ** 2)
print(1 << 70, (1 << 70) >> 68, -1 >> 3, 5 & 3, 5 | 3, 5 ^ 3, ~5, -5 & 0xff, 2**100 & 2**99 - 1)
print(int("42"), int("-0x1f", 16), int("0b101", 0), int("0o17", 0), int("z", 36), int(" 1_000 "), int(3.99), int(-3.99), int("٣"), int(True))
print(float("1e3"), float(" -inf "), float("nan"), float("1_0.5"), float("infinity"), 1e16, 1e15, 123456789012345678.0, 0.1 + 0.2, 1e-5, 0.0001, -0.0, 1e22, 1e23, 5e-324, 1.7976931348623157e308)
print((255).bit_length(), (255).bit_count(), (-5).bit_length(), (0).bit_length(), (5).conjugate(), (5).real, (5).imag, (5).numerator, (5).denominator, (2.5).as_integer_ratio(), (5).as_integer_ratio(), (2.5).is_integer(), (2.0).is_integer(), (0.1).hex(), float.fromhex("0x1.8p1"), (3.7).__floor__(), (3.2).__ceil__(), (3.7).__trunc__())
print(round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234.5678, -2), round(1234, -2), round(1250, -2), round(1350, -2), round(5, 2), round(2.5, 0), round(1e300, 2), round(0.5), round(1.5))
print(abs(-3), abs(-3.5), pow(2, 10, 1000), pow(3, -1, 7), pow(2, 3), sum([0.1] * 10), max(1, 2.5), min([3, 1, 2]), max("abc", key=ord), max([], default=None), min(3, 1, key=lambda x: -x))
print(10**30 // 7, 10**30 % 7, -(10**30) // 7, divmod(10**30, -7), 10**30 / 3, float(10**30), int(1e30), 10**30 == 1e30, 2**53 == 2.0**53, 2**53 + 1 == 2.0**53, hash(2**61 - 1), hash(1.0) == hash(1), hash(10**30) == hash(10**30), hash(-1), hash(0.5))
print(True + True, True * 3, isinstance(True, int), True == 1, True is 1 == 1, str(True), int.__name__, type(True & False), True & 1, True | False, not 0, bool([]), bool("x"), bool(0.0))
print(1 < 2 < 3, 1 < 3 > 2, 1 == 1.0, 1 != 2, 3 in (1, 2, 3), 0.1 + 0.2 == 0.3, float("nan") == float("nan"), float("inf") > 10**400)
print(0x_ff, 0b1_0, 0o1_7, 1_000_000, 1.5e1_0, 1e-1_0, .5, 5., 0xFFFFFFFFFFFFFFFFFFFF)
print(repr(1e100), str(1.0), repr(1.5e-7), 1.0e-4, 12345.678e10, 1e17, 100000000000000000.0)
for f in [lambda: 1 // 0, lambda: 1 % 0, lambda: 1 / 0, lambda: 1.0 / 0, lambda: 1.0 // 0, lambda: 1.0 % 0, lambda: divmod(1, 0), lambda: 0 ** -1, lambda: 0.0 ** -1, lambda: int("x"), lambda: int("1.5"), lambda: int("", 10), lambda: int("1", 1), lambda: int("9", 8), lambda: float("x"), lambda: float(""), lambda: int(float("nan")), lambda: int(float("inf")), lambda: int(None), lambda: float(None), lambda: float([]), lambda: 1 + "x", lambda: "x" + 1, lambda: 1 << -1, lambda: 2.0 ** 10000, lambda: 10.0 ** 400, lambda: float(10**400), lambda: 10**400 / 1.5, lambda: [1] * "x", lambda: -"x", lambda: ~1.5, lambda: 1 & 1.5, lambda: 1 < "x", lambda: round("x"), lambda: abs("x"), lambda: pow(2, 3, 0), lambda: pow(2.0, 3, 5), lambda: int("1", 2, 3), lambda: max(), lambda: max([]), lambda: max(1), lambda: sum(["a"]), lambda: sum("ab"), lambda: chr(-1), lambda: ord("ab"), lambda: ord(5), lambda: hex(1.5), lambda: bin("x"), lambda: (1).foo, lambda: divmod("a", 1), lambda: 5(), lambda: 5[0], lambda: len(5), lambda: int("0x1g", 16), lambda: int("1__0"), lambda: int("_1"), lambda: round(1.5, "x"), lambda: int([1]), lambda: complex_ if False else (1).__add__("x")]:
    try: print(f())
    except Exception as e: print(type(e).__name__, "|", e)
print(bin(10), bin(-10), oct(8), hex(255), hex(-255), hex(2**70), format(255, "x"), int.from_bytes(b"\x00\xff", "big"))
class I(int):
    def __add__(self, o): return I(int(self) + int(o) + 1)
    def __repr__(self): return f"I({int(self)})"
i = I(5); i.attr = "x"
print(i, i + 1, i * 2, type(i * 2), i == 5, i.attr, hash(i) == hash(5), [10, 20, 30, 40, 50, 60][i], isinstance(i, int), int(i), float(i), f"{i}", f"{i:d}", "%d" % i, str(i))
class F(float):
    def __str__(self): return "F!"
f = F(2.5); f.a = 1
print(f, repr(f), f + 1, f * 2, type(f + 1), f.a, f == 2.5, int(f), round(f), f"{f}", f"{f:.3f}", isinstance(f, float), F("1.5") + F(1))
class Idx:
    def __index__(self): return 3
    def __int__(self): return 7
    def __float__(self): return 1.5
    def __bool__(self): return False
    def __round__(self, n=None): return ("round", n)
    def __abs__(self): return "abs"
    def __neg__(self): return "neg"
    def __pos__(self): return "pos"
    def __invert__(self): return "inv"
    def __divmod__(self, o): return ("dm", o)
    def __rdivmod__(self, o): return ("rdm", o)
    def __pow__(self, o, m=None): return ("pow", o, m)
    def __trunc__(self): return 9
    def __floor__(self): return "fl"
    def __ceil__(self): return "ce"
x = Idx()
import math
print([0, 1, 2, 3, 4][x], int(x), float(x), bool(x), round(x), round(x, 2), abs(x), -x, +x, ~x, divmod(x, 1), divmod(1, x), x ** 2, pow(x, 2, 3), hex(x), bin(x), "abc" * x, list(range(x)), math.floor(x), math.ceil(x), math.trunc(x), "abcdef"[x], [1, 2, 3, 4][:x], (1,) * x, chr(x), bytes(x), round(3.14159, x))
print(3 .__class__, (3).__add__(4), (3).__radd__(4), (3).__sub__(1), (3).__lt__(4), (3).__eq__(3), (3).__eq__("x"), (3).__hash__(), (3).__str__(), (3).__bool__(), (3.5).__int__(), int.__add__(1, 2), (7).__floordiv__(2), (7).__mod__(4), (2).__pow__(3), (2).__pow__(3, 5), (1).__truediv__(2), (5).__neg__(), (5).__abs__(), (5).__index__(), (5).__float__(), (5).__divmod__(3), (5).__rsub__(7), (6).__and__(3), (1).__lshift__(3))
print(sorted([3, 1.5, True, -2, 10**20]), sum(range(101)), sum([1, 2.5]), sum([[1], [2]], []), sum((x for x in range(5)), 10))
print(float.__name__, float("1e-400"), float("1e400"), -float("inf"), 1e308 * 10, -1e308 * 10, 5 // 0.3, 5 % 0.3, -5 // 0.3, -5 % 0.3, 5.5 // -2, 5.5 % -2, 0.0 == -0.0, 1 / 3, 2 / 3, 100 / 3, 1e5 / 3)
