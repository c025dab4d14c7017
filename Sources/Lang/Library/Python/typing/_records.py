"""Named tuples, dicts with known keys, types that are other types by another name."""
import collections as _collections
from typing._aliases import _AnnotatedAlias
from typing._forms import _check, NotRequired, Required, Union
from typing._generic import Generic
from typing._variables import _caller

__name__ = "typing"

_PROHIBITED = {"__new__", "__init__", "__slots__", "__getnewargs__", "_fields", "_field_defaults", "_field_types",
               "_make", "_replace", "_asdict", "_source"}


def _make_named(name, types, module, defaults=()):
    types = {field: _check(kind, f"field {field} annotation must be a type") for field, kind in types}
    made = _collections.namedtuple(name, types, defaults=defaults, module=module)
    made.__annotations__ = made.__new__.__annotations__ = types
    return made


class _NamedTupleMeta(type):
    def __new__(mcls, name, bases, space):
        if space.get("_root"):
            return super().__new__(mcls, name, bases, space)
        for base in bases:
            if base is not _NamedTuple and base is not Generic:
                raise TypeError("can only inherit from a NamedTuple type and Generic")
        types = space.get("__annotations__", {})
        defaults = []
        for field in types:
            if field in space:
                defaults.append(field)
            elif defaults:
                raise TypeError(f"Non-default namedtuple field {field} cannot follow default field"
                                f"{'s' if len(defaults) > 1 else ''} {', '.join(defaults)}")
        made = _make_named(name, types.items(), space["__module__"], [space[field] for field in defaults])
        if Generic in bases:
            own = {key: value for key, value in made.__dict__.items() if key not in ("__dict__", "__weakref__")}
            own["__orig_bases__"] = space.get("__orig_bases__", bases)
            own["__class_getitem__"] = classmethod(Generic.__class_getitem__.__func__)
            made = type(name, tuple([tuple if base is _NamedTuple else base for base in bases]), own)
        for key, value in space.items():
            if key in _PROHIBITED:
                raise AttributeError("Cannot overwrite NamedTuple attribute " + key)
            if key not in ("__module__", "__name__", "__annotations__") and key not in made._fields:
                setattr(made, key, value)
        return made


def NamedTuple(typename, fields=None, /, **kwargs):
    if fields is None:
        fields = kwargs.items()
    elif kwargs:
        raise TypeError("Either list of fields or keywords can be provided to NamedTuple, not both")
    return _make_named(typename, fields, _caller())


_NamedTuple = _NamedTupleMeta("NamedTuple", (), {"_root": True})


def _named_tuple_entries(bases):
    return (_NamedTuple,)


NamedTuple.__mro_entries__ = _named_tuple_entries


class _TypedDictMeta(type):
    def __new__(mcls, name, bases, space, total=True):
        for base in bases:
            if type(base) is not _TypedDictMeta and base is not Generic:
                raise TypeError("cannot inherit from both a TypedDict type and a non-TypedDict base class")
        generic = (Generic,) if any([issubclass(base, Generic) for base in bases]) else ()
        made = type.__new__(_TypedDictMeta, name, (*generic, dict), space)
        annotations, required, optional = {}, set(), set()
        for base in bases:
            annotations.update(base.__dict__.get("__annotations__", {}))
            required |= base.__dict__.get("__required_keys__", frozenset())
            optional |= base.__dict__.get("__optional_keys__", frozenset())
        message = "TypedDict('Name', {f0: t0, f1: t1, ...}); each t must be a type"
        for key, kind in space.get("__annotations__", {}).items():
            annotations[key] = kind = _check(kind, message, module=made.__module__)
            if isinstance(kind, _AnnotatedAlias):
                kind = kind.__origin__
            origin = getattr(kind, "__origin__", None)
            is_needed = origin is Required or origin is not NotRequired and total
            (required if is_needed else optional).add(key)
        made.__annotations__ = annotations
        made.__required_keys__ = frozenset(required)
        made.__optional_keys__ = frozenset(optional)
        if not hasattr(made, "__total__"):
            made.__total__ = total
        return made

    def __call__(cls, /, *args, **kwargs):
        return dict(*args, **kwargs)

    def __subclasscheck__(cls, other):
        raise TypeError("TypedDict does not support instance and class checks")

    __instancecheck__ = __subclasscheck__


def TypedDict(typename, fields=None, /, *, total=True, **kwargs):
    module = _caller()
    if fields is None:
        fields = kwargs
    elif kwargs:
        raise TypeError("TypedDict takes either a dict or keyword arguments, but not both")
    if kwargs:
        import warnings
        warnings.warn("The kwargs-based syntax for TypedDict definitions is deprecated in Python 3.11, will be removed "
                      "in Python 3.13, and may not be understood by third-party type checkers.", DeprecationWarning,
                      stacklevel=2)
    space = {"__annotations__": dict(fields), "__module__": module}
    return _TypedDictMeta(typename, (), space, total=total)


_TypedDict = type.__new__(_TypedDictMeta, "TypedDict", (), {})


def _typed_dict_entries(bases):
    return (_TypedDict,)


TypedDict.__mro_entries__ = _typed_dict_entries


class NewType:
    def __init__(self, name, tp):
        self.__qualname__, self.__name__ = name, name.rpartition(".")[-1] if "." in name else name
        self.__supertype__ = tp
        self.__module__ = _caller()

    def __call__(self, x, /):
        return x

    def __mro_entries__(self, bases):
        base = self.__name__

        class Dummy:
            def __init_subclass__(cls):
                name = cls.__name__
                raise TypeError("Cannot subclass an instance of NewType. Perhaps you were looking for: "
                                f"`{name} = NewType({name!r}, {base})`")

        return (Dummy,)

    def __repr__(self):
        return f"{self.__module__}.{self.__qualname__}"

    def __reduce__(self):
        return self.__qualname__

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]
