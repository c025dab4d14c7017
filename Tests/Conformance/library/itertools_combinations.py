"""itertools.combinations."""
import itertools

from facts import calls


def combinations(*args, **kwargs):
    it = itertools.combinations(*args, **kwargs)
    return list(it)


calls(combinations, ("abcd", 2,))
calls(combinations, ([1, 2, 3], 0,))
calls(combinations, ("ab", 3,))
calls(combinations, ("ab", -1,))
calls(combinations, (5, 2,))
