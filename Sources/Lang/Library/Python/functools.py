from collections import namedtuple

CacheInfo = namedtuple("CacheInfo", ["hits", "misses", "maxsize", "currsize"])
WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__")
WRAPPER_UPDATES = ("__dict__",)


def cmp_to_key(mycmp):
    class K:
        def __init__(self, obj):
            self.obj = obj

        def __lt__(self, other):
            return mycmp(self.obj, other.obj) < 0

        def __gt__(self, other):
            return mycmp(self.obj, other.obj) > 0

        def __eq__(self, other):
            return mycmp(self.obj, other.obj) == 0

        def __le__(self, other):
            return mycmp(self.obj, other.obj) <= 0

        def __ge__(self, other):
            return mycmp(self.obj, other.obj) >= 0

        __hash__ = None

    return K


def total_ordering(cls):
    roots = {name for name in ("__lt__", "__le__", "__gt__", "__ge__") if name in _defined(cls)}
    if not roots:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    root = max(roots)
    for name, function in _orderings(root).items():
        if name not in roots:
            function.__name__ = name
            setattr(cls, name, function)
    return cls


def _defined(cls):
    return {name for base in cls.__mro__ if base is not object for name in base.__dict__}


def _orderings(root):
    """The other three comparisons, each made of one that is there and of equality."""

    def from_root(combine):
        def compare(self, other):
            result = getattr(type(self), root)(self, other)
            if result is NotImplemented:
                return result
            return combine(result, self, other)

        return compare

    same = lambda r, a, b: r or a == b
    differs = lambda r, a, b: r and a != b
    negated = lambda r, a, b: not r
    strictly_opposite = lambda r, a, b: not r and a != b
    opposite = lambda r, a, b: not r or a == b
    recipes = {
        "__lt__": {"__gt__": strictly_opposite, "__le__": same, "__ge__": negated},
        "__le__": {"__ge__": opposite, "__lt__": differs, "__gt__": negated},
        "__gt__": {"__lt__": strictly_opposite, "__ge__": same, "__le__": negated},
        "__ge__": {"__le__": opposite, "__gt__": differs, "__lt__": negated},
    }
    return {name: from_root(combine) for name, combine in recipes[root].items()}
