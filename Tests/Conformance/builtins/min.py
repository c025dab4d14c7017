"""The built-in min."""
from facts import calls

calls(min, (1, 2), ([3, 1],), ([],), "hello", ("a", "b"), (1, "a"), (1.0, 1), (), ([], [1]), (None, None),
    (float("nan"), 1), (1, float("nan")))
