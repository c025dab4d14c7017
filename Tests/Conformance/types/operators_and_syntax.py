"""Operators by special methods, metaclasses, descriptors, and what is no Python."""


def t(f):
    try:
        print(f())
    except BaseException as e:
        print(type(e).__name__, e)


class S(str):
    def __format__(self, spec):
        return "<" + super().__format__(spec) + ">"


class F(float):
    def __format__(self, spec):
        return "F" + super().__format__(spec or ".1f")


class I(int):
    def __format__(self, spec):
        return "I" + int.__format__(self, spec)


t(lambda: f"{S('a'):>4}|{F(2.25)}|{I(10):x}|{S('q')}")
t(lambda: dict(self=1, cls=2, iterable=3))
t(lambda: "{self}{cls}{0}".format(9, self=1, cls=2))
t(lambda: "{x[a]}{y.real}{0!r:>5}".format("s", x={"a": 1}, y=5))


class K:
    def __init__(self, /, **kw):
        self.__dict__.update(kw)


t(lambda: K(self=1, cls=2).__dict__)


class M(type):
    def __new__(m, n, b, d, **kw):
        c = super().__new__(m, n, b, d)
        c.kw = kw
        return c

    def __init__(c, n, b, d, **kw):
        super().__init__(n, b, d)

    def __call__(c, *a, **k):
        print("call", a, k)
        return super().__call__(*a, **k)

    def __getattr__(c, n):
        return "meta-" + n

    def __len__(c):
        return 42

    def __iter__(c):
        return iter("ab")

    def __contains__(c, x):
        return x == 1

    def __getitem__(c, i):
        return i

    def __add__(c, o):
        return "added"

    @property
    def prop(c):
        return "p"


class A(metaclass=M, flag=True):
    def __init__(self, x=0):
        self.x = x

    def __init_subclass__(cls, name=None, **kw):
        cls.n = name


class B(A, name="bee"):
    pass


t(lambda: (A.kw, B.n, B.kw, A(3).x, A.nope, len(A), list(A), 1 in A, A[5], A + 1, A.prop, type(A), isinstance(A, M)))
t(lambda: A().prop)


class D:
    def __get__(s, o, t=None):
        return ("get", o is None, t.__name__)

    def __set__(s, o, v):
        o.__dict__["d"] = v

    def __delete__(s, o):
        print("del")

    def __set_name__(s, o, n):
        s.n = n


class E:
    d = D()
    __slots__ = ("__dict__", "z")


e = E()
e.d = 5
del e.d
t(lambda: (e.d, E.d, e.__dict__, E.__dict__["d"].n))
t(lambda: e.z)
e.z = 1
t(lambda: (e.z, E.z))


class Num:
    def __init__(s, v):
        s.v = v

    def __add__(s, o):
        return Num(s.v + (o.v if isinstance(o, Num) else o))

    __radd__ = __add__

    def __iadd__(s, o):
        s.v += 100
        return s

    def __rpow__(s, o, m=None):
        return ("rpow", o)

    def __rmatmul__(s, o):
        return "rmatmul"

    def __neg__(s):
        return "neg"

    def __invert__(s):
        return "inv"

    def __round__(s, n=None):
        return ("round", n)

    def __index__(s):
        return 2

    def __divmod__(s, o):
        return "divmod"

    def __bool__(s):
        return False

    def __repr__(s):
        return f"Num({s.v})"

    def __lt__(s, o):
        return NotImplemented

    def __hash__(s):
        return 7

    def __eq__(s, o):
        return True

    def __class_getitem__(c, i):
        return i

    def __dir__(s):
        return ["b", "a"]

    def __sizeof__(s):
        return 1

    def __bytes__(s):
        return b"num"

    def __int__(s):
        return 9

    def __float__(s):
        return 1.5

    def __contains__(s, x):
        return "yes"

    def __reversed__(s):
        return "rev"

    def __length_hint__(s):
        return 3

    def __trunc__(s):
        return 4

    def __ceil__(s):
        return 5

    def __call__(s, *a, **k):
        return a, k

    def __missing__(s, k):
        return k


import math, operator

