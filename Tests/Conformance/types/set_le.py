"""set.__le__."""
from facts import each

values = [set(), {1}, {"a"}, {(2,)}]
each("__le__", values, ({1, 2, 3},), (set(),), 5)
