class S:
    __slots__ = ("a", "b")
    def __init__(self): self.a = 1
s = S(); print(s.a)
for f in [lambda: s.b, lambda: setattr(s, "c", 1), lambda: s.__dict__, lambda: S.a.__get__(None, S) is S.a, lambda: S.a.__get__(s)]:
    try: print(f())
    except AttributeError as e: print(type(e).__name__, e)
s.b = 2; del s.a
try: s.a
except AttributeError as e: print(e)
try: del s.a
except AttributeError as e: print(e)
class T(S): __slots__ = ("d",)
t = T(); t.a, t.d = 5, 6; print(t.a, t.d)
try: t.x = 1
except AttributeError as e: print(e)
class U(S): pass
u = U(); u.zz = 1; print(u.zz, u.a, u.__dict__)
class W: __slots__ = ("__dict__", "q")
w = W(); w.any = 1; w.q = 2; print(w.__dict__, w.q)
try:
    class Bad: __slots__ = ("x",); x = 1
except ValueError as e: print(e)
try:
    class Bad2(int): __slots__ = ("x",)
except TypeError as e: print(e)
try:
    class A1: __slots__ = ("x",)
    class A2: __slots__ = ("y",)
    class A3(A1, A2): pass
except TypeError as e: print(e)
class Priv:
    __slots__ = ("__p",)
    def __init__(self): self.__p = 3
    def get(self): return self.__p
print(Priv().get(), Priv()._Priv__p, S.__slots__, repr(S.a))
class Desc:
    def __set_name__(self, owner, name): self.name = name; print("set_name", owner.__name__, name)
    def __get__(self, obj, owner=None):
        if obj is None: return self
        return obj.__dict__.get(self.name, "default")
    def __set__(self, obj, v): print("set", self.name, v); obj.__dict__[self.name] = v
    def __delete__(self, obj): print("del", self.name); del obj.__dict__[self.name]
class D:
    x = Desc(); y = Desc()
d = D(); print(d.x); d.x = 5; print(d.x, d.__dict__); del d.x; print(d.x, D.x.name)
class NonData:
    def __get__(self, obj, owner): return ("nd", obj is None, owner.__name__)
class E: z = NonData()
e = E(); print(e.z, E.z); e.__dict__["z"] = 1; print(e.z)
class P:
    def __init__(self): self._v = 1
    @property
    def v(self): "doc of v"; return self._v
    @v.setter
    def v(self, n): self._v = n * 2
    @v.deleter
    def v(self): print("deleted"); self._v = None
    ro = property(lambda self: "ro")
p = P(); p.v = 4; print(p.v, P.v.__doc__); del p.v; print(p.v, P.v.fget(p), P.v.fset is not None, P.ro.fset)
for f in [lambda: setattr(p, "ro", 1), lambda: delattr(p, "ro")]:
    try: f()
    except AttributeError as x: print(x)
class Meta(type):
    def __new__(m, name, bases, ns, **kw): print("new", name, [b.__name__ for b in bases], sorted(k for k in ns if not k.startswith("__")), kw); return super().__new__(m, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw): print("init", name, kw); super().__init__(name, bases, ns)
    def __call__(cls, *a, **k): print("call", cls.__name__, a, k); return super().__call__(*a, **k)
    @classmethod
    def __prepare__(m, name, bases, **kw): print("prepare", name, kw); return {"injected": 7}
    def meth(cls): return "meta " + cls.__name__
    @property
    def mp(cls): return "mp " + cls.__name__
    def __len__(cls): return 42
    def __getitem__(cls, k): return (cls.__name__, k)
    def __iter__(cls): return iter([1, 2])
    def __contains__(cls, x): return x == 3
    def __repr__(cls): return f"<M {cls.__name__}>"
    def __instancecheck__(cls, o): return o == "magic" or type.__instancecheck__(cls, o)
class M(metaclass=Meta, opt=1):
    a = 1
    def __init__(self, x=0): self.x = x
