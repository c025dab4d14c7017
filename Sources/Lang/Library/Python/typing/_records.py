"""Named tuples, dicts with known keys, types that are other types by another name."""
import collections as _collections
from typing._forms import _check, NotRequired, Required, Union

__name__ = "typing"


class _NamedTupleMeta(type):
    def __new__(mcls, name, bases, space):
        if space.get("_root"):
            return super().__new__(mcls, name, bases, space)
        types = space.get("__annotations__", {})
        defaults, required = {}, []
        for field in types:
            if field in space:
                defaults[field] = space[field]
            elif defaults:
                raise TypeError("Non-default namedtuple field %s cannot follow default field%s %s"
                                % (field, "s" if len(defaults) > 1 else "", ", ".join(defaults)))
        made = _collections.namedtuple(name, list(types), defaults=list(defaults.values()),
                                       module=space.get("__module__", "__main__"))
        made.__annotations__ = {key: _check(value) for key, value in types.items()}
        for key, value in space.items():
            if key in ("__new__", "__init__", "__slots__", "__getnewargs__", "_fields", "_field_defaults",
                       "_field_types", "_make", "_replace", "_asdict", "_source"):
                raise AttributeError("Cannot overwrite NamedTuple attribute " + key)
            if key not in ("__annotations__", "__module__", "__qualname__") and key not in made._fields:
                setattr(made, key, value)
        if space.get("__doc__") is None:
            made.__doc__ = "%s(%s)" % (name, ", ".join(types))
        made.__qualname__ = space.get("__qualname__", name)
        made.__orig_bases__ = (NamedTuple,)
        return made


class _NamedTupleForm:
    def __call__(self, typename, fields=None, /, **kwargs):
        if fields is None:
            fields = kwargs.items()
        elif kwargs:
            raise TypeError("Either list of fields or keywords can be provided to NamedTuple, not both")
        types = [(name, _check(kind)) for name, kind in fields]
        made = _collections.namedtuple(typename, [name for name, _ in types])
        made.__annotations__ = dict(types)
        return made

    def __mro_entries__(self, bases):
        return (_NamedTuple,)

    def __repr__(self):
        return "<function NamedTuple>"


_NamedTuple = _NamedTupleMeta("NamedTuple", (), {"_root": True})
NamedTuple = _NamedTupleForm()


class _TypedDictMeta(type):
    def __new__(mcls, name, bases, space, total=True):
        made = super().__new__(mcls, name, (dict,), {key: value for key, value in space.items()
                                                     if key not in ("__dict__", "__weakref__")})
        annotations, required, optional = {}, set(), set()
        for base in bases:
            annotations.update(base.__dict__.get("__annotations__", {}))
            required |= base.__dict__.get("__required_keys__", frozenset())
            optional |= base.__dict__.get("__optional_keys__", frozenset())
        for key, kind in space.get("__annotations__", {}).items():
            kind = _check(kind)
            annotations[key] = kind
            origin = getattr(kind, "__origin__", None)
            needed = True if origin is Required else False if origin is NotRequired else total
            (required if needed else optional).add(key)
        made.__annotations__ = annotations
        made.__required_keys__ = frozenset(required)
        made.__optional_keys__ = frozenset(optional)
        made.__total__ = total
        return made

    def __init__(cls, *args, **kwargs):
        pass

    def __call__(cls, *args, **kwargs):
        return dict(*args, **kwargs)

    def __instancecheck__(cls, instance):
        raise TypeError("TypedDict does not support instance and class checks")

    __subclasscheck__ = __instancecheck__


class _TypedDictForm:
    def __call__(self, typename, fields=None, /, *, total=True, **kwargs):
        return _TypedDictMeta(typename, (), {"__annotations__": dict(kwargs if fields is None else fields),
                                             "__module__": "__main__"}, total=total)

    def __mro_entries__(self, bases):
        return (_TypedDict,)

    def __repr__(self):
        return "<function TypedDict>"


_TypedDict = _TypedDictMeta("TypedDict", (), {})
TypedDict = _TypedDictForm()


class NewType:
    def __init__(self, name, tp):
        self.__qualname__ = self.__name__ = name
        self.__supertype__ = tp
        self.__module__ = "__main__"

    def __call__(self, x, /):
        return x

    def __repr__(self):
        return "%s.%s" % (self.__module__, self.__qualname__)

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]
