"""The built-in format."""
from facts import calls

calls(format, (5,), (5, "x"), ("a", ">3"), (5, 5), (None, "x"), (1.5, ".1f"), ())
