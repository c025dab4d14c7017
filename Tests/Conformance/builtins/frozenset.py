"""The built-in frozenset."""
from facts import calls

calls(frozenset, (), "a", ([1],), 5, ([[]],), (1, 2))
