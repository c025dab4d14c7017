class A:
    kind = "a"
    def __init__(self, x):
        self.x = x
    def who(self):
        return "A" + str(self.x)
    @property
    def double(self):
        return self.x * 2
    @double.setter
    def double(self, v):
        self.x = v // 2
    @classmethod
    def make(cls, x):
        return cls(x)
    @staticmethod
    def plus(a, b):
        return a + b
    def __repr__(self):
        return f"{type(self).__name__}({self.x!r})"
    def __eq__(self, other):
        return isinstance(other, A) and self.x == other.x
    def __lt__(self, other):
        return self.x < other.x
    def __hash__(self):
        return hash(self.x)
    def __add__(self, other):
        return A(self.x + (other.x if isinstance(other, A) else other))
    __radd__ = __add__
    def __len__(self):
        return self.x
    def __getitem__(self, i):
        if i >= self.x:
            raise IndexError(i)
        return i * 10
    def __contains__(self, v):
        return v == 42
    def __call__(self, *a):
        return a
    def __bool__(self):
        return self.x > 0
class B(A):
    kind = "b"
    def who(self):
        return "B" + super().who()
class C(A):
    def who(self):
        return "C" + super().who()
class D(B, C):
    def who(self):
        return "D" + super().who()
d = D.make(3)
print(d, d.who(), d.kind, [k.__name__ for k in D.__mro__])
d.double = 10
print(d.double, d.x, D.plus(1, 2))
print(A(1) == A(1), A(1) != A(2), A(1) < A(2), {A(1): "one"}[A(1)])
print(A(1) + A(2), 5 + A(2), sum([A(1), A(2)], A(0)))
print(len(A(4)), list(A(3)), 42 in A(1), 7 in A(1), A(1)(2, 3), bool(A(0)))
print(sorted([A(3), A(1), A(2)]), max(A(3), A(5)))
print(isinstance(d, A), issubclass(D, (int, C)), hasattr(d, "nope"), getattr(d, "nope", "default"))
try:
    d.nope
except AttributeError as e:
    print(e)
try:
    D.nope
except AttributeError as e:
    print(e)
class Meta:
    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return "dyn_" + name
    def __setattr__(self, name, value):
        object.__setattr__(self, name, value + 1)
m = Meta()
m.z = 1
print(m.abc, m.z)
class Ctx:
    def __enter__(self):
        print("enter")
        return self
    def __exit__(self, t, v, tb):
        print("exit", t.__name__ if t else None, v)
        return t is ValueError
with Ctx() as c:
    print("body")
with Ctx():
    raise ValueError("swallowed")
try:
    with Ctx():
        raise KeyError("k")
except KeyError as e:
    print("caught", e)
class It:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n == 0: raise StopIteration
        self.n -= 1
        return self.n
print(list(It(3)), [a for a in It(2)])
class Outer:
    class Inner:
        v = 1
    w = Inner.v + 1
print(Outer.Inner.v, Outer.w)
def deco(cls):
    cls.tagged = True
    return cls
@deco
class T: pass
print(T.tagged, T.__name__)
class Sub(dict):
    def __missing__(self, k): return k * 2
s = Sub(a=1)
print(s["a"], s["zz"], len(s))
class E(Exception):
    def __init__(self, code):
        super().__init__("code %d" % code)
        self.code = code
try:
    raise E(7)
except E as e:
    print(e, e.code, e.args, repr(e))
x = A(1)
x.y = 5
del x.y
print(vars(x), "y" in x.__dict__)
print(type(x) is A, type(x).__name__, A.__bases__, callable(x), callable(5))
