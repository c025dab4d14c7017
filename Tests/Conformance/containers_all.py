l = [3, 1, 2]
l.append(4); l.extend((5, 6)); l.insert(1, 9); l.insert(-1, 8); l.insert(100, 7); print(l, l.pop(), l.pop(0), l.index(2), l.count(2), len(l))
l.remove(9); l.reverse(); print(l); l.sort(); print(l); l.sort(reverse=True); print(l); l.sort(key=lambda x: x % 3); print(l)
print(l[1:3], l[::-1], l[-2:], l[5:1:-1], l[:], l * 2, l + [1], [1, 2] < [1, 3], [1] == [1.0], 3 in l, l.copy() is l, [[]] * 2)
l[1:3] = "ab"; print(l); l[::2] = [0] * len(l[::2]); print(l); del l[0], l[-1]; print(l); del l[::2]; print(l); l[:] = []; print(l); l += "xy"; print(l); l *= 2; print(l); l[1:1] = [5]; print(l); l.clear(); print(l)
for f in [lambda: [].pop(), lambda: [1].pop(5), lambda: [].remove(1), lambda: [].index(1), lambda: [1][2], lambda: [1]["a"], lambda: [1, "a"].sort(), lambda: [1] + (1,), lambda: [1] + 1, lambda: [].append(), lambda: [].append(1, 2), lambda: list(5), lambda: [1].insert("a", 1), lambda: [1].index(1, 1), lambda: sorted([1], 2), lambda: sorted(), lambda: [].sort(1), lambda: [1, 2].__setitem__(5, 1), lambda: [1].__delitem__(3), lambda: [1] * 1.5, lambda: [].extend(1), lambda: [1] < 1, lambda: [1] < ["a"]]:
    try: print(f())
    except Exception as e: print(type(e).__name__, "|", e)
d = {"a": 1, "b": 2}
d["c"] = 3; d.update(d=4, a=0); d.update({"e": 5}); d.update([("f", 6)]); print(d, len(d), d.get("zz"), d.get("zz", 1), d.pop("a"), d.pop("zz", None), d.setdefault("b", 9), d.setdefault("n"), d.popitem(), "b" in d)
print(list(d), list(d.keys()), list(d.values()), list(d.items()), d.copy() == d, dict(d, x=1), {**d, "y": 2}, d | {"z": 1}, {1: 2} | {1: 3}, dict.fromkeys("ab", 0), dict.fromkeys([1]), dict([(1, 2)]), dict(zip("ab", [1, 2])), list(reversed(d)), list(reversed(d.items())))
d |= {"q": 1}; print(d); del d["q"]; print({1: "a", 1.0: "b", True: "c"}, {(1, 2): 3}[1, 2], {"a": 1} == {"a": 1.0}, {} == [], {i: i ** 2 for i in range(4) if i % 2}, {k: v for k, v in zip("ab", (1, 2))})
k = d.keys(); print(k, "b" in k, k & {"b", "zz"}, sorted(k | {"new"}), sorted(k - {"b"}), sorted(k ^ {"b"}), k.isdisjoint(["zz"]), len(k), d.items() & {("b", 2)}, ("b", 2) in d.items(), 2 in d.values(), d.values(), d.items(), k == set(d), k <= set(d), type(k).__name__); d["late"] = 1; print(len(k), list(k)[-1])
for f in [lambda: {}["x"], lambda: {}.pop("x"), lambda: {}.popitem(), lambda: {[]: 1}, lambda: {{}: 1}, lambda: dict(1), lambda: dict([1]), lambda: dict([(1, 2, 3)]), lambda: {}.update(1), lambda: {} < {}, lambda: {} + {}, lambda: {}.get(), lambda: dict(a=1, **{"a": 2}), lambda: {1: 2} | [1], lambda: {}.fromkeys(), lambda: hash({}), lambda: {}.x, lambda: d.keys()[0], lambda: {}.__delitem__(1), lambda: next({}), lambda: {}.setdefault([], 1), lambda: {set()}]:
    try: print(f())
    except Exception as e: print(type(e).__name__, "|", e)