n = Num(1)
n += 1
t(
    lambda: (
        n,
        1 + Num(2),
        sum([Num(1), Num(2)]),
        2**n,
        [] @ n,
        -n,
        ~n,
        round(n),
        round(n, 2),
        [1, 2, 3][n],
        "abc"[:n],
        divmod(n, 1),
        bool(n),
        hash(n),
        n == 5,
        n != 5,
        Num[int],
        dir(n),
        bytes(n),
        int(n),
        float(n),
        1 in n,
        reversed(n),
        operator.length_hint(n),
        math.trunc(n),
        math.ceil(n),
        n(1, a=2),
        hex(n),
        range(n),
        complex if False else 0,
        operator.index(n),
        "%d %s %x" % (n, n, n.__index__()),
    )
)
t(lambda: n < 1)
t(lambda: n > n)
t(lambda: sorted([Num(1), Num(2)]))
t(lambda: n - 1)
t(lambda: 1 - n)
t(lambda: n @ 2)
t(lambda: n[0])
t(lambda: iter(n))
t(lambda: len(n))
t(lambda: n.nope)
t(lambda: abs(n))
t(lambda: n >> 1)
t(lambda: {**n})
t(lambda: print(*n))
t(lambda: [*n])


def deco(*a, **k):
    def w(f):
        f.meta = (a, k)
        return f

    return w


@deco(1, x=2)
def f(a, /, b, *, c=3, **kw):
    return a, b, c, kw


t(
    lambda: (
        f(1, 2),
        f(1, b=2, a=5),
        f.meta,
        f.__kwdefaults__,
        f.__defaults__,
        f.__code__.co_varnames,
        f.__code__.co_argcount,
        f.__name__,
        f.__qualname__,
        f.__module__,
        f.__annotations__,
    )
)
t(lambda: f(1))
t(lambda: f(1, 2, 3))
t(lambda: f())
t(lambda: f(1, 2, d=1, **{"d": 2}))
t(lambda: f(a=1, b=2))
t(lambda: f(*[1], **{"b": 1, "c": 2}))
x = 10


def outer():
    x = 1

    def inner():
        nonlocal x
        x += 1

        def deep():
            global x
            x += 5
            return x

        return deep()

    return inner(), x


t(outer)


def gen():
    try:
        while True:
            try:
                v = yield
            except ValueError as ex:
                print("VE", ex)
                yield "handled"
    finally:
        print("fin")


g = gen()
next(g)
t(lambda: g.throw(ValueError("x")))
t(lambda: g.throw(KeyError("k")))
t(lambda: next(g))
t(lambda: g.gi_running)


def ctx():
    for i in range(3):
        try:
            if i == 1:
                continue
            if i == 2:
                return "ret"
        finally:
            print("f", i)


t(ctx)


def ex():
    try:
        try:
            raise ValueError(1)
        except ValueError:
            raise TypeError(2)
        finally:
            print("finally")
    except TypeError as e:
        return e.__context__, e.__cause__, e.args


t(ex)
t(lambda: [i for i in range(10) if i % 2 if i > 3])
t(lambda: {k: v for k, v in zip("ab", [1, 2])})
t(lambda: {*"aab"} == set("ab"))
t(lambda: [(i, j) for i in range(2) for j in range(i)])
t(lambda: (lambda *a, k=1, **kw: (a, k, kw))(1, 2, z=3))
try:
    exec("def f(:\n pass")
except SyntaxError as s:
    print(s.msg, s.lineno, s.offset, s.text)
for code in [
    "x = = 1",
    "if True\n  pass",
    "for i in",
    "print 'a'",
    "a b",
    "f(a for a in b, c)",
    "def f(a, a): pass",
    "return 1",
    "yield 1" if False else "break",
    "x = {1: 2, 3}",
    "'abc",
    "(1, 2",
    "1 = x",
    "f() = 1",
    "del f()",
    "a + = 1",
    "lambda: (yield)",
    "nonlocal x",
    "global x; x: int = 1" if False else "import",
    "from x import *, y",
    "class A(:",
    "else: pass",
    "try: pass",
    "with open() as 1: pass",
    "async def f(): pass" if False else "await x" if False else "x ==",
    "0777",
    "0x",
    "1e",
    "é = 1; $",
    "x!",
    "a?b",
    "assert",
    "raise from x",
    "*a",
    "*a, = [1]; print(a)",
    "a, *b, *c = 1",
    "f(**a, *b)",
    "f(a=1, a=2)",
    "[*a for a in b]",
    "def f(a=1, b): pass",
    "def f(*): pass",
    "def f(a, /, b, /): pass",
    "x: int: str",
    "if x = 1: pass",
    "while x := 1: break",
    "(x := 1) = 2",
    "pass x",
    "if 1:\nx",
]:
    try:
        exec(compile(code, "<c>", "exec"), {"x": 1})
        print(repr(code), "ok")
    except SyntaxError as s:
        print(repr(code), type(s).__name__, s.msg, s.lineno, s.offset)
    except Exception as s:
        print(repr(code), type(s).__name__, s)
