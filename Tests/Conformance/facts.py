"""Printing facts: each call on a line of its own, with its result or its exception."""
import re


def shown(value):
    """A value's repr without the places of objects in memory."""
    return re.sub(r" at 0x[0-9a-f]+", "", repr(value))


def outcome(function, args, kwargs):
    try:
        return shown(function(*args, **kwargs))
    except Exception as error:
        return "%s: %s" % (type(error).__name__, re.sub(r" at 0x[0-9a-f]+", "", str(error)))


def calls(function, *arguments, **kwargs):
    """Calls a function with each of some arguments; a tuple stands for several."""
    name = getattr(function, "__name__", type(function).__name__)
    for one in arguments:
        args = one if type(one) is tuple else (one,)
        print("%s%s" % (name, shown(args)), "->", outcome(function, args, kwargs))


def each(name, receivers, *arguments, **kwargs):
    """Calls a method of each of some values with each of some arguments."""
    for receiver in receivers:
        for one in arguments:
            args = one if type(one) is tuple else (one,)
            # Some methods change what they are called on.
            value = receiver.copy() if hasattr(receiver, "copy") else receiver
            result = outcome(getattr(value, name), args, kwargs)
            after = "" if value == receiver else " leaves %s" % shown(value)
            print("%s.%s%s -> %s%s" % (shown(receiver), name, shown(args), result, after))


def pairs(operators, left, right):
    """Applies named functions of two values to all pairs."""
    for name, function in operators:
        for a in left:
            for b in right:
                print(shown(a), name, shown(b), "->", outcome(function, (a, b), {}))
