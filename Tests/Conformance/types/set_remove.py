"""set.remove."""
from facts import each

values = [set(), {1}, {"a"}, {(2,)}]
each("remove", values, 1, 9, ([],))
