"""The built-in ascii."""
from facts import calls

calls(ascii, "abc", "é", "日本", "\U0001f600", "'", "\n", ["é"], None, {"ü": 1}, b"x")
