class Meta(type):
    def __new__(m, name, bases, ns, **kw):
        print(name, sorted(kw.items()))
        return super().__new__(m, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw): pass
options = {"a": 1, "metaclass": Meta}
class A(**options): pass
class B(A, b=2, **{"c": 3}): pass
print(type(A).__name__, type(B).__name__)
bases = (A,)
class C(*bases, x=1): pass
print(C.__bases__)
def make(name):
    class Local(A, tag=name): pass
    return Local
print(make("t").__name__, make("u").__qualname__)
class Counter:
    total = 0
    names = []
    def hit(self):
        Counter.total += 1
        self.names.append(Counter.total)
        return Counter.total
class Sub(Counter): pass
s = Sub()
print([s.hit() for _ in range(3)], Sub.total, Counter.total, s.total, Sub.names)
Sub.total = 50
print(s.hit(), Sub.total, Counter.total, s.total)
del Sub.total
print(s.total)
Counter.total = lambda self: "method"
print(s.total())
Counter.total = property(lambda self: "property")
print(s.total)
Counter.hit = lambda self: "replaced"
print(s.hit())
s.hit = lambda: "own"
print(s.hit())
class Node:
    def __init__(self, v): self.v = v
    def get(self): return self.v
    @property
    def twice(self): return self.v * 2
    @staticmethod
    def st(x): return x + 1
    @classmethod
    def cl(cls): return cls.__name__
    k = "class data"
class Derived(Node):
    def get(self): return super().get() + 1
    @classmethod
    def cl(cls): return "D" + super().cl()
    @property
    def twice(self): return super().twice + 0.5
for n in [Node(1), Derived(2), Node(3)] * 2:
    print(n.get(), n.twice, n.st(1), n.cl(), n.k, end=" ")
    n.k = "own"
    print(n.k, n.__class__.__name__)
Node.get = lambda self: "patched"
print(Node(1).get())
try: print(Derived(2).get())
except TypeError as e: print(e)
import math
for _ in range(3): print(math.floor(2.5), math.pi > 3, end=" ")
math.extra = 5
print(math.extra)
d = {"a": [1, 2]}
for x in ("s p l i t", b"b y t e s", "again x"): print(x.split(), x.upper())
for x in ([3, 1], (3, 1), "31"): print(x.index(x[1]), x.count(x[0]))
class MyStr(str):
    def upper(self): return "mine"
for x in ("abc", MyStr("abc"), "abc"): print(x.upper(), x.lower())
class MyList(list):
    def append(self, v): super().append(v * 2)
for l in ([], MyList(), []):
    l.append(1); l.append(2); print(l)
import collections
for base in (collections.namedtuple, 5, [1], {}, None, 1.5, lambda: 0):
    try:
        class Odd(base): pass
    except TypeError as error: print(error)
class Plain: pass
try:
    class Odd(Plain()): pass
except TypeError as error: print(error)
