"""The built-in list."""
from facts import calls

calls(list, (), "abc", ((1, 2),), (range(3),), ({1: 2},), 5, (None,), (b"ab",), ([[1]],), (1, 2))
