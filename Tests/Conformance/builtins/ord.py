"""The built-in ord."""
from facts import calls

calls(ord, "a", "é", "\U0001f600", "", "ab", b"a", b"ab", 5, None)
