"""What is asked of annotations when a program runs, and decorators that only type checkers read."""
import types as _types
from collections.abc import Callable as _Callable
from typing._forms import _Alias, _Annotated, _ClassForm, Annotated, ForwardRef, Literal, NotRequired, Required, Union
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
    """Marks a function, or a class with what is defined in it: it has no hints."""
    if isinstance(arg, type):
        for value in vars(arg).values():
            value = getattr(value, "__func__", value)
            is_inner = isinstance(value, type) and value.__qualname__ == f"{arg.__qualname__}.{value.__name__}"
            if isinstance(value, _types.FunctionType) or is_inner:
                no_type_check(value)
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
    """An annotation without what is only said beside the type."""
    if isinstance(kind, _Annotated):
        return _stripped(kind.__origin__)
    if isinstance(kind, _Alias):
        if kind.__origin__ in (Required, NotRequired):
            return _stripped(kind.__args__[0])
        return _rebuilt(kind, _stripped)
    return _rebuilt(kind, _stripped) if isinstance(kind, (_types.GenericAlias, _types.UnionType)) else kind


def _rebuilt(kind, change):
    """A type with parameters, each of them changed; itself when none changes."""
    args = tuple([change(arg) for arg in kind.__args__])
    if all([new is old for new, old in zip(args, kind.__args__)]):
        return kind
    if isinstance(kind, _types.UnionType):
        union = args[0]
        for arg in args[1:]:
            union = union | arg
        return union
    if isinstance(kind, _types.GenericAlias):
        return _types.GenericAlias(kind.__origin__, args)
    return Union[args] if kind.__origin__ is Union else _Alias(kind.__origin__, args, kind._name)


def _resolved(kind, spaces):
    """What is in quotes becomes what it means, within other types, too."""
    if kind is None:
        return type(None)
    if isinstance(kind, ForwardRef):
        kind = kind.__forward_arg__
    if isinstance(kind, str):
        import _expressions
        import builtins

        def named(name):
            for space in (*spaces, vars(builtins)):
                if name in space:
                    return space[name]
            raise NameError(f"name {name!r} is not defined")

        try:
            meant = _expressions.read(kind, named)
        except SyntaxError:
            raise SyntaxError(f"Forward reference must be an expression -- got {kind!r}") from None
        return type(None) if meant is None else _resolved(meant, spaces)
    if isinstance(kind, _Annotated):
        return _Annotated(_resolved(kind.__origin__, spaces), kind.__metadata__)
    if isinstance(kind, _Alias) and kind.__origin__ is not Literal or isinstance(
            kind, (_types.GenericAlias, _types.UnionType)):
        return _rebuilt(kind, lambda arg: _resolved(arg, spaces) if arg is not None else arg)
    return kind


def _hints_of(annotations, spaces):
    return {name: _resolved(kind, spaces) for name, kind in annotations.items()}


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    if getattr(obj, "__no_type_check__", None):
        return {}
    spaces, hints = [space for space in (localns, globalns) if space], {}
    if isinstance(obj, type):
        import sys

        for base in reversed(obj.__mro__):
            module = sys.modules.get(base.__module__)
            annotations = base.__dict__.get("__annotations__", {})
            if isinstance(annotations, dict):
                hints.update(_hints_of(annotations, [*spaces, vars(base), *([] if module is None else [vars(module)])]))
    else:
        annotations = getattr(obj, "__annotations__", None)
        if annotations is None:
            if callable(obj) or isinstance(obj, _types.ModuleType):
                return {}
            raise TypeError(f"{obj!r} is not a module, class, method, or function.")
        own = vars(obj) if isinstance(obj, _types.ModuleType) else getattr(obj, "__globals__", None) or {}
        hints = _hints_of(annotations, [*spaces, own])
    return hints if include_extras else {name: _stripped(kind) for name, kind in hints.items()}
