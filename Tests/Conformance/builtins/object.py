"""The built-in object."""
from facts import calls

calls(object, 5, (1, 2))
