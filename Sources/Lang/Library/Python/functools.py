"""The rest of functools."""
import _katydid
from collections import namedtuple

_GenericAlias = type(list[int])

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__")
WRAPPER_UPDATES = ("__dict__",)
CacheInfo = _CacheInfo = namedtuple("CacheInfo", ["hits", "misses", "maxsize", "currsize"], module="functools")
_native_update = update_wrapper


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    if assigned is WRAPPER_ASSIGNMENTS and updated is WRAPPER_UPDATES:
        return _native_update(wrapper, wrapped)
    for name in assigned:
        if hasattr(wrapped, name):
            setattr(wrapper, name, getattr(wrapped, name))
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


class KeyWrapper:
    """What a comparison makes of values; without a value, what it is called with to make one."""

    __slots__ = ("_compare", "obj")
    __hash__ = None

    def __init__(self, compare, /):
        self._compare = compare

    def __call__(self, /, obj):
        made = KeyWrapper(self._compare)
        made.obj = obj
        return made

    def __lt__(self, other):
        return _compared(self, other) < 0

    def __gt__(self, other):
        return _compared(self, other) > 0

    def __eq__(self, other):
        return _compared(self, other) == 0

    def __le__(self, other):
        return _compared(self, other) <= 0

    def __ge__(self, other):
        return _compared(self, other) >= 0


_katydid.set_message_name(KeyWrapper, "functools.KeyWrapper")


def _compared(one, other):
    if type(other) is not KeyWrapper:
        raise TypeError("other argument must be K instance")
    return one._compare(one.obj, other.obj)


def cmp_to_key(mycmp):
    return KeyWrapper(mycmp)


cmp_to_key = _katydid.built_in(cmp_to_key, "functools")


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


class cached_property:
    """An attribute that is computed when it is first asked for."""

    def __init__(self, func):
        self.func, self.attrname, self.__doc__ = func, None, func.__doc__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError("Cannot assign the same cached_property to two different names "
                            f"({self.attrname!r} and {name!r}).")

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        name = self.attrname
        if name is None:
            raise TypeError("Cannot use cached_property instance without calling __set_name__ on it.")
        kind = type(instance)
        try:
            cache = instance.__dict__
        except AttributeError:
            raise TypeError(f"No '__dict__' attribute on {kind.__name__!r} instance to cache {name!r} property.") from None
        if name in cache:
            return cache[name]
        value = self.func(instance)
        try:
            cache[name] = value
        except TypeError:
            raise TypeError(f"The '__dict__' attribute on {kind.__name__!r} instance does not support item assignment for "
                            f"caching {name!r} property.") from None
        return value

    __class_getitem__ = classmethod(_GenericAlias)


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
        args = ", ".join(map(repr, self.args))
        keywords = ", ".join("{}={!r}".format(*pair) for pair in self.keywords.items())
        return f"functools.partialmethod({self.func}, {args}, {keywords})"

    def __get__(self, obj, cls=None):
        get = getattr(self.func, "__get__", None)
        if get is not None:
            bound = get(obj, cls)
            if bound is not self.func:
                result = partial(bound, *self.args, **self.keywords)
                if hasattr(bound, "__self__"):
                    result.__self__ = bound.__self__
                return result

        def _method(cls_or_self, /, *args, **keywords):
            return self.func(cls_or_self, *self.args, *args, **{**self.keywords, **keywords})

        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method._partialmethod = self
        return _method if obj is None else _method.__get__(obj, cls)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)


def _best(cls, registry):
    """What is registered for the class that is nearest to one: a base, or an abstract class that counts as one.

    An abstract class stands behind the last base that counts as derived from it."""
    order = cls.__mro__
    best = place = None
    rivals = []
    for kind in registry:
        if kind in order:
            at = order.index(kind)
        elif issubclass(cls, kind):
            at = max([number for number, base in enumerate(order) if issubclass(base, kind)]) + 0.5
        else:
            continue
        if best is None or at < place or at == place and issubclass(kind, best):
            if best is not None and at == place and issubclass(kind, best):
                rivals = [rival for rival in rivals if not issubclass(kind, rival)]
            elif at != place:
                rivals = []
            best, place = kind, at
        elif at == place and not issubclass(best, kind):
            rivals.append(kind)
    for rival in rivals:
        if not issubclass(best, rival):
            raise RuntimeError(f"Ambiguous dispatch: {best} or {rival}")
    return registry[best]


def _is_union(annotation):
    return type(annotation) is type(int | str) or str(getattr(annotation, "__origin__", "")) == "typing.Union"


def _kinds(annotation):
    """The classes that an annotation or an argument of `register` means; None when it means others, too."""
    if isinstance(annotation, type):
        return (annotation,)
    if _is_union(annotation):
        kinds = annotation.__args__
        return kinds if all([isinstance(kind, type) for kind in kinds]) else None
    return None


def _annotated(func):
    """The classes of a function's first annotation."""
    annotations = getattr(getattr(func, "__func__", func), "__annotations__", {})
    if not annotations:
        raise TypeError(f"Invalid first argument to `register()`: {func!r}. Use either `@register(some_class)` or "
                        "plain `@register` on an annotated function.")
    name, annotation = next(iter(annotations.items()))
    if isinstance(annotation, str):
        from typing import get_type_hints

        annotation = next(iter(get_type_hints(getattr(func, "__func__", func)).values()))
    kinds = _kinds(annotation)
    if kinds is None:
        if _is_union(annotation):
            raise TypeError(f"Invalid annotation for {name!r}. {annotation!r} not all arguments are classes.")
        raise TypeError(f"Invalid annotation for {name!r}. {annotation!r} is not a class.")
    return kinds


def singledispatch(func):
    registry, cache = {object: func}, {}

    def dispatch(cls):
        if cls not in cache:
            cache[cls] = _best(cls, registry)
        return cache[cls]

    def register(cls, func=None):
        kinds = _kinds(cls)
        if kinds is not None and func is None:
            return lambda f: register(cls, f)
        if kinds is None:
            if func is not None:
                raise TypeError(f"Invalid first argument to `register()`. {cls!r} is not a class or union type.")
            func = cls
            kinds = _annotated(func)
        for kind in kinds:
            registry[kind] = func
        cache.clear()
        return func

    def wrapper(*args, **kw):
        if not args:
            name = getattr(func, "__name__", "singledispatch function")
            raise TypeError(f"{name} requires at least 1 positional argument")
        return dispatch(args[0].__class__)(*args, **kw)

    wrapper.register, wrapper.dispatch, wrapper._clear_cache = register, dispatch, cache.clear
    from types import MappingProxyType

    wrapper.registry = MappingProxyType(registry)
    return update_wrapper(wrapper, func)


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

        method.__isabstractmethod__ = self.__isabstractmethod__
        method.register = self.register
        update_wrapper(method, self.func)
        return method

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)