class N(M): pass
m = N(5); print(m.x, M.meth(), M.mp, len(M), M["k"], list(M), 3 in M, M, type(M), isinstance("magic", M), isinstance(m, M), M.injected, N.injected)
class Base:
    subs = []
    def __init_subclass__(cls, /, tag=None, **kw): super().__init_subclass__(**kw); cls.tag = tag; Base.subs.append(cls.__name__)
class C1(Base, tag="one"): pass
class C2(C1): pass
print(Base.subs, C1.tag, C2.tag)
try:
    class C3(Base, bad=1): pass
except TypeError as x: print(x)
Dyn = type("Dyn", (Base,), {"v": 3, "f": lambda self: self.v}, tag="dyn"); print(Dyn().f(), Dyn.tag, Dyn.__name__, Dyn.__module__, Dyn.__mro__)
class A:
    def f(self): return ["A"]
class B(A):
    def f(self): return ["B"] + super().f()
class C(A):
    def f(self): return ["C"] + super().f()
class DD(B, C):
    def f(self): return ["DD"] + super(DD, self).f()
print(DD().f(), [c.__name__ for c in DD.__mro__], DD.__bases__, A.__subclasses__(), issubclass(DD, (int, C)), DD.mro()[1])
try:
    class X1(A, B): pass
except TypeError as x: print(x)
try:
    class X2(A, A): pass
except TypeError as x: print(x)
try:
    class X3(bool): pass
except TypeError as x: print(x)
class K:
    @classmethod
    def cm(cls, x=1): return (cls.__name__, x)
    @staticmethod
    def sm(x): return x * 2
    def __call__(self, *a, **k): return (a, k)
    def __getattr__(self, n):
        if n.startswith("dyn"): return n
        raise AttributeError(f"no {n}")
    def __bool__(self): return False
    def __len__(self): return 3
    def __contains__(self, x): return x == 1
    def __getitem__(self, i): return i
    def __setitem__(self, i, v): print("setitem", i, v)
    def __delitem__(self, i): print("delitem", i)
    def __eq__(self, o): return isinstance(o, K)
    def __hash__(self): return 5
    def __repr__(self): return "K()"
    def __format__(self, s): return f"<{s}>"
    def __enter__(self): return "entered"
    def __exit__(self, *a): return True
    def __reversed__(self): return iter("rev")
    def __index__(self): return 2
    def __iadd__(self, o): print("iadd", o); return self
    def __matmul__(self, o): return ("mm", o)
    def __rmatmul__(self, o): return ("rmm", o)
k = K()
print(K.cm(), k.cm(2), K.sm(4), k(1, a=2), k.dyn1, hasattr(k, "nope"), bool(k), len(k), 1 in k, k[1:2], k[1, 2], k == K(), k != K(), hash(k), f"{k:x}", format(k), list(reversed(k)), [1, 2, 3][k], k @ 1, 1 @ k)
k[0] = 1; del k[5]; k += 9
with k as en: print(en); raise ValueError("swallowed")
try: k.nope
except AttributeError as x: print(x)
class Q:
    def __lt__(self, o): return "lt"
    def __gt__(self, o): return "gt"
    def __le__(self, o): return NotImplemented
    def __radd__(self, o): return ("radd", o)
    def __add__(self, o): return NotImplemented
q = Q(); print(q < 1, 1 < q, q > 1, 5 + q)
for f in [lambda: q <= 1, lambda: q + 1, lambda: q - 1, lambda: q < q >= q]:
    try: print(f())
    except TypeError as x: print(x)
class R(Q):
    def __radd__(self, o): return ("R.radd", type(o).__name__)
print(q + R())
class GA:
    def __getattribute__(self, n):
        if n == "real": return object.__getattribute__(self, n)
        return "ga:" + n
    real = 1
print(GA().anything, GA().real)
class New:
    inst = None
    def __new__(cls, *a):
        if cls.inst is None: cls.inst = super().__new__(cls)
        return cls.inst
    def __init__(self, *a): self.a = a
