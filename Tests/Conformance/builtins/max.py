"""The built-in max."""
from facts import calls

calls(max, (1, 2), ([3, 1],), ([],), (1,), "hello", ("a", "b"), (1, "a"), (1.0, 1), (1, 1.0, True), (), ([], [1]),
    (None, None), ({"a": 1},), (float("nan"), 1), (1, float("nan")), 5)
