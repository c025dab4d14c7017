"""itertools.filterfalse."""
import itertools

from facts import calls


def filterfalse(*args, **kwargs):
    it = itertools.filterfalse(*args, **kwargs)
    return list(it)


print(filterfalse(lambda x: x % 2, range(6)))
calls(filterfalse, (None, [0, 1, ""],))
