"""Copies, and classes made at run time; read when one is asked for."""
import copy as _copy
import types as _types
from keyword import iskeyword as _iskeyword
from dataclasses._fields import _CLASS_VAR, _FIELDS, _INIT_VAR, _is_instance, fields, MISSING
from dataclasses._methods import dataclass

__name__ = "dataclasses"


# What a deep copy gives back as it is.
_ATOMS = frozenset((type(None), bool, int, float, str, bytes))


def _as_dict(value, make):
    cls = type(value)
    if cls in _ATOMS:
        return value
    if hasattr(cls, _FIELDS):
        return make([(f.name, _as_dict(getattr(value, f.name), make)) for f in fields(value)])
    return _convert(value, make, _as_dict)


def _as_tuple(value, make):
    cls = type(value)
    if cls in _ATOMS:
        return value
    if hasattr(cls, _FIELDS):
        return make([_as_tuple(getattr(value, f.name), make) for f in fields(value)])
    return _convert(value, make, _as_tuple)


def _convert(value, make, one):
    cls = type(value)
    if cls is list:
        return [one(item, make) for item in value]
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return cls(*[one(item, make) for item in value])
    if isinstance(value, (list, tuple)):
        return cls(one(item, make) for item in value)
    if isinstance(value, dict):
        pairs = [(one(key, make), one(item, make)) for key, item in value.items()]
        if hasattr(cls, "default_factory"):
            result = cls(value.default_factory)
            for key, item in pairs:
                result[key] = item
            return result
        return cls(pairs)
    return _copy.deepcopy(value)


def asdict(obj, *, dict_factory=dict):
    if not _is_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _as_dict(obj, dict_factory)


def astuple(obj, *, tuple_factory=tuple):
    if not _is_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    return _as_tuple(obj, tuple_factory)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True, order=False,
                   unsafe_hash=False, frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False):
    space = dict(namespace or {})
    annotations, seen = {}, set()
    for item in fields:
        if isinstance(item, str):
            name, kind = item, "typing.Any"
        elif len(item) == 2:
            name, kind = item
        elif len(item) == 3:
            name, kind, space[item[0]] = item
        else:
            raise TypeError("Invalid field: %r" % (item,))
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError("Field names must be valid identifiers: %r" % (name,))
        if _iskeyword(name):
            raise TypeError("Field names must not be keywords: %r" % name)
        if name in seen:
            raise TypeError("Field name duplicated: %r" % name)
        seen.add(name)
        annotations[name] = kind
    space["__annotations__"] = annotations
    cls = _types.new_class(cls_name, bases, {}, lambda ns: ns.update(space))
    cls.__module__ = "types"
    return dataclass(cls, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen,
                     match_args=match_args, kw_only=kw_only, slots=slots, weakref_slot=weakref_slot)


def replace(obj, /, **changes):
    if not _is_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    for f in getattr(obj, _FIELDS).values():
        if f._field_type is _CLASS_VAR:
            continue
        if not f.init:
            if f.name in changes:
                raise ValueError("field %s is declared with init=False, it cannot be specified with replace()" % f.name)
            continue
        if f.name not in changes:
            if f._field_type is _INIT_VAR and f.default is MISSING:
                raise ValueError("InitVar %r must be specified with replace()" % f.name)
            changes[f.name] = getattr(obj, f.name)
    return obj.__class__(**changes)
