"""itertools.accumulate."""
import itertools

from facts import calls


def accumulate(*args, **kwargs):
    it = itertools.accumulate(*args, **kwargs)
    return list(it)


calls(accumulate, ([1, 2, 3],))
calls(accumulate, ([],))
calls(accumulate, ("abc",))
print(accumulate([3, 1, 2], max))
calls(accumulate, ([1, 2], None,))
print(accumulate([1, 2], initial=10), accumulate([1, 2, 3], lambda a, b: a * b))
