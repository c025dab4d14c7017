"""itertools.dropwhile."""
import itertools

from facts import calls


def dropwhile(*args, **kwargs):
    it = itertools.dropwhile(*args, **kwargs)
    return list(it)


print(dropwhile(lambda x: x < 3, [1, 4, 2]))
