"""Formatting texts."""
from facts import calls

values = ["", "a", "hello", "ÄÖ日本", "a longer text"]
specs = ["", "s", "10", "<10", ">10", "^10", "*^9", ".2", "10.2", ".0", "=10", "05", "d", "+", "x^", "日>8",
         "10s", "ss", ".", "#"]
for value in values:
    calls(format, *[(value, spec) for spec in specs])
