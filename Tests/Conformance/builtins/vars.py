"""The built-in vars."""
from facts import calls

calls(vars, 5, ("a",), (1, 2))
