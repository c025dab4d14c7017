"""itertools.tee."""
import itertools

from facts import calls


def tee(*args, **kwargs):
    it = itertools.tee(*args, **kwargs)
    return [list(one) for one in it]


calls(tee, ("abc",))
calls(tee, ("abc", 3,))
calls(tee, ("abc", 0,))
calls(tee, ("abc", -1,))
