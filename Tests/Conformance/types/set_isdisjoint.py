"""set.isdisjoint."""
from facts import each

values = [set(), {1}, {"a"}, {(2,)}]
each("isdisjoint", values, ({9},), ([1],), 5)
