"""The built-in iter."""
from facts import calls

calls(iter, 5, None, (5, 5), (1, 2, 3), ())
