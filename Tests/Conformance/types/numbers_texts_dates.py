"""Dates, random numbers, decimals, texts and their errors."""

import collections, datetime, decimal, enum, functools, io, itertools, json, logging, math, os, queue, random, re, string, sys, textwrap, threading, time, traceback, types, typing, uuid


def t(f):
    try:
        print(f())
    except BaseException as e:
        print(type(e).__name__, e)


dt = datetime.datetime
for fmt in [
    "%Y-%m-%dT%H:%M:%S.%f%z",
    "%c",
    "%x %X",
    "%G-W%V-%u",
    "%e|%-d|%k",
    "%s" if False else "%%",
    "%Z",
    "%D %T %R",
    "%h %n %t",
    "%C %y",
]:
    t(
        lambda: dt(
            2024, 1, 5, 3, 4, 5, 6, tzinfo=datetime.timezone(datetime.timedelta(hours=5, minutes=30))
        ).strftime(fmt)
    )
for s, f in [
    ("2024-01-05 03:04:05", "%Y-%m-%d %H:%M:%S"),
    ("Fri Jan  5 2024", "%a %b %d %Y"),
    ("12/31/99", "%m/%d/%y"),
    ("5 pm", "%I %p"),
    ("2024 005", "%Y %j"),
    ("+0530", "%z"),
    ("2024-W01-5", "%G-W%V-%u"),
    ("x", "%Y"),
    ("2024-13-01", "%Y-%m-%d"),
    ("2024-01-01 extra", "%Y-%m-%d"),
    ("1.5", "%S.%f"),
    ("UTC", "%Z"),
]:
    t(lambda: repr(dt.strptime(s, f)))
for s in [
    "2024-01-05",
    "20240105",
    "2024-W01-5",
    "2024-01-05T03",
    "2024-01-05 03:04:05.123",
    "2024-01-05T03:04:05Z",
    "2024-01-05T03:04:05+05:30:10",
    "2024-1-5",
    "",
    "2024-01-05T25:00",
    "2024-01-05T03:04:05,123456",
]:
    t(lambda: repr(dt.fromisoformat(s)))
