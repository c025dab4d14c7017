"""The built-in slice."""
from facts import calls

calls(slice, (), 1, (1, 2), (1, 2, 3), (1, 2, 3, 4), None, "a")
