"""set.issuperset."""
from facts import each

values = [set(), {1}, {"a"}, {(2,)}]
each("issuperset", values, (set(),), ([1],), 5)
