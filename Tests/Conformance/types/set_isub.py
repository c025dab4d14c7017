"""set.__isub__."""
from facts import each

values = [set(), {1}, {"a"}, {(2,)}]
each("__isub__", values, ({1},), ([1],))
