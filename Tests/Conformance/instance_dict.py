class A:
    c = 1
    def __init__(self): self.x = 1; self.y = 2
a = A()
d = a.__dict__
print(d, d is a.__dict__)
d["z"] = 3
print(a.z, a.__dict__, vars(a))
a.w = 4
print(d, len(d), list(d), "w" in d, d.get("q", 0))
del d["x"]
print(hasattr(a, "x"), d)
a.__dict__.update(x=10, n=None)
print(a.x, a.n, sorted(a.__dict__.items()))
a.__dict__ = {"only": 1}
print(a.only, vars(a), hasattr(a, "x"))
del a.only
print(a.__dict__)
a.__dict__["k"] = 5
print(a.k)
for k, v in vars(a).items(): print(k, v)
b = A()
b.__dict__.clear()
print(b.__dict__, b.c)
b.__dict__.setdefault("s", []).append(1)
print(b.s)
print(b.__dict__.pop("s"), b.__dict__)
print({**a.__dict__}, dict(a.__dict__))
class P(A):
    @property
    def prop(self): return self.__dict__.get("_p", "none")
    @prop.setter
    def prop(self, v): self.__dict__["_p"] = v
    def __setattr__(self, n, v): self.__dict__[n] = v if n != "up" else v.upper()
p = P()
try: p.prop = 3
except Exception as e: print(type(e), e)
p.up = "abc"; print(p.up, p.prop, p.__dict__)
class Cached:
    def __get__(self, o, t=None):
        if o is None: return self
        o.__dict__["v"] = 42
        print("computed")
        return 42
class H: v = Cached()
h = H(); print(h.v, h.v, h.__dict__)
print(A.__dict__["c"], "c" in A.__dict__, type(A.__dict__).__name__)
try: A.__dict__["q"] = 1
except TypeError as e: print(e)
def f(): pass
f.attr = 1
f.__dict__["other"] = 2
print(f.__dict__, f.other)
class D(dict): pass
dd = D(a=1); dd.attr = 2
print(dd, dd.__dict__)
e = ValueError("x"); e.extra = 1
print(e.__dict__)
try: (1).__dict__
except AttributeError as x: print(x)
try: vars(1)
except TypeError as x: print(x)
class S: __slots__ = ("a",)
try: S().__dict__
except AttributeError as x: print(x)
import math
print("pi" in vars(math), math.__dict__["pi"])
class Loop:
    def __init__(self, **kw): self.__dict__.update(kw)
    def __repr__(self): return f"Loop({', '.join(f'{k}={v!r}' for k, v in self.__dict__.items())})"
print(Loop(a=1, b="x"))
x = Loop(a=1)
y = Loop()
y.__dict__ = x.__dict__
y.b = 2
print(x.b, x, x.__dict__ is y.__dict__)
