def count(n):
    i = 0
    while i < n:
        got = yield i
        if got: i = got
        else: i += 1
    return "done"
g = count(5)
print(next(g), g.send(3), next(g))
try:
    next(g)
except StopIteration as e:
    print("stop", e.value)
def outer():
    r = yield from count(2)
    print("inner said", r)
    yield 99
print(list(outer()))
def closing():
    try:
        yield 1
        yield 2
    finally:
        print("closed")
c = closing()
print(next(c))
c.close()
def catching():
    while True:
        try:
            yield "ready"
        except ValueError as e:
            yield "caught " + str(e)
t = catching()
print(next(t), t.throw(ValueError("x")), next(t))
print(sum(x * x for x in range(10)), list(zip("ab", (i for i in range(9)))))
def primes():
    seen = []
    n = 2
    while True:
        if all(n % p for p in seen):
            seen.append(n)
            yield n
        n += 1
it = primes()
print([next(it) for _ in range(10)])
print({k: v for k, v in zip("abc", range(3))}, {x % 3 for x in range(10)}, [(a, b) for a in range(3) if a for b in "xy"])
def tree(n):
    if n:
        yield from tree(n - 1)
        yield n
        yield from tree(n - 1)
print(list(tree(3)))
def first(seq): return next((x for x in seq if x > 2), None)
print(first([1, 2, 3, 4]), first([]))
gens = [count(3) for _ in range(100)]
print(sum(next(g) for g in gens))
