"""The built-in delattr."""
from facts import calls

calls(delattr, (5, "x"), (int, "x"), (5, 5), (5,))