t(lambda: datetime.timedelta(days=1.5, seconds=0.1))
t(lambda: datetime.timedelta(1) / datetime.timedelta(hours=7))
t(lambda: datetime.timedelta(5) // 2)
t(lambda: divmod(datetime.timedelta(10), datetime.timedelta(3)))
t(lambda: datetime.timedelta(1) * 1.5)
t(lambda: -datetime.timedelta(1, 5))
t(lambda: abs(datetime.timedelta(-1, 5)))
t(lambda: str(datetime.timedelta(100, 3661, 5)))
t(lambda: datetime.timedelta(999999999) + datetime.timedelta(1))
t(lambda: dt(2024, 2, 30))
t(lambda: dt.max + datetime.timedelta(1))
t(lambda: dt.now() - datetime.date.today())
t(lambda: dt(2024, 1, 1) < dt(2024, 1, 1, tzinfo=datetime.timezone.utc))
t(lambda: dt(2024, 1, 1) == dt(2024, 1, 1, tzinfo=datetime.timezone.utc))
t(lambda: datetime.date(2024, 1, 31).replace(month=2))
t(lambda: dt.combine(datetime.date(2024, 1, 1), datetime.time(3)))
t(lambda: dt.fromtimestamp(0, datetime.timezone.utc))
t(lambda: dt(1970, 1, 1, tzinfo=datetime.timezone.utc).timestamp())
t(lambda: datetime.time(3, 4).isoformat("milliseconds"))
t(lambda: datetime.date.fromisocalendar(2024, 1, 1))
t(lambda: sorted([datetime.date(2024, 1, 2), datetime.date(2023, 1, 1)])[0])
t(lambda: {datetime.date(2024, 1, 1): 1}[datetime.date(2024, 1, 1)])
t(lambda: datetime.timezone(datetime.timedelta(hours=-3), "X"))
t(lambda: datetime.time.fromisoformat("03:04:05.5+01:00"))
random.seed("abc")
t(
    lambda: [
        random.random(),
        random.randint(1, 10),
        random.gauss(0, 1),
        random.lognormvariate(0, 1),
        random.paretovariate(3),
        random.weibullvariate(1, 2),
        random.vonmisesvariate(0, 4),
        random.gammavariate(2, 3),
        random.normalvariate(0, 1),
        random.choice(range(100)),
        random.sample("abcdef", 3, counts=[1, 2, 3, 1, 1, 1]),
        random.randrange(0, 100, 7),
        random.choices("ab", cum_weights=[1, 3], k=3),
    ]
)
r = random.Random(5)
s = r.getstate()
a = r.random()
r.setstate(s)
t(lambda: a == r.random())
random.seed(b"x")
t(random.random)
random.seed(1.5)
t(random.random)
random.seed(-3)
t(random.random)
random.seed("abc", version=1)
t(random.random)
t(lambda: random.choice([]))
t(lambda: random.sample([1], 2))
t(lambda: random.randint(5, 1))
t(lambda: random.seed([1]))
D = decimal.Decimal
for a, b in [
    ("1", "3"),
    ("1E+10", "3"),
    ("-7", "2"),
    ("0", "0"),
    ("Infinity", "1"),
    ("1.23", "0"),
    ("sNaN", "1"),
    ("9.99E+27", "1E-27"),
]:
    for op in ("add", "sub", "mul", "truediv", "floordiv", "mod", "pow"):
        t(lambda: getattr(__import__ if False else __builtins__ if False else D, f"__{op}__")(D(a), D(b)))
with decimal.localcontext() as c:
    c.prec = 5
    c.rounding = decimal.ROUND_UP
    t(lambda: (D(1) / 3, +D("1.234567"), D("2.5").to_integral_value(), D(10).ln(), D(2).exp(), D("1e3").log10()))
t(lambda: [f"{D('1234.5678'):{s}}" for s in ("", ".2f", "e", ",", "%", "08.1f", "+", "g", ">12")])
t(
    lambda: (
        D("1.50").normalize(),
        D("100").normalize(),
        D("1.1").as_integer_ratio(),
        D.from_float(0.1),
        D("12.3").adjusted(),
        D("1.23").scaleb(2),
        D("123").rotate(1),
        D("1").next_plus(),
        D(5).max(D(3)),
        D("-0").is_zero(),
        hash(D("1.0")) == hash(1),
        D("1") == 1.0,
        int(D("1.9")),
        float(D("0.1")),
        D((1, (1, 2), -1)),
        D(" 1.5 "),
        D("1_000"),
    )
)
for x in ("abc", "", "1.2.3", None, [1]):
    t(lambda: D(x))
t(lambda: string.Template("$x ${y.z} $").substitute(x=1))
t(lambda: string.Template("$x $y").substitute({"x": 1}))
t(lambda: "{:>{w}.{p}f}|{!r:^10}|{:%Y}".format(3.14159, "a", dt(2024, 1, 1), w=10, p=2))
t(lambda: "{0.a} {1[b]}".format(types.SimpleNamespace(a=1), {"b": 2}))
t(lambda: "{} {1}".format(1, 2))
t(lambda: "{".format())
t(lambda: "{a}".format())
t(lambda: "{0}".format())
t(lambda: "{:d}".format("x"))
t(lambda: "%s %s" % (1,))
t(lambda: "%d" % "x")
t(lambda: "%(a)s" % 5)
t(lambda: "%c%c" % (65, "B"))
t(lambda: "%5.1e|%-8g|%+d|% d|%#x|%#o|%08.3f" % (12345.678, 0.0001, 5, 5, 255, 8, 3.14159))
t(lambda: "%s" % (1, 2))
t(lambda: "abc" % 1)
t(lambda: "%z" % 1)
t(lambda: "Hello World".swapcase().title().casefold())
t(lambda: "a,b,,c".split(",", 2))
t(lambda: "  a  b ".split())
t(lambda: "a\nb\r\nc\x0bd".splitlines(True))
t(lambda: "ab".rjust(5, "*") + "x".center(4, "-"))
t(lambda: "mississippi".replace("ss", "SS", 1).count("s"))
t(lambda: "abc".partition("b") + "abcb".rpartition("b"))
t(lambda: "ǆ".title() + "ß".upper() + "İ".lower() + "ﬁ".upper())
t(
    lambda: (
        "٣".isdigit(),
        "²".isdecimal(),
        "½".isnumeric(),
        "a1".isalnum(),
        "A".isupper(),
        " ".isspace(),
        "Ab".istitle(),
        "x_1".isidentifier(),
        "\n".isprintable(),
    )
)
t(lambda: "é".encode("ascii", "xmlcharrefreplace") + "é".encode("latin-1"))
t(lambda: b"\xff".decode("utf-8"))
t(lambda: b"\xff\xfea\x00".decode("utf-16"))
t(lambda: "abc".translate(str.maketrans("ab", "xy", "c")))
t(lambda: "a\tb".expandtabs(4))
t(lambda: "x".join(["a", 1]))
t(lambda: "abc".index("z"))
t(lambda: "abc".startswith(("x", "a"), 0))
t(lambda: "%r" % 'it\'s "q" \x00 \u200b é 😀')
t(lambda: ascii("é😀"))
t(lambda: "a" < "B" < "b")
t(lambda: max("apple", "Banana", key=str.lower))
t(lambda: "abcdef"[::-2] + "abc"[-2:] + "abc"[5:])
t(lambda: "abc"["a"])
t(lambda: "abc"[10])
log = logging.getLogger("x")
h = logging.StreamHandler(sys.stdout)
h.setFormatter(logging.Formatter("{levelname}:{message}:{lineno}", style="{"))
log.addHandler(h)
log.setLevel("DEBUG")
log.propagate = False


class Flt(logging.Filter):
    def filter(self, r):
        r.msg = "F " + str(r.msg)
        return "no" not in r.msg


log.addFilter(Flt())
log.info("yes %s", 1)
log.info("no")
log.log(25, "lvl")
logging.addLevelName(25, "NOTICE")
log.log(25, "lvl")
log.error("e", exc_info=ValueError("v"))
log.info("bad %d", "x") if False else None
t(lambda: log.isEnabledFor(10))
t(lambda: logging.getLevelName("INFO"))
t(lambda: log.getChild("y").name)
t(lambda: log)
t(lambda: log.setLevel("NOPE"))
t(lambda: logging.Formatter("%(nope)s").format(logging.makeLogRecord({"msg": "m"})))
t(lambda: int("0x1f", 16))
t(lambda: int("z", 36))
t(lambda: int("1_000"))
t(lambda: int(" 12 "))
t(lambda: int("1.5"))
t(lambda: int(None))
t(lambda: float("1e-5"))
t(
    lambda: (
        7 // -2,
        7 % -2,
        -7 // 2,
        divmod(-7, 2),
        7.5 % -2,
        2**-1,
        0**0,
        round(2.5),
        round(-3.5),
        round(2.675, 2),
        round(1234, -2),
        1e16,
        1e-5,
        1.0,
        123456789.123456789,
        1e22,
        5e-324,
        0.1 + 0.2,
        float("nan"),
        -0.0,
    )
)
t(lambda: 1 / 0)
t(lambda: 1.0 // 0)
t(lambda: 5 % 0)
t(lambda: 0**-1)
t(lambda: (10**20).bit_length())
t(lambda: (255).to_bytes(2, "big") + (-1).to_bytes(1, "little", signed=True))
t(lambda: (256).to_bytes(1, "big"))
t(lambda: int.from_bytes(b"\xff\x00", "big", signed=True))
t(lambda: (0.1).as_integer_ratio())
t(lambda: (3.5).hex())
t(lambda: float.fromhex("0x1.8p3"))
t(lambda: pow(3, -1, 7))
t(lambda: pow(2, 100, 13))
t(lambda: math.factorial(-1))
t(lambda: math.sqrt(-1))
t(lambda: math.log(0))
t(lambda: bin(-5) + oct(8) + hex(255))
t(lambda: 1 < "a")
t(lambda: [1] + (2,))
t(lambda: {} + {})
t(lambda: "a" + 1)
t(lambda: 1 + "a")
t(lambda: None + 1)
t(lambda: -"a")
t(lambda: [1, 2][1.0])
t(lambda: {}["k"])
t(lambda: (1, 2)[5])
t(lambda: [].pop())
t(lambda: {}.popitem())
t(lambda: [1, 2].remove(3))
t(lambda: [3, 1].index(9))
t(lambda: set().pop())
t(lambda: {[]: 1})
t(lambda: int.nope)
t(lambda: nope)
t(lambda: (lambda: undefined_x)())
t(lambda: open("/nonexistent/file") if False else 0)
t(lambda: sum(["a"]))
t(lambda: sum([[1], [2]], []))
t(lambda: max([]))
t(lambda: min(1))
t(lambda: zip([1], [1, 2], strict=True).__next__() and list(zip([1], [1, 2], strict=True)))
t(lambda: next(iter([])))
t(lambda: sorted([1, "a"]))
t(lambda: list(map(lambda a, b: a + b, [1], [2, 3])))
t(lambda: enumerate([1], start="a"))
t(lambda: range(1, 10, 0))
t(lambda: chr(-1))
t(lambda: ord("ab"))
t(lambda: getattr(1, "x", "d"))
t(lambda: isinstance(1, "a"))
t(lambda: issubclass(1, int))
t(lambda: callable(len))
t(lambda: vars(1))
t(lambda: hash([]))
t(lambda: type("A", (int, str), {}))
t(lambda: super().x)
t(lambda: object().x)
t(lambda: len(5))
t(lambda: print(sep=1))
t(lambda: round("a"))
t(lambda: "a" * -1)
t(lambda: [0] * 2.0)
t(lambda: slice(1, 2).indices(5))
t(lambda: memoryview(b"abc")[1:].tolist())
t(lambda: bytes([1, 2]).hex(" "))
t(lambda: b"a" + "b")
t(lambda: b"abc"[0])
t(lambda: bytearray(b"abc").pop())
t(lambda: frozenset([1]) | {2})
t(lambda: {1, 2} <= {1, 2, 3})
t(lambda: {1} ^ {2})
t(lambda: {"a": 1}.update([("b", 2)], c=3))
t(lambda: dict([("a",)]))
t(lambda: dict.fromkeys("ab", 0))
t(lambda: {"a": 1} | {"b": 2})
t(lambda: {"a": 1}.setdefault("b", []))
t(lambda: list({"a": 1}.items()) + list(reversed({"x": 1, "y": 2})))
t(lambda: {"a": 1}.keys() & {"a", "b"})
t(lambda: [1, 2, 3, 4][1:3:-1])
a = [1, 2, 3]
a[1:2] = [9, 9]
t(lambda: a)
del a[::2]
t(lambda: a)
t(lambda: a.__setitem__(slice(0, 2, 2), [1, 2]))
t(lambda: [1, [2]].copy())
t(lambda: (1,) * 3 + (2,))
t(lambda: tuple("ab").count("a"))
t(lambda: [3, 1, 2].sort(key=lambda x: -x))
t(lambda: sorted("bAc", key=str.lower, reverse=True))
