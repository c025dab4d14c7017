"""Printing facts: each call on a line of its own, with its result or its exception."""


def outcome(function, args, kwargs):
    try:
        return repr(function(*args, **kwargs))
    except Exception as error:
        return "%s: %s" % (type(error).__name__, error)


def calls(function, *arguments, **kwargs):
    """Calls a function with each of some arguments; a tuple stands for several."""
    name = getattr(function, "__qualname__", None) or repr(function)
    for one in arguments:
        args = one if type(one) is tuple else (one,)
        print("%s%r" % (name, args), "->", outcome(function, args, kwargs))


def each(name, receivers, *arguments, **kwargs):
    """Calls a method of each of some values with each of some arguments."""
    for receiver in receivers:
        for one in arguments:
            args = one if type(one) is tuple else (one,)
            # Some methods change what they are called on.
            value = receiver.copy() if hasattr(receiver, "copy") else receiver
            result = outcome(getattr(value, name), args, kwargs)
            after = "" if value == receiver else " leaves %r" % (value,)
            print("%r.%s%r -> %s%s" % (receiver, name, args, result, after))


def pairs(operators, left, right):
    """Applies named functions of two values to all pairs."""
    for name, function in operators:
        for a in left:
            for b in right:
                print("%r %s %r ->" % (a, name, b), outcome(function, (a, b), {}))
