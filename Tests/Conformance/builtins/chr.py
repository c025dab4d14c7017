"""The built-in chr."""
from facts import calls

calls(chr, 65, 233, 0x1F600, 0, 0x10FFFF, 0x110000, -1, "a", 1.5, True)
