"""The carets that the interpreter itself shows of an operation in parentheses."""


class Where:
    at = 1


def divide(here):
    return ((1)) // (here.at - 1)


def index(items, here):
    try:
        return (items) [(here.at + 3) ]
    finally:
        divide(here)


index([1], Where())
