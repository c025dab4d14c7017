"""The built-in any."""
from facts import calls

calls(any, ([],), ([0, 2],), ([0, 0],), "", ("ab",), ({},), 5, (range(2),), (None,))
