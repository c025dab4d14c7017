"""What runs by a short way must do the same as by the long one: reductions, unpacking, pairs, slices, formats."""
print(sum(x for x in range(10)), sum(x*1.5 for x in [1,2,3] if x>1), any(x>2 for x in (1,2,3)), all(x<3 for x in (1,2,3)), all(() for x in ()), any(x for x in []))
print(list(x for x in 'abc'), tuple(x for x in {1:2}), sorted(-x for x in range(5)), max(x%3 for x in range(7)), min((x,y) for x in (2,1) for y in (4,3)))
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e, type(e.__cause__).__name__)
t(lambda: max(x for x in []))
t(lambda: sum(x for x in 'ab'))
t(lambda: sum(1/x for x in (1,0)))
t(lambda: any(next(iter([])) for x in [1]))
t(lambda: list(x.y for x in [1]))
t(lambda: sum(x for x in 5))
def g():
    s = sum(x for x in (yield 1))
    yield s
i=g(); next(i); print(i.send([1,2,3]))
class L(list): pass
print(sum(a*b for a,b in zip([1,2],[3,4])), sum(i*v for i,v in enumerate([5,6,7])), sum(i for i in L([1,2])))
n=[0]
def f(x): n[0]+=1; return x
print(any(f(x) for x in range(10) if x), n)
print([sum(i*j for j in range(i)) for i in range(6)], sum(sum(1 for b in a) for a in ['ab','c']))
sum_=sum
def sum(x): return 'mine', list(x)
print(sum(x for x in 'ab'))
del sum
l=[1,2,3]
print([l.append(9) or x for x in l if len(l)<8])
for k,v in {1:2,3:4}.items(): print(k,v,end=' ')
for (a,b) in [(1,2),[3,4],'xy']: print(a,b,end=' ')
try:
    for a,b in enumerate([1]): a,b=b
except TypeError as e: print(e)
a,b=1,2; a,b=b,a; print(a,b)
x=[0,1,2]; i=0; i, x[i] = 2, 5; print(i,x)
print(f"{3.14159:>10,.2f}|{-5:05d}|{255:#x}|{255:#010b}|{1234567:_}|{1e10:g}|{0.00001:.3e}|{-0.0:z.1f}|{float('nan'):010.2f}|{float('-inf'):+}|{True:d}|{12:c}|{'é':*^7}|{5:é>4}|{-1234:=+9,}|{1234:09,}|{.5:%}|{1e6:,}|{7:n}")
print("%5.1f|%-8d|%08.3f|%+d|%x|%#X|%e|%G|%r|%s|%5s|%-5s|" % (1.25,3,3.14159,5,255,255,1e5,1e-5,'a',None,'ab','cd'))
print(float(' 1.5 '), float('1_0.5'), float('1e5'), int(' 12 '), int('-0'), int('+5'), float('-.5e-3'))
for bad in ('','1e','+-1','1__0','0x1','.','e5','1 2'):
    for c in (int,float):
        try: print(c(bad))
        except ValueError as e: print(e)
print(list(zip([1,2],[3])), dict(), set([1]), tuple([1,2]), str(), str(5), range(3), list((1,2)), bool([]), enumerate)
for c in (list,tuple,set,zip,enumerate):
    try: c(5,6) if c is zip else c(5)
    except TypeError as e: print(e)
b=bytearray(b'abcdef'); b[1:3]=b'XY'; b[0]=65; b[::2]=b'123'; print(b); b[1:2]=b'long'; print(b)
q=[1,2,3,4,5]; q[1:3]=[9,9]; q[::2]=[7,7,7]; q[4:1]=[0]; print(q, q[1:3], q[::-1], q[:2])
print('hello world it\'s'.title(), 'ABC def'.capitalize())

def captured(rows):
    return sum((lambda: row)() for row in rows), [f() for f in list((lambda: r) for r in rows)], max((lambda k=row: k)() for row in rows)
print(captured([1, 2, 3]))
class Truth:
    def __init__(self, value): self.value = value
    def __bool__(self):
        if self.value is None: raise ValueError("no truth")
        return self.value
for values in ([False, True, None], [True, False, None], [None]):
    for check in (any, all):
        try: print(check(Truth(v) for v in values), any(Truth(v) for v in values), all(Truth(v) for v in values))
        except ValueError as e: print(check.__name__, e)
class Adding:
    def __radd__(self, other): return (other, "added")
print(sum(Adding() for _ in range(1)))
for x in [1.005, 2.675, 0.125, 0.375, 1e15 + 0.3, 123456789.987654321, 5e-324, 1e-7, 0.5, 1.5, 2.5, -0.4, 1e22, 999.9995]:
    print(["%.*f" % (p, x) for p in (0, 1, 2, 3, 6, 12, 18)], f"{x:.0f} {x:.1%} {x:,.2f}", round(x, 2))
def names():
    a = b = c = 0
    (a, b), c = [1, 2], 3
    [a, *b] = "xyz"
    for i, (j, k) in enumerate([(1, 2), (3, 4)]): c += i * j * k
    for i, j in zip("ab", [1, 2]): a += i * j
    for k, v in {"x": 1}.items(): b.append((k, v))
    return a, b, c
print(names())
d = {"a": 1}
try:
    for k, v in d.items(): d["b"] = 2
except RuntimeError as e: print(e)
try:
    for a, b in zip([1, 2], [3], strict=True): print(a, b)
except ValueError as e: print(e)
def shapes():
    class A:
        def __init__(self): self.x = 1
        def get(self): return "A", self.x
    class B(A):
        def get(self): return "B", self.x
    class C(A):
        x = 5
        def __init__(self): pass
        get = lambda self: ("C", self.x)
    class D:
        __slots__ = ("x", "get")
        def __init__(self): self.x, self.get = 4, lambda: "own"
    class E:
        def __getattr__(self, name): return lambda: name
    out = []
    for round in range(3):
        for o in (A(), B(), C(), D(), E()):
            out.append(o.get())
            o.x = round
            out.append(o.x)
        if round == 1: A.get = lambda self: "changed"
    return out
print(shapes())
