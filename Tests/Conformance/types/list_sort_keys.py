"""Sorting with keys and backwards."""
from facts import each

values = [[3, 1, 2], ["bb", "a", "CCC"], [(1, "b"), (0, "a"), (1, "a")], [], [True, 0, 2.5], [-3, 2, -1]]
each("sort", values, (), reverse=True)
each("sort", values, (), key=None)
each("sort", values, (), key=str)
each("sort", values, (), key=lambda x: str(x).lower(), reverse=True)
each("sort", values, (), key=len)
each("sort", values, (), key=abs)
each("sort", values, (), key=5)
for reverse in (False, True):
    words = ["b1", "a1", "b2", "a2", "c1", "b3"]
    print(sorted(words, key=lambda word: word[0], reverse=reverse))
