l = [3, 1, 2]
l.append(5); l.extend([7, 6]); l.insert(0, 9); print(l, l.pop(), l.pop(0), l.index(2), l.count(1))
l.sort(); print(l, sorted(l, reverse=True), sorted("bca"), sorted([3, -1, 2], key=abs))
l.reverse(); print(l, l[1:3], l[::-1], l[-1], l[:2] + l[2:])
l[1:2] = [10, 11]; del l[0]; print(l, 10 in l, [0] * 3, [1, [2, [3]]])
d = {"a": 1, "b": 2}
d["c"] = 3; d.update(d=4); print(d, d.get("z"), d.get("z", 0), d.pop("a"), d.setdefault("e", 5), list(d))
print(list(d.items()), list(d.values()), "b" in d, len(d), {**d, "x": 1})
for k, v in d.items(): print(k, v, end=" ")
print()
s = {3, 1, 2}
s.add(7); s.discard(99); print(s, s | {9}, s & {1, 2}, s - {1}, s ^ {1, 100}, {1} <= s, frozenset([1, 2]))
t = (1, 2, 3)
print(t + (4,), t * 2, t[1:], t.index(3), (1,), (), hash((1, 2)) == hash((1, 2)), (1, 2) < (1, 3))
print(list(range(5)), list(range(10, 0, -3)), range(3), len(range(0, 100, 7)))
print(list(enumerate("ab", 1)), list(map(str, [1, 2])), list(filter(None, [0, 1, "", "a"])), list(reversed([1, 2])))
print(min(3, 1), max([1, 9, 3]), sum([1, 2.5]), any([0, 1]), all([]), abs(-3), divmod(-7, 2), pow(2, 10), round(2.567, 2), round(2.5))
m = [[0] * 3 for _ in range(2)]
m[0][1] = 5
m[1][2] += 7
print(m)
e = []
e.append(e)
print(e, {1: {2: {}}}, [None, True, 1.5, "q'x", b"by"])
print([1, 2] == [1, 2], [1, 2] < [1, 3], {1: 2} == {1: 2.0}, {1, 2} == {2, 1})
big = {i: i * i for i in range(1000)}
for i in range(0, 1000, 2): del big[i]
print(len(big), sum(big), big[999], list(big)[:3])
print(dict([("a", 1)]), dict(a=1), dict(zip("xy", [1, 2])), list("abc"), tuple([1]), set("aab") == {"a", "b"})
