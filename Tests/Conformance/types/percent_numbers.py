"""The % operator on numbers."""
from facts import calls

values = [0, 1, -7, 255, 3.7, -2.5e10, True, 10 ** 20]
formats = ["%d", "%i", "%5d", "%-5d|", "%05d", "%+d", "% d", "%x", "%#x", "%X", "%o", "%#o", "%c", "%s", "%r",
           "%a", "%f", "%.2f", "%8.3f", "%e", "%.1E", "%g", "%G", "%%%d", "%s %", "%y", "%(a)s"]
for value in values:
    for form in formats:
        calls(form.__mod__, ((value,),))
