"""itertools.zip_longest."""
import itertools

from facts import calls


def zip_longest(*args, **kwargs):
    it = itertools.zip_longest(*args, **kwargs)
    return list(it)


calls(zip_longest, ("abc", [1],))
calls(zip_longest, ())
calls(zip_longest, ([1], 5,))
print(zip_longest("ab", "x", fillvalue="-"))