print(New(1) is New(2), New.inst.a)
class Str(str):
    def __new__(cls, v, extra=None): o = super().__new__(cls, v.upper()); o.extra = extra; return o
z = Str("abc", extra=1); print(z, z.extra, z + "d", type(z + "d"), z == "ABC", {z: 1}["ABC"], len(z), z[0], isinstance(z, str))
class L(list):
    def append(self, x): super().append(x * 2)
l = L([1]); l.append(2); l.extra = "e"; print(l, l.extra, l + [3], type(l + [3]), l == [1, 4], isinstance(l, list), l[0:1], sorted(l, reverse=True))
class Dt(dict):
    def __missing__(self, k): return k * 2
    def __setitem__(self, k, v): super().__setitem__(k, v + 1)
x = Dt(a=1); x["b"] = 1; print(x, x["zz"], x.get("zz"), "zz" in x)
class Tp(tuple):
    def __new__(cls, a, b): return super().__new__(cls, (a, b))
    @property
    def first(self): return self[0]
tp = Tp(1, 2); print(tp, tp.first, tp == (1, 2), hash(tp) == hash((1, 2)), tp + (3,))
class Ex(Exception):
    def __init__(self, msg, code): super().__init__(msg); self.code = code
try: raise Ex("m", 5)
except Ex as x: print(x, x.code, x.args, repr(x))
print(K.__name__, K.__qualname__, K.cm.__func__.__name__, K.__dict__["sm"].__func__(3), K.__doc__, A.f.__qualname__, k.cm.__self__)
class Doc:
    """the doc"""
    def m(self): """m doc"""
print(Doc.__doc__, Doc.m.__doc__, Doc().m.__doc__, Doc.__module__, Doc.__init__ is object.__init__)
def outer():
    class In:
        class Deep: pass
    return In
print(outer().__qualname__, outer().Deep.__qualname__, outer().Deep)
o = object()
for f in [lambda: o.x, lambda: setattr(o, "x", 1), lambda: int.x, lambda: setattr(int, "x", 1), lambda: object(1), lambda: K.cm.x, lambda: A(1), lambda: A().f(1), lambda: A.f(), lambda: super().x, lambda: Ex(), lambda: type("x"), lambda: type("X", 1, {}), lambda: type("X", (), [])]:
    try: print(f())
    except Exception as x: print(type(x).__name__, x)
class Cmp:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v
try: hash(Cmp(1))
except TypeError as x: print(x)
print(Cmp(1) == Cmp(1), Cmp(1) != Cmp(2), Cmp.__hash__)
a = A(); a.__class__ = B; print(type(a).__name__, a.f())
class Chain:
    def __init__(self): self.ops = []
    def __getattr__(self, n): self.ops.append(n); return self
    def __call__(self, *a): self.ops.append(a); return self
print(Chain().foo.bar(1).baz.ops)
class It:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n <= 0: raise StopIteration
        self.n -= 1; return self.n
print(list(It(3)), sum(It(4)), max(It(3)), [*It(2)], dict(zip(It(2), It(2))), tuple(It(2)), set(It(2)), 1 in It(3), sorted(It(3)), list(map(str, It(2))), list(enumerate(It(2))))
a, *b = It(4); print(a, b)
class Old:
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i * 10
print(list(Old()), 20 in Old(), [*Old()])
def deco(arg):
    def wrap(cls): cls.deco = arg; return cls
    return wrap
@deco("x")
class Decorated: pass
print(Decorated.deco)
print(list[int], dict[str, int], tuple[int, ...], list[int]([1, 2]), list[int] == list[int], type(list[int]).__name__, list[int].__origin__, list[int].__args__, int | str, (int | None).__args__, isinstance(1, int | str), isinstance(None, int | None), issubclass(int, int | str))
class Gen(list[int]): pass
print(Gen([1]), Gen.__orig_bases__, Gen.__bases__)
class CG:
    def __class_getitem__(cls, i): return (cls.__name__, i)
print(CG[int], CG["a", 1])
try: isinstance(1, list[int])
except TypeError as x: print(x)
