"""The built-in all."""
from facts import calls

calls(all, ([],), ([1, 2],), ([1, 0],), "", ("ab",), ({},), 5, ([None],), (range(1, 3),), (None,))
