"""The rest of functools."""
from collections import namedtuple

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__")
WRAPPER_UPDATES = ("__dict__",)
CacheInfo = _CacheInfo = namedtuple("CacheInfo", ["hits", "misses", "maxsize", "currsize"], module="functools")
# CPython hides the name behind an underscore.
del _CacheInfo


def cmp_to_key(mycmp):
    class K:
        __slots__ = ["obj"]
        __hash__ = None

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

    return K


def _derived(name, ask, combine):
    """A comparison made of another one and equality."""

    def compare(self, other):
        result = getattr(type(self), ask)(self, other)
        return result if result is NotImplemented else combine(self, other, result)

    compare.__name__ = name
    return compare


_RULES = {
    "__lt__": [("__gt__", lambda a, b, r: not r and a != b), ("__le__", lambda a, b, r: r or a == b),
               ("__ge__", lambda a, b, r: not r)],
    "__le__": [("__ge__", lambda a, b, r: not r or a == b), ("__lt__", lambda a, b, r: r and a != b),
               ("__gt__", lambda a, b, r: not r)],
    "__gt__": [("__lt__", lambda a, b, r: not (r or a == b)), ("__ge__", lambda a, b, r: r or a == b),
               ("__le__", lambda a, b, r: not r)],
    "__ge__": [("__le__", lambda a, b, r: not r or a == b), ("__gt__", lambda a, b, r: r and a != b),
               ("__lt__", lambda a, b, r: not r)],
}


def total_ordering(cls):
    roots = {name for name in _RULES if any(name in base.__dict__ for base in cls.__mro__ if base is not object)}
    if not roots:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    root = max(roots)
    for name, combine in _RULES[root]:
        if name not in roots:
            setattr(cls, name, _derived(name, root, combine))
    return cls


class partialmethod:
    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError("{!r} is not callable or a descriptor".format(func))
        if isinstance(func, partialmethod):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func = func
        self.args = args
        self.keywords = keywords

    def __repr__(self):
        parts = [repr(self.func), *map(repr, self.args)]
        parts += ["{}={!r}".format(*pair) for pair in self.keywords.items()]
        return "functools.partialmethod(" + ", ".join(parts) + ")"

    def __get__(self, obj, cls=None):
        func = self.func
        if isinstance(func, (staticmethod, classmethod)):
            inner = func.__func__
            if isinstance(func, classmethod):
                return partial(inner, cls, *self.args, **self.keywords)
            return partial(inner, *self.args, **self.keywords)

        def method(this, /, *args, **keywords):
            return func(this, *self.args, *args, **{**self.keywords, **keywords})

        return method if obj is None else partial(method, obj)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)


def _best(cls, registry):
    """The registered class that is nearest to a class."""
    for base in cls.__mro__:
        if base in registry and base is not object:
            return registry[base]
    found = None
    for kind in registry:
        if kind is not object and kind not in cls.__mro__ and issubclass(cls, kind):
            if found is None or issubclass(kind, found):
                found = kind
    return registry[found] if found is not None else registry[object]


def singledispatch(func):
    registry = {}
    cache = {}

    def dispatch(cls):
        if cls not in cache:
            cache[cls] = _best(cls, registry)
        return cache[cls]

    def register(cls, func=None):
        import types
        kinds = cls.__args__ if isinstance(cls, types.UnionType) else (cls,)
        if all(isinstance(kind, type) for kind in kinds):
            if func is None:
                return lambda f: register(cls, f)
        else:
            if func is not None:
                raise TypeError("Invalid first argument to `register()`. {!r} is not a class or union type.".format(cls))
            annotations = getattr(cls, "__annotations__", {})
            if not annotations:
                raise TypeError("Invalid first argument to `register()`: {!r}. Use either `@register(some_class)` or "
                                "plain `@register` on an annotated function.".format(cls))
            func = cls
            cls = next(iter(annotations.values()))
            kinds = cls.__args__ if isinstance(cls, types.UnionType) else (cls,)
            if not all(isinstance(kind, type) for kind in kinds):
                raise TypeError("Invalid annotation for {!r}. {!r} is not a class.".format(
                    next(iter(annotations)), cls))
        for kind in kinds:
            registry[kind] = func
        cache.clear()
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError("{0} requires at least 1 positional argument".format(
                getattr(func, "__name__", "singledispatch function")))
        return dispatch(args[0].__class__)(*args, **kw)

    registry[object] = func
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = registry
    wrapper._clear_cache = cache.clear
    update_wrapper(wrapper, func)
    return wrapper


class singledispatchmethod:
    def __init__(self, func):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError("{!r} is not callable or a descriptor".format(func))
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        def method(*args, **kwargs):
            target = self.dispatcher.dispatch(args[0].__class__)
            if isinstance(target, classmethod):
                return target.__func__(cls, *args, **kwargs)
            if isinstance(target, staticmethod):
                return target.__func__(*args, **kwargs)
            return target(*(() if obj is None else (obj,)), *args, **kwargs)

        method.register = self.register
        update_wrapper(method, self.func)
        return method
