"""set.issubset."""
from facts import each

values = [set(), {1}, {"a"}, {(2,)}]
each("issubset", values, ({1, 2, 3, 4},), ([1],), 5)
