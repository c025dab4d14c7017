"""The built-in zip."""
from facts import calls

calls(zip, 5, (None,), ([1], 5))
