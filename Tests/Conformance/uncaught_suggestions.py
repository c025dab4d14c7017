# runs: name | builtin | attribute | class | syntax | none | chain
"""What stands behind an exception that ends the program."""
import sys

global_for_suggestions = 1


class Shape:
    def __init__(self):
        self.colour, self.width = "red", 3


def name():
    local_value = 1
    print(locel_value)


def builtin():
    ZeroDivisonError


def attribute():
    Shape().color


def klass():
    Shape.__inot__


def syntax():
    raise SyntaxError("bad bad", ("bad.py", 1, 4, "  abcdefg\n", 1, 7))


def none():
    completely_unknown_thing


def chain():
    try:
        globel_for_suggestions
    except NameError:
        Shape().widht


{"name": name, "builtin": builtin, "attribute": attribute, "class": klass, "syntax": syntax, "none": none,
 "chain": chain}[sys.argv[1]]()
