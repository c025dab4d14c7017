"""itertools.islice."""
import itertools

from facts import calls


def islice(*args, **kwargs):
    it = itertools.islice(*args, **kwargs)
    return list(it)


calls(islice, ("abcdef", 2,))
calls(islice, ("abcdef", 1, 4,))
calls(islice, ("abcdef", 0, None, 2,))
calls(islice, ("abc", -1,))
calls(islice, ("abc", 1, 2, 0,))
calls(islice, (range(10), 3, 3,))
