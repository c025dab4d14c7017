"""itertools.combinations_with_replacement."""
import itertools

from facts import calls


def combinations_with_replacement(*args, **kwargs):
    it = itertools.combinations_with_replacement(*args, **kwargs)
    return list(it)


calls(combinations_with_replacement, ("abc", 2,))
calls(combinations_with_replacement, ([], 1,))
calls(combinations_with_replacement, ("ab", 0,))
