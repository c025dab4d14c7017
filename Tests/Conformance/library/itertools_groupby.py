"""itertools.groupby."""
import itertools

from facts import calls


def groupby(*args, **kwargs):
    it = itertools.groupby(*args, **kwargs)
    return [(key, list(group)) for key, group in it]


calls(groupby, ("aabbca",))
calls(groupby, ([],))
print(groupby([1, 3, 2, 4], lambda x: x % 2), groupby("aA", key=str.upper))
