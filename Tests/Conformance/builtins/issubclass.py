"""The built-in issubclass."""
from facts import calls

calls(issubclass, (bool, int), (int, bool), (int, (str, int)), (int, int | str), (1, int), (int, 1),
    (KeyError, Exception), (OSError, (ValueError, Exception)), (dict, object))
