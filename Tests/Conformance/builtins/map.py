"""The built-in map."""
from facts import calls

calls(map, 5, (len,), (len, 5))
