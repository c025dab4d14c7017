import sys
print(1, 2, sep="", end="!\n"); print("a", "b", sep=None, end=None); print(); print(*[], sep="x"); print("err", file=sys.stderr); print("x", flush=True)
for f in [lambda: print(1, sep=5), lambda: print(1, end=5), lambda: print(1, bad=1), lambda: print(1, file=5)]:
    try: f()
    except Exception as e: print(type(e).__name__, "|", e)
class W:
    def __init__(self): self.t = []
    def write(self, s): self.t.append(s)
w = W(); print(1, "a", file=w); print(w.t)
print(abs(-1), all([]), any([]), ascii("é"), bin(5), bool(1), bytes(1), callable(print), callable(1), chr(97), divmod(7, 2), hash(1), hex(10), isinstance(1, (str, int)), isinstance(1, ((str,), int)), issubclass(bool, int), len("abc"), oct(8), ord("a"), pow(2, 3), repr("a"), round(1.5), type(1), id(1) == id(1))
class A:
    x = 1
    def __init__(self): self.y = 2
    def __dir__(self): return ["b", "a"]
a = A()
print(getattr(a, "x"), getattr(a, "z", 0), hasattr(a, "y"), hasattr(a, "z"), setattr(a, "z", 3), a.z, delattr(a, "z"), hasattr(a, "z"), dir(a), "x" in dir(A), vars(a))
for f in [lambda: getattr(a, "q"), lambda: getattr(a, 5), lambda: setattr(a, 5, 1), lambda: delattr(a, "q"), lambda: isinstance(1, 5), lambda: issubclass(1, int), lambda: issubclass(int, 5), lambda: len(5), lambda: callable(), lambda: ord(""), lambda: chr("a"), lambda: hash([]), lambda: type(), lambda: abs(), lambda: abs(1, 2), lambda: round(), lambda: hasattr(1), lambda: id(), lambda: repr(), lambda: len(), lambda: len(1, 2), lambda: isinstance(1), lambda: divmod(1), lambda: pow(1), lambda: sum(), lambda: bin(), lambda: super(), lambda: vars(5), lambda: object.x, lambda: print.x, lambda: (lambda: 0).x, lambda: None(), lambda: None.x, lambda: None[0], lambda: ...[0], lambda: True.x, lambda: format(1, 2), lambda: iter(), lambda: next(), lambda: slice(), lambda: staticmethod(), lambda: property(1, 2, 3, 4, 5), lambda: enumerate([], 1, 2), lambda: open_ if False else int("5", base="x")]:
    try: print(f())
    except BaseException as e: print(type(e).__name__, "|", e)
print(slice(1, 2, 3), slice(5), slice(1, None).indices(10), slice(None, None, -1).indices(5), slice(1, 2) == slice(1, 2), slice(1, 2, 3).step)
def fn(a, b=1, /, c=2, *d, e, f=3, **g): "doc"; return a
print(fn.__name__, fn.__defaults__, fn.__kwdefaults__, fn.__doc__, fn.__qualname__, fn.__module__, fn.__code__.co_argcount, fn.__code__.co_varnames, fn.__code__.co_name, fn.__dict__, fn.__closure__)
for f in [lambda: fn(), lambda: fn(1), lambda: fn(1, e=1, a=2), lambda: fn(b=1, e=2), lambda: fn(1, 2, 3, 4, 5), lambda: (lambda a: a)(), lambda: (lambda a: a)(1, 2), lambda: (lambda a, b: a)(1), lambda: (lambda a, b, c: a)(), lambda: (lambda *, a, b: a)(), lambda: (lambda a: a)(b=1), lambda: (lambda a: a)(1, a=2), lambda: (lambda: 0)(1), lambda: (lambda a, b=1: a)(1, 2, 3), lambda: (lambda a, /: a)(a=1), lambda: (lambda *, a: a)(1, a=2), lambda: (lambda *, a: a)(1)]:
    try: print(f())
    except TypeError as e: print(e)
