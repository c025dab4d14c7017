"""Data classes, enumerations, contexts, signatures, generators and patterns."""

import abc, dataclasses, enum, contextlib, functools, typing, types, copy, inspect, weakref, warnings, traceback, sys, io, textwrap, pprint
from dataclasses import dataclass, field
from typing import *


@dataclass(order=True, frozen=True)
class P:
    x: int
    y: float = 0.0
    tags: List[str] = field(default_factory=list, compare=False, repr=False)

    def __post_init__(self):
        object.__setattr__(self, "z", self.x + self.y)


p = P(1, 2.5)
print(
    p,
    p.z,
    P(1) < P(2),
    hash(p) == hash(P(1, 2.5)),
    dataclasses.asdict(p),
    dataclasses.replace(p, x=5),
    dataclasses.astuple(p),
)
try:
    p.x = 3
except dataclasses.FrozenInstanceError as e:
    print(type(e).__name__, e)


@dataclass(kw_only=True, slots=True)
class K:
    a: int
    b: Optional[str] = None
    c: dataclasses.InitVar[int] = 3
    D: ClassVar[int] = 7


print(K(a=1), K.__slots__, [f.name for f in dataclasses.fields(K)], K.__match_args__)
try:
    K(1)
except TypeError as e:
    print(e)
try:

    @dataclass
    class Bad:
        a: int = 1
        b: str

except TypeError as e:
    print(e)
try:

    @dataclass
    class Bad:
        a: list = []

except ValueError as e:
    print(e)


class Color(enum.Enum):
    RED = 1
    GREEN = enum.auto()
    CRIMSON = 1

    @property
    def pretty(self):
        return self.name.title()

    @classmethod
    def default(cls):
        return cls.RED


print(
    list(Color),
    Color.CRIMSON,
    Color(2),
    Color["RED"].pretty,
    repr(Color.GREEN),
    Color.__members__,
    Color.RED is Color.CRIMSON,
    Color.default(),
    isinstance(Color.RED, Color),
)
for f in (lambda: Color(9), lambda: Color["X"], lambda: setattr(Color, "RED", 4), lambda: Color.RED < Color.GREEN):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


class Perm(enum.Flag):
    R = 4
    W = 2
    X = 1


print(Perm.R | Perm.X, ~Perm.R, Perm(7), Perm.R in Perm(5), list(Perm(6)), bool(Perm(0)), repr(Perm(0)))


class S(enum.StrEnum):
    A = enum.auto()
    B = "bee"


print(S.A, S.B.upper(), f"{S.B}", S("bee"), enum.IntEnum("I", "a b").b + 1)


class Shape(abc.ABC):
    @abc.abstractmethod
    def area(self): ...
    @property
    @abc.abstractmethod
    def name(self): ...


try:
    Shape()
except TypeError as e:
    print(e)


class Sq(Shape):
    name = "sq"

    def area(self):
        return 4


print(Sq().area(), isinstance(Sq(), Shape), sorted(Shape.__abstractmethods__))


@functools.lru_cache(maxsize=2)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(10), fib.cache_info())
fib.cache_clear()
print(fib.cache_info())


class C:
    @functools.cached_property
    def v(self):
        print("computing")
        return 5

    @functools.singledispatchmethod
    def f(self, a):
        return "other"

    @f.register
    def _(self, a: int):
        return "int"

    @f.register(list)
    def _(self, a):
        return "list"


c = C()
print(c.v, c.v, c.f(1), c.f([]), c.f("x"), c.__dict__)


@functools.total_ordering
class T:
    def __init__(s, v):
        s.v = v

    def __eq__(s, o):
        return s.v == o.v

    def __lt__(s, o):
        return s.v < o.v


print(T(1) >= T(1), T(2) > T(1), max(T(1), T(3), key=lambda t: t.v).v)


@contextlib.contextmanager
def cm(n):
    print("enter", n)
    try:
        yield n * 2
    except ValueError as e:
        print("swallow", e)
    finally:
        print("exit", n)


with cm(1) as a, cm(2) as b:
    print(a, b)
    raise ValueError("boo")
