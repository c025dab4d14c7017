"""What is asked of annotations when a program runs, and decorators that only type checkers read."""
import types as _types
from collections.abc import Callable as _Callable
from typing._aliases import _GenericAlias, _AnnotatedAlias, _BaseGenericAlias
from typing._forms import Annotated, ForwardRef, NotRequired, Required
from typing._generic import Generic
from typing._records import _TypedDictMeta
from typing._variables import _is_parameter_list, _ParamSpecPart

__name__ = "typing"


def cast(typ, val):
    return val


def assert_type(val, typ, /):
    return val


def assert_never(arg, /):
    text = repr(arg)
    if len(text) > 100:
        text = text[:100] + "..."
    raise AssertionError(f"Expected code to be unreachable, but got: {text}")


def reveal_type(obj, /):
    import sys
    print("Runtime type is %r" % type(obj).__name__, file=sys.stderr)
    return obj


_overloads = {}


def overload(func):
    # The same line overloads once, however often it runs.
    inner = getattr(func, "__func__", func)
    try:
        known = _overloads.setdefault((inner.__module__, inner.__qualname__), {})
        known[inner.__code__.co_firstlineno] = func
    except AttributeError:
        pass
    return _refuse_overloaded


def _refuse_overloaded(*args, **kwargs):
    raise NotImplementedError("You should not call an overloaded function. A series of @overload-decorated functions "
                              "outside a stub module should always be followed by an implementation that is not "
                              "@overload-ed.")


def get_overloads(func):
    inner = getattr(func, "__func__", func)
    return list(_overloads.get((inner.__module__, inner.__qualname__), {}).values())


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
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, (_BaseGenericAlias, _types.GenericAlias, _ParamSpecPart)):
        return tp.__origin__
    if isinstance(tp, _types.UnionType):
        return _types.UnionType
    return Generic if tp is Generic else None


def get_args(tp):
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__, *tp.__metadata__)
    if isinstance(tp, (_GenericAlias, _types.GenericAlias)):
        args = tp.__args__
        if tp.__origin__ is _Callable and not (len(args) == 2 and _is_parameter_list(args[0])):
            return list(args[:-1]), args[-1]
        return args
    return tp.__args__ if isinstance(tp, _types.UnionType) else ()


def _rebuilt(kind, change):
    """A type with parameters, each of them changed; itself when none changes."""
    args = tuple([change(arg) for arg in kind.__args__])
    if args == kind.__args__:
        return kind
    if isinstance(kind, _types.UnionType):
        union = args[0]
        for arg in args[1:]:
            union = union | arg
        return union
    return _types.GenericAlias(kind.__origin__, args) if isinstance(kind, _types.GenericAlias) else kind.copy_with(args)


def _stripped(kind):
    """An annotation without what is only said beside the type."""
    if isinstance(kind, _AnnotatedAlias):
        return _stripped(kind.__origin__)
    if getattr(kind, "__origin__", None) in (Required, NotRequired):
        return _stripped(kind.__args__[0])
    is_made = isinstance(kind, (_GenericAlias, _types.GenericAlias, _types.UnionType))
    return _rebuilt(kind, _stripped) if is_made else kind


def _evaluated(kind, globalns, localns, guard=frozenset()):
    """What is in quotes becomes what it means, within other types, too."""
    if isinstance(kind, ForwardRef):
        return kind._evaluate(globalns, localns, guard)
    if isinstance(kind, _types.GenericAlias):
        def evaluated(arg):
            return _evaluated(ForwardRef(arg) if isinstance(arg, str) else arg, globalns, localns, guard)

        return _rebuilt(kind, evaluated)
    if isinstance(kind, (_GenericAlias, _types.UnionType)):
        return _rebuilt(kind, lambda arg: _evaluated(arg, globalns, localns, guard))
    return kind


def _hint(kind, globalns, localns, is_argument, is_class):
    if kind is None:
        return type(None)
    if isinstance(kind, str):
        kind = ForwardRef(kind, is_argument=is_argument, is_class=is_class)
    return _evaluated(kind, globalns, localns)


def _class_hints(cls, globalns, localns):
    import sys

    hints = {}
    for base in reversed(cls.__mro__):
        annotations = base.__dict__.get("__annotations__", {})
        if not isinstance(annotations, dict):
            continue
        first = getattr(sys.modules.get(base.__module__), "__dict__", {}) if globalns is None else globalns
        second = dict(vars(base)) if localns is None else localns
        if globalns is None and localns is None:
            # What the class body defines goes behind what its module does.
            first, second = second, first
        for name, kind in annotations.items():
            hints[name] = _hint(kind, first, second, False, True)
    return hints


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    if getattr(obj, "__no_type_check__", None):
        return {}
    if isinstance(obj, type):
        hints = _class_hints(obj, globalns, localns)
    else:
        if globalns is None:
            owner = obj
            while hasattr(owner, "__wrapped__"):
                owner = owner.__wrapped__
            globalns = vars(obj) if isinstance(obj, _types.ModuleType) else getattr(owner, "__globals__", {})
        localns = globalns if localns is None else localns
        annotations = getattr(obj, "__annotations__", None)
        if annotations is None:
            if callable(obj) and not isinstance(obj, _Plain) or isinstance(obj, _types.ModuleType):
                return {}
            raise TypeError(f"{obj!r} is not a module, class, method, or function.")
        is_module = isinstance(obj, _types.ModuleType)
        hints = {name: _hint(kind, globalns, localns, not is_module, False) for name, kind in annotations.items()}
    return hints if include_extras else {name: _stripped(kind) for name, kind in hints.items()}


# What can be called and has no annotations for all that.
_Plain = (_BaseGenericAlias, ForwardRef)
