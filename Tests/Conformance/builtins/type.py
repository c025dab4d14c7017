"""The built-in type."""
from facts import calls

calls(type, 5, "a", None, int, type, print, (), ([],), (len,), ..., (1.5,))
