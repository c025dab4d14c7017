"""itertools.compress."""
import itertools

from facts import calls


def compress(*args, **kwargs):
    it = itertools.compress(*args, **kwargs)
    return list(it)


calls(compress, ("abcdef", [1, 0, 1, 0, 1, 1],))
calls(compress, ("ab", [],))
