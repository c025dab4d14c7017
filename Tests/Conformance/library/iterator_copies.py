"""Copies of iterators, shallow and deep, at each place."""
import copy, itertools as I
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
def mk():
    return [("count", I.count(3, 2)), ("cycle", I.cycle([1, 2, 3])), ("repeat", I.repeat("a", 4)), ("acc", I.accumulate([1, 2, 3, 4])), ("acc2", I.accumulate([1, 2, 3], lambda a, b: a * b, initial=10)), ("chain", I.chain([1, 2], [3, 4])), ("chain2", I.chain.from_iterable([[1], [2, 3]])), ("compress", I.compress("abcdef", [1, 0, 1, 1, 1, 1])), ("drop", I.dropwhile(bool, [1, 0, 2, 3])), ("take", I.takewhile(bool, [1, 2, 3, 0])), ("ff", I.filterfalse(None, [0, 1, 0, 0])), ("star", I.starmap(pow, [(1, 2), (3, 2), (2, 2)])), ("islice", I.islice(range(20), 2, 12, 3)), ("zl", I.zip_longest([1, 2], [3, 4, 5, 6])), ("prod", I.product([1, 2], "ab")), ("comb", I.combinations("abcd", 2)), ("cwr", I.combinations_with_replacement("abc", 2)), ("perm", I.permutations("abc", 2)), ("pair", I.pairwise([1, 2, 3])), ("map", map(str, [1, 2, 3, 4])), ("filter", filter(None, [1, 2, 3])), ("zip", zip([1, 2, 3], "abc")), ("enum", enumerate("abcd", 5)), ("rev", reversed([1, 2, 3, 4])), ("revt", reversed((1, 2, 3))), ("list", iter([1, 2, 3])), ("tuple", iter((1, 2, 3))), ("str", iter("abc")), ("str2", iter("é€a")), ("bytes", iter(b"abc")), ("range", iter(range(5))), ("set", iter({1, 2, 3})), ("dict", iter({"a": 1, "b": 2, "c": 3})), ("items", iter({"a": 1, "b": 2}.items())), ("tee", I.tee([1, 2, 3])[0])]
for skip in range(4):
    for deep in (0, 1):
        for name, it in mk():
            for _ in range(skip): next(it, None)
            try:
                c = copy.deepcopy(it) if deep else copy.copy(it)
            except Exception as e:
                print(name, type(e).__name__, e); continue
            a = list(I.islice(c, 6)); b = list(I.islice(it, 6))
            print(name, type(c).__name__, a, b, list(I.islice(c, 2)), list(I.islice(it, 2)))
g = I.groupby("aabbb"); next(g)
c = copy.copy(g); print([(k, list(v)) for k, v in c], [(k, list(v)) for k, v in g])
class Data:
    def __init__(self): self.users = I.cycle([{"n": 1}, {"n": 2}]); self.it = iter([1, 2])
d = Data(); next(d.users); e = copy.deepcopy(d)
print(next(e.users), next(d.users), next(e.users) is next(d.users), next(e.it), next(d.it))
for f in (lambda: copy.copy(x for x in []), lambda: copy.deepcopy(i for i in "a")): t(f)
class Sub(I.cycle): pass
s = Sub("ab"); next(s); print(type(copy.copy(s)).__name__)
