"""The built-in reversed."""
from facts import calls

calls(reversed, 5, ({1},), (None,))
