"""itertools.chain."""
import itertools

from facts import calls


def chain(*args, **kwargs):
    it = itertools.chain(*args, **kwargs)
    return list(it)


calls(chain, ())
calls(chain, ([1], "ab", (2,),))
calls(chain, (5,))
print(list(itertools.chain.from_iterable(["ab", [1]])))
