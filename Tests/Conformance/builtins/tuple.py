"""The built-in tuple."""
from facts import calls

calls(tuple, (), "abc", ([1, 2],), (range(3),), ({1: 2},), 5, (1, 2))
