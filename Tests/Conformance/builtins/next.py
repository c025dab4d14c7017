"""The built-in next."""
from facts import calls

calls(next, 5, ([],), (iter([]),), (iter([]), "end"), (iter([1]),), ())
