"""The built-in range."""
from facts import calls

calls(range, (), 5, (1, 5), (1, 10, 3), (5, 1, -1), (1, 2, 0), 1.0, "a", (1, "a"), (1, 2, 3, 4), True, (0,), -3)
