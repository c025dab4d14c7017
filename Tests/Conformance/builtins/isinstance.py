"""The built-in isinstance."""
from facts import calls

calls(isinstance, (1, int), (True, int), (1, (str, int)), ("a", (int, (str, float))), (1, int | str),
    (None, type(None)), (1, 5), (1, "int"), (1, list[int]), (1,), ([], object), (1.0, int), (int, type))
