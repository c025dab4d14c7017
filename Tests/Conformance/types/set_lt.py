"""set.__lt__."""
from facts import each

values = [set(), {1}, {"a"}, {(2,)}]
each("__lt__", values, ({1, 2, 3},), (set(),), 5)
