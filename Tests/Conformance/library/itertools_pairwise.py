"""itertools.pairwise."""
import itertools

from facts import calls


def pairwise(*args, **kwargs):
    it = itertools.pairwise(*args, **kwargs)
    return list(it)


calls(pairwise, ("abcd",))
calls(pairwise, ([1],))
calls(pairwise, ([],))
