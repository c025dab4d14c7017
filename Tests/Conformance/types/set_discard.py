"""set.discard."""
from facts import each

values = [set(), {1}, {"a"}, {(2,)}]
each("discard", values, 1, 9, ([],))
