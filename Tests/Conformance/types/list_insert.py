"""list.insert."""
from facts import each

values = [[], [1], [3, 1, 2], ["b", "a"], [1, "a", None], [[1], [2]], [1.5, True, 2]]
each("insert", values, (0, "x"), (-1, "x"), (99, "x"), (-99, "x"), ("a", 1), (1.0, 2))
