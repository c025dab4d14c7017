"""itertools.starmap."""
import itertools

from facts import calls


def starmap(*args, **kwargs):
    it = itertools.starmap(*args, **kwargs)
    return list(it)


print(starmap(pow, [(2, 3), (3, 2)]))
print(starmap(max, [[1, 5]]))
