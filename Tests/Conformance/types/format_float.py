"""Formatting floats."""
from facts import calls

values = [0.0, -0.0, 1.0, -1.5, 3.14159, 1e10, 1e-7, 123456.789, -2.5e-10, 1e300, 5e-324, float("inf"), float("-inf"),
    float("nan"), 0.1, 2.675, 1e16]
specs = ["", "f", ".0f", ".1f", ".3f", "e", ".2e", "E", "g", ".3g", "G", "n", "%", ".1%", "10", "<10", "^10",
         "010", "+", "+.2f", " .1f", ",", ",.2f", "_", "_.1f", "#.0f", "=+12.3f", ".10", "z", "z.1f", "d", "s",
         "x"]
for value in values:
    calls(format, *[(value, spec) for spec in specs])
