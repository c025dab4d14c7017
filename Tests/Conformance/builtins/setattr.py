"""The built-in setattr."""
from facts import calls

calls(setattr, (5, "x", 1), ("a", "x", 1), (int, "x", 1), (5, 5, 5), (5, "x"))
