"""What is asked of annotations when a program runs, and decorators that only type checkers read."""
import types as _types
from collections.abc import Callable as _Callable
from typing._forms import _Alias, _Annotated, _ClassForm, Annotated, ForwardRef, NotRequired, Required
from typing._generic import Generic
from typing._records import _TypedDictMeta

__name__ = "typing"


def cast(typ, val):
    return val


def assert_type(val, typ, /):
    return val


def assert_never(arg, /):
    text = repr(arg)
    raise AssertionError("Expected code to be unreachable, but got: %s" % text[:100])


def reveal_type(obj, /):
    import sys
    print("Runtime type is %r" % type(obj).__name__, file=sys.stderr)
    return obj


_overloads = {}


def overload(func):
    _overloads.setdefault((func.__module__, func.__qualname__), []).append(func)

    def refused(*args, **kwargs):
        raise NotImplementedError("You should not call an overloaded function. A series of @overload-decorated "
                                  "functions outside a stub module should always be followed by an implementation "
                                  "that is not @overload-ed.")

    return refused


def get_overloads(func):
    return list(_overloads.get((func.__module__, func.__qualname__), ()))


def clear_overloads():
    _overloads.clear()


def final(f):
    try:
        f.__final__ = True
    except (AttributeError, TypeError):
        pass
    return f


def no_type_check(arg):
    try:
        arg.__no_type_check__ = True
    except TypeError:
        pass
    return arg


def no_type_check_decorator(decorator):
    return decorator


def dataclass_transform(*, eq_default=True, order_default=False, kw_only_default=False, field_specifiers=(), **kwargs):
    def decorate(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = {
            "eq_default": eq_default, "order_default": order_default, "kw_only_default": kw_only_default,
            "field_specifiers": field_specifiers, "kwargs": kwargs}
        return cls_or_fn

    return decorate


def is_typeddict(tp):
    return isinstance(tp, _TypedDictMeta)


def get_origin(tp):
    if isinstance(tp, _Annotated):
        return Annotated
    if isinstance(tp, (_Alias, _ClassForm, _types.GenericAlias)):
        return tp.__origin__
    if isinstance(tp, _types.UnionType):
        return _types.UnionType
    return Generic if tp is Generic else None


def get_args(tp):
    if isinstance(tp, _Annotated):
        return (tp.__origin__, *tp.__metadata__)
    if isinstance(tp, _Alias) and tp.__origin__ is _Callable and tp.__args__[0] is not ...:
        return list(tp.__args__[:-1]), tp.__args__[-1]
    if isinstance(tp, (_Alias, _types.GenericAlias, _types.UnionType)):
        return tp.__args__
    return ()


def _stripped(kind):
    if isinstance(kind, _Annotated):
        return _stripped(kind.__origin__)
    if isinstance(kind, _Alias):
        if kind.__origin__ in (Required, NotRequired):
            return _stripped(kind.__args__[0])
        return _Alias(kind.__origin__, tuple(map(_stripped, kind.__args__)), kind._name)
    return kind


_simple = {"int": int, "str": str, "float": float, "bool": bool, "bytes": bytes, "list": list, "dict": dict, "set": set,
           "tuple": tuple, "object": object, "type": type, "None": type(None), "frozenset": frozenset}


def _resolved(kind, spaces):
    """A name in quotes becomes what it names; a whole expression stays as it is written."""
    if kind is None:
        return type(None)
    if isinstance(kind, ForwardRef):
        kind = kind.__forward_arg__
    if isinstance(kind, str):
        name = kind.strip()
        for space in spaces:
            if name in space:
                return space[name]
        if name in _simple:
            return _simple[name]
        if name.isidentifier():
            raise NameError("name %r is not defined" % name)
        return ForwardRef(name)
    return kind


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    spaces = [space for space in (localns, globalns) if space]
    if isinstance(obj, type):
        hints = {}
        for base in reversed(obj.__mro__):
            import sys
            module = sys.modules.get(base.__module__)
            known = spaces + ([vars(module)] if module is not None else [])
            for name, kind in base.__dict__.get("__annotations__", {}).items():
                hints[name] = _resolved(kind, known)
    else:
        found = getattr(obj, "__annotations__", None)
        if found is None:
            if callable(obj) or isinstance(obj, _types.ModuleType):
                return {}
            raise TypeError("%r is not a module, class, method, or function." % (obj,))
        known = spaces + [getattr(obj, "__globals__", None) or {}]
        hints = {name: _resolved(kind, known) for name, kind in found.items()}
    return hints if include_extras else {name: _stripped(kind) for name, kind in hints.items()}
