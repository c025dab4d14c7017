"""itertools.repeat."""
import itertools

from facts import calls


def repeat(*args, **kwargs):
    it = itertools.repeat(*args, **kwargs)
    return list(it)


calls(repeat, ("a", 3,))
calls(repeat, ("a", 0,))
calls(repeat, ("a", -2,))
calls(repeat, ("a", "b",))