with contextlib.ExitStack() as st:
    st.enter_context(cm(3))
    st.callback(print, "cb")
    st.push(lambda *a: print(a[0]))
with contextlib.suppress(KeyError):
    {}["x"]
buf = io.StringIO()
with contextlib.redirect_stdout(buf):
    print("hidden")
print(repr(buf.getvalue()))


def g(a, b: int = 2, *args, c, d=4, **kw) -> str:
    "doc"


s = inspect.signature(g)
print(
    s,
    list(s.parameters),
    s.parameters["b"].annotation,
    s.bind(1, c=3).arguments,
    s.return_annotation,
    inspect.getdoc(g),
    inspect.isfunction(g),
    inspect.getfullargspec(g),
)
print(
    inspect.isclass(C),
    inspect.ismethod(c.f),
    [n for n, _ in inspect.getmembers(Sq) if not n.startswith("_")],
    inspect.signature(P),
)


class W:
    pass


w = W()
r = weakref.ref(w)
print(r() is w, weakref.WeakValueDictionary(a=w)["a"] is w)
wk = weakref.WeakKeyDictionary()
wk[w] = 1
print(len(wk))
try:
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise KeyError("k") from e
except KeyError as e:
    print(traceback.format_exception_only(type(e), e), repr(e.__cause__), e.__suppress_context__)
    print("".join(traceback.format_exception(e)).replace(__file__, "F"))
    e.add_note("a note")
    print(e.__notes__)
print(copy.deepcopy({"a": [1, {2: (3, [4])}]}), copy.copy([1, [2]]))
pprint.pprint(
    {
        "name": "x" * 30,
        "list": list(range(30)),
        "nested": {"a": {"b": {"c": ["some long string here", "another long string"]}}},
    },
    width=60,
)
pprint.pprint([("a" * 40, "b" * 40)], indent=4)
print(pprint.pformat({3: 1, 1: 2}, sort_dicts=False))
print(
    textwrap.fill(
        "The quick brown fox jumps over the lazy dog " * 3, 40, initial_indent="* ", subsequent_indent="  "
    ),
    textwrap.dedent("""
    a
      b
    """),
    textwrap.shorten("hello world foo bar", 12),
    textwrap.indent("a\nb\n\nc", "> "),
    sep="\n",
)
print(
    get_type_hints(P),
    get_origin(Dict[str, int]),
    get_args(Union[int, str]),
    Optional[int],
    Callable[[int], str],
    Literal["a", 1],
    Annotated[int, "x"],
    TypeVar("T"),
    list[int] | None,
)
match {"type": "click", "pos": (3, 4), "extra": [1, 2, 3]}:
    case {"type": "click" | "tap" as t, "pos": (x, y), **rest} if x < y:
        print(t, x, y, rest)
match [1, "two", 3.0, None]:
    case [int(a), str() as b, float(c), None, *z]:
        print(a, b, c, z)
match P(1, 2.5):
    case P(x=1, y=yy):
        print("P", yy)


def gen():
    try:
        x = yield 1
        print("got", x)
        y = yield from sub()
        print("sub gave", y)
    except GeneratorExit:
        print("closed")
        raise
    return 7


def sub():
    r = yield 2
    return r


it = gen()
print(next(it), it.send("a"))
try:
    it.send("b")
except StopIteration as e:
    print(e.value)
it = gen()
next(it)
it.close()
print(*(x for x in range(3)), *[1, 2], sep="-", end="!\n")
a, *b, c = "hello"
print(a, b, c, {**{"a": 1}, "b": 2}, [*range(2), *"ab"], (n := 10) + n, 1 < 2 < 3 != 4)
print(
    (
        f"{3.14159:.2f} {'x':>5}|{1000000:,}|{255:#x}|{0.25:.1%}|{'c'!r:^7}|{5=}|{3 + 4 = }|{1e10:g}|{-5:+d}|{12:05d}|{'abc':.2}|{datetime if False else 1:e}"
        if True
        else ""
    ),
    "%5.2f|%-6s|%x|%r|%%|%(a)s" % {"a": 1} if False else "%05d|%s" % (3, "x"),
)