try:
    for x in d: d[x + "!"] = 1
except RuntimeError as e: print(e)
try:
    for x in list(d)[:1]: pass
    it = iter(d); next(it); d.clear(); next(it)
except RuntimeError as e: print(e)
s = {3, 1, 2}
s.add(5); s.discard(9); s.remove(1); s.update([7], (8,)); print(s, len(s), 5 in s, s | {100}, s & {2, 3}, s - {2}, s ^ {2, 50}, s <= s, s < s, {2} < s, s > {2}, s.issubset(range(10)), s.issuperset([2]), s.isdisjoint([100]), s.union([1], [9]), s.intersection([2, 3], [3]), s.difference([2], [3]), s.symmetric_difference([2, 99]), s.copy() == s, {1} == {1.0}, set("aab") == {"a", "b"})
s |= {11}; s &= {2, 3, 11}; s -= {2}; s ^= {3, 4}; print(sorted(s)); s.intersection_update([4]); s.difference_update([5]); s.symmetric_difference_update([6]); print(sorted(s), s.pop() in (4, 6), frozenset([1, 2]) | {3}, {3} | frozenset([1]), type({3} | frozenset()).__name__, hash(frozenset([1, 2])) == hash(frozenset([2, 1])), {frozenset([1]): 1}[frozenset([1])], frozenset() == set(), {i % 3 for i in range(10)}, set(), frozenset([1]), {1, "a"} == {"a", 1})
for f in [lambda: set().pop(), lambda: set().remove(1), lambda: {[]}, lambda: set(1), lambda: {1} | [1], lambda: {1} + {2}, lambda: {1} < [1], lambda: hash(set()), lambda: frozenset().add(1), lambda: {1}[0], lambda: set([1], [2])]:
    try: print(f())
    except Exception as e: print(type(e).__name__, "|", e)
t = (1, 2, 3, 2)
print(t[0], t[-1], t[1:], t[::-1], t + (4,), t * 2, t.index(2), t.count(2), 2 in t, len(t), (1, 2) < (1, 3), (1,) == (1.0,), (), (1,), tuple("ab"), tuple([1]), hash((1, 2)) == hash((1, 2)), (1, (2, [3])), max(t), sum(t), sorted(t), tuple(reversed(t)), t == [1, 2, 3, 2])
for f in [lambda: t[9], lambda: t.__setitem__, lambda: t + [1], lambda: t.index(9), lambda: t["a"], lambda: hash(([],)), lambda: tuple(1), lambda: (1,) < 1]:
    try: print(f())
    except Exception as e: print(type(e).__name__, "|", e)
r = range(2, 20, 3)
print(r, len(r), r[0], r[-1], r[1:3], r[::-1], list(r), 5 in r, 6 in r, 5.0 in r, "a" in r, r.index(8), r.count(5), r.start, r.stop, r.step, range(0) == range(5, 5), range(1, 5) == range(1, 5, 1), hash(range(3)) == hash(range(3)), list(range(5, 0, -2)), bool(range(0)), list(reversed(range(3))), range(10)[2:8:2], max(range(5)), sum(range(10**6)), range(3) == [0, 1, 2], repr(range(3)), range(0, 10, 3))
for f in [lambda: range(1, 2, 0), lambda: range("a"), lambda: range(1.5), lambda: range(), lambda: range(1, 2, 3, 4), lambda: range(3)[5], lambda: range(3).index(9), lambda: range(3)["a"]]:
    try: print(f())
    except Exception as e: print(type(e).__name__, "|", e)
a, b = 1, 2; a, b = b, a; print(a, b); (a, b), c = (1, 2), 3; print(a, b, c); a, *b, c = range(5); print(a, b, c); *a, = "xy"; print(a); [a, [b, *c]] = 1, (2, 3, 4); print(a, b, c); a = b = c = []; a.append(1); print(b, c); x = y, z = 1, 2; print(x, y, z)
for i, (j, *k) in enumerate([(1, 2, 3), "abc"]): print(i, j, k)
for f in ["a, b = 1", "a, b = 1, 2, 3", "a, b = []", "a, *b, c = [1]", "a, b = 'abc'", "a, b = {}", "(a, b), c = 1, 2", "a, b = None"]:
    pass
