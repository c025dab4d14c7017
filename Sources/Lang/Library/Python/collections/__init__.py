"""The containers beside deque and defaultdict; each is read when it is asked for."""

__all__ = ["ChainMap", "Counter", "OrderedDict", "UserDict", "UserList", "UserString", "defaultdict", "deque",
           "namedtuple"]


def __getattr__(name):
    if name == "namedtuple":
        import collections._named as part
    elif name == "OrderedDict":
        import collections._ordered as part
    elif name == "Counter":
        import collections._counter as part
    elif name == "ChainMap":
        import collections._chain as part
    elif name in ("UserDict", "UserList", "UserString"):
        import collections._user as part
    elif name == "abc":
        import collections.abc as part

        return part
    else:
        raise AttributeError(f"module 'collections' has no attribute {name!r}")
    value = globals()[name] = getattr(part, name)
    return value


def __dir__():
    return sorted({*globals(), *__all__})
