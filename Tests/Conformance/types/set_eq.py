"""set.__eq__."""
from facts import each

values = [set(), {1}, {"a"}, {(2,)}]
each("__eq__", values, ({1},), (frozenset([1]),), ([1],))
