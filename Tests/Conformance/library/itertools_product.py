"""itertools.product."""
import itertools

from facts import calls


def product(*args, **kwargs):
    it = itertools.product(*args, **kwargs)
    return list(it)


calls(product, ())
calls(product, ("ab",))
calls(product, ("ab", [1, 2],))
calls(product, ([1], [],))
calls(product, (5,))
print(product("ab", repeat=2), product([0, 1], repeat=0))
