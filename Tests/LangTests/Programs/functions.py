def f(a, b=2, *args, c, d=4, **kw):
    return (a, b, args, c, d, sorted(kw.items()))
print(f(1, c=3))
print(f(1, 5, 6, 7, c=3, x=1, y=2))
print(f(*[1, 2, 3], **{"c": 9, "z": 0}))
def g(a, /, b, *, c): return a, b, c
print(g(1, b=2, c=3))
for call in (lambda: g(1), lambda: g(1, 2), lambda: g(a=1, b=2, c=3), lambda: g(1, 2, 3, c=4),
             lambda: f(), lambda: g(1, 2, c=3, d=4), lambda: len(), lambda: len(1, 2)):
    try:
        print(call())
    except TypeError as e:
        print(e)
def counter():
    n = 0
    def inc(by=1):
        nonlocal n
        n += by
        return n
    return inc
c = counter()
print(c(), c(5), c())
fs = [lambda x, i=i: x * i for i in range(4)]
print([h(10) for h in fs])
print((lambda *a, **k: (a, k))(1, 2, z=3))
x = 10
def glob():
    global x
    x += 1
    return x
print(glob(), x)
def fact(n): return 1 if n < 2 else n * fact(n - 1)
print(fact(30))
def rec(n): return rec(n + 1)
try:
    rec(0)
except RecursionError as e:
    print(type(e).__name__)
print(f.__name__, f.__defaults__)
def unbound():
    print(y)
    y = 1
try:
    unbound()
except UnboundLocalError as e:
    print(e)
try:
    nothere
except NameError as e:
    print(e)
a, *b, (c2, d2) = 1, 2, 3, (4, 5)
print(a, b, c2, d2)
try:
    p, q = 1, 2, 3
except ValueError as e:
    print(e)
try:
    p, q, r = 1, 2
except ValueError as e:
    print(e)
print([y := 5, y ** 2], y)
print(1 < 2 < 3, 1 < 3 < 2, 1 == 1.0 == True)
