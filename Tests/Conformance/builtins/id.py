"""The built-in id."""
from facts import calls

calls(id, (), (1, 2))
