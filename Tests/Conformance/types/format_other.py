"""Formatting values without a format of their own."""
from facts import calls

values = [None, True, [1], (), {}, b"x", 0.0]
specs = ["", "s", "10", "<3", "d"]
for value in values:
    calls(format, *[(value, spec) for spec in specs])
