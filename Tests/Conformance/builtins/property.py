"""The built-in property."""
from facts import calls

calls(property, (), (1, 2, 3, 4, 5))
