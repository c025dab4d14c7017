"""Formatting ints."""
from facts import calls

values = [0, 1, -1, 7, -42, 255, 1000, 1234567, -987654321, 2 ** 64, -(10 ** 20), True]
specs = ["", "d", "5", "<8", "^8", ">8", "=8", "08", "+", "-", " ", "x", "X", "#x", "#b", "#o", "b", "o", "n",
         ",", "_", "_x", "#_b", "e", ".2f", "%", "*^10", "+,d", "#010x", "s", ".2d", "008,", ",_"]
for value in values:
    calls(format, *[(value, spec) for spec in specs])
