"""The built-in filter."""
from facts import calls

calls(filter, 5, (len,), (None, 5))
