"""The built-in divmod."""
from facts import calls

calls(divmod, (7, 2), (-7, 2), (7, -2), (7.5, 2), (1, 0), ("a", 1), (2 ** 70, 3), (True, 2), (1,), ())
