"""The built-in hasattr."""
from facts import calls

calls(hasattr, ("a", "upper"), ("a", "nope"), (5, "real"), (5, 5), (5,), (int, "from_bytes"), (None, "__class__"))
