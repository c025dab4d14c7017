"""itertools.takewhile."""
import itertools

from facts import calls


def takewhile(*args, **kwargs):
    it = itertools.takewhile(*args, **kwargs)
    return list(it)


print(takewhile(lambda x: x < 3, [1, 4, 2]))
print(takewhile(len, ["a", "", "b"]))
