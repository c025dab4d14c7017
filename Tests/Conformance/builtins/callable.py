"""The built-in callable."""
from facts import calls

calls(callable, print, int, 5, "a", lambda: 1, None, [].append)
