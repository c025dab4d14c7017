"""itertools.count."""
from itertools import count, cycle, islice

for start, step in ((0, 1), (5, 2), (1.5, 0.5), (10, -3), (2 ** 62, 2 ** 62), (0, 0)):
    print(list(islice(count(start, step), 6)), repr(count(start, step)))
for text in ("abc", "x", ""):
    print(list(islice(cycle(text), 7)))
print(next(count()), repr(count(5)), list(islice(cycle([1, 2]), 3)))
