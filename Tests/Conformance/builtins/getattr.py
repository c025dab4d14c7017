"""The built-in getattr."""
from facts import calls

calls(getattr, ("a", "upper"), ("a", "nope"), ("a", "nope", 1), (5, "real"), (5, 5), (5,), (int, "__name__"),
    (None, "x", None))
