"""list.remove."""
from facts import each

values = [[], [1], [3, 1, 2], ["b", "a"], [1, "a", None], [[1], [2]], [1.5, True, 2]]
each("remove", values, 1, "a", None, 99)
