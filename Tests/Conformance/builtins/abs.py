"""The built-in abs."""
from facts import calls

calls(abs, 0, -5, 5, -1.5, True, -(2 ** 70), float("-inf"), "a", None, (), (1, 2))