fn.__defaults__ = (8, 9); print(fn(1, e=1), fn.__defaults__); fn.__name__ = "renamed"; print(fn.__name__); fn.custom = 1; print(fn.custom, fn.__dict__)
def mutable(x, acc=[]): acc.append(x); return acc
print(mutable(1), mutable(2), mutable(3, []))
def kwonly(*, a, b=2): return a, b
print(kwonly(a=1), kwonly(b=3, a=1))
def gen(): yield 1
print(type(gen).__name__, type(gen()).__name__, gen.__name__, type(print).__name__, type(len).__name__, type([].append).__name__, type(a.__init__).__name__, type(A.__init__).__name__, type(int).__name__, type(None).__name__, type(...).__name__, type(NotImplemented).__name__, type(int.real).__name__ if False else "", type(str.join).__name__, type(lambda: 0).__name__, type(range(1)).__name__, type({}.keys()).__name__, type(iter([])).__name__, type(iter({})).__name__, type(iter("")).__name__, type(iter(())).__name__, type(zip()).__name__, type(enumerate([])).__name__, type(reversed([])).__name__, type(map(int, [])).__name__, type(sys).__name__, type(type).__name__, type(Exception).__name__, type(super(A, a)).__name__, type(property()).__name__, type(classmethod(len)).__name__, type(slice(1)).__name__)
print(repr(print), repr(len), repr(int), repr(A), repr(sys), repr(None), repr(...), repr(NotImplemented), repr(type), repr(type(None)), str(A), f"{A}", repr([].append)[:30], repr(str.join), repr(property())[:16], repr(A.__init__)[:21], repr(a.__init__)[:27], repr(gen)[:15], repr(gen())[:21], repr(lambda: 0)[:21], repr(object())[:18], repr(iter([]))[:22], repr(slice(1)), repr(super(A, a))[:30])
x = 5
def outer():
    x = 10
    def inner():
        nonlocal x
        x += 1
        return x
    def inner2():
        global x
        x = 99
    inner2()
    return inner(), inner(), x
print(outer(), x)
def shadow():
    try: return len(x_local)
    except NameError as e: return str(e)
    x_local = 1
print(shadow())
def unb():
    try: print(q)
    except UnboundLocalError as e: print(e)
    q = 1
    del q
    try: q
    except UnboundLocalError as e: print(e)
unb()
def free():
    def inner(): return v
    try: inner()
    except NameError as e: print(e)
    v = 1
    return inner()
print(free())
for i in range(3): pass
else: print("for else", i)
while False: pass
else: print("while else")
for i in range(3):
    if i == 1: break
else: print("never")
n = 0
while True:
    n += 1
    if n < 3: continue
    break
print(n, 1 if n else 2, (1, 2)[n > 2], not n, n and 5, n or 5, None or 0 or "x", 1 < n < 5, n if n else None)
if (m := 5) > 3: print(m)
print([y := 1, y + 1], (z := 3) + z, any((w := v) > 2 for v in [1, 3, 5]), w)
del m
try: m
except NameError as e: print(e)
class Scope:
    a = 1
    b = [a for _ in range(2)] if False else a + 1
    def get(self): return a
    c = (lambda: 5)()
print(Scope.b, Scope.c, Scope().get() is a)
assert True, "never"
pass; print("semi"); print("colon")
if True: print("inline")
lst = [1, 2, 3]; lst[0], lst[-1] = lst[-1], lst[0]; print(lst); lst[1] += 10; print(lst)
d = {"k": {"n": [1]}}; d["k"]["n"][0] += 5; d["k"]["z"] = d["k"].get("z", 0) + 1; print(d)
i = 0; arr = [0, 0]; i, arr[i] = 1, 7; print(i, arr)
print(0.1 + 0.2, 1e3, 1_000, 0xff, 0o17, 0b11, 1e-7, "\x41", b"\x41", r"\n", "a" 'b', ("x"
      "y"), 3 .real, 1..real, -2 ** 2, 2 ** 3 ** 2, not 1 == 2, 1 + 2 * 3 // 2 % 2, 1 << 2 + 1, ~1 & 3 | 4 ^ 1, 5 - 3 - 1, 2 * (3 + 4), 7 // -2, -7 % 3)
print(__name__, __doc__, NotImplemented is NotImplemented, ... is Ellipsis, None is None, __debug__)