def up(n, v):
    try:
        if n == 2: a, b = v
        elif n == 3: a, *b, c = v
        return "ok"
    except Exception as e: return f"{type(e).__name__} {e}"
print([up(2, v) for v in (1, (1, 2, 3), [], "abc", {}, None, iter([1]), {1, 2})], [up(3, v) for v in ([1], "ab", 5)])
print([*range(3), *"ab"], (*[1], 2), {*[1, 2], 3}, {**{"a": 1}, **{"b": 2}}, [*{}, *()], print(*[1, 2], sep="-"), max(*[1, 2], *(3,)), dict(**{"a": 1}, b=2))
def g(*a, **k): return a, k
print(g(*[1], 2, *(3,), a=1, **{"b": 2}, **{}), g(*"ab", **dict(c=1)), g(*range(2), x=5))
for f in [lambda: g(**{1: 2}), lambda: g(*1), lambda: g(**1), lambda: g(a=1, **{"a": 2}), lambda: len(**{"x": 1}), lambda: g(**[1])]:
    try: print(f())
    except Exception as e: print(type(e).__name__, "|", e)
print(sorted("banana"), sorted([3, 1, 2], key=lambda x: -x), sorted({"b": 1, "a": 2}), sorted([(1, "b"), (1, "a")], key=lambda t: t[0]), sorted("aBc", key=str.lower), sorted([True, 0, 2.5]), sorted([[2], [1, 5], []]))
print(list(zip([1, 2], "ab", (True, False))), list(zip()), list(map(lambda a, b: a + b, [1, 2], [3, 4, 5])), list(filter(None, [0, 1, "", "a"])), list(filter(lambda x: x > 1, [1, 2, 3])), list(enumerate("ab", 5)), any([]), all([]), any(x > 2 for x in [1, 3]), all([1, 0]), list(reversed([1, 2])), sum([1, 2], 10), min(3, 1), max("a", "b"), min([1, 2], default=0), max({"a": 5, "b": 3}, key=lambda k: -ord(k)), list(iter([1])), next(iter([]), "dflt"))
for f in [lambda: list(zip([1], [1, 2], strict=True)), lambda: list(zip([1, 2], [1], strict=True)), lambda: next(iter([])), lambda: iter(5), lambda: next(5), lambda: min(), lambda: min([]), lambda: sum([1], "a"), lambda: list(map(1, [1])), lambda: enumerate(1), lambda: reversed(5), lambda: reversed({1}), lambda: zip(1), lambda: filter(), lambda: any(1), lambda: sorted([1, "a"]), lambda: max(1, "a"), lambda: iter(1, 2)]:
    try: print(f())
    except BaseException as e: print(type(e).__name__, "|", e)
it = iter(lambda c=[0]: c.__setitem__(0, c[0] + 1) or c[0], 4); print(list(it))
x = [1, 2, 3]; i = iter(x); next(i); x.append(4); print(list(i), list(i)); print(x.__len__(), x.__contains__(1), x.__iter__().__next__(), x.__add__([1]), x.__eq__([1]), x.__getitem__(0), [].__class__, x.__reversed__().__next__(), i.__length_hint__() if False else "")
print([i for i in range(3) for j in range(i)], [[j for j in range(i)] for i in range(3)], {i: [j] for i in range(2) for j in range(2)}, [(i, j) for i, j in [(1, 2), (3, 4)]], [y := 5, y ** 2], [x for x in "ab" if x != "a" if True], [i if i % 2 else -i for i in range(4)])
print([lambda: i for i in range(3)][0](), [f() for f in [lambda i=i: i for i in range(3)]], (lambda *a, k=1, **kw: (a, k, kw))(1, 2, k=3, z=4), (lambda: (yield))().__class__.__name__)
