"""itertools.permutations."""
import itertools

from facts import calls


def permutations(*args, **kwargs):
    it = itertools.permutations(*args, **kwargs)
    return list(it)


calls(permutations, ("abc",))
calls(permutations, ("abcd", 2,))
calls(permutations, ("ab", 0,))
calls(permutations, ("ab", 3,))
calls(permutations, ("ab", -1,))
