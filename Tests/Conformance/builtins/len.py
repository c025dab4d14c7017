"""The built-in len."""
from facts import calls

calls(len, "", "日本", (), ((),), ([1, 2],), ({1: 2},), ({1, 2},), (range(5),), b"ab", 5, None, (slice(1),), int,
    print)
