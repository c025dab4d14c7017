"""Copies, and classes made at run time; read when one is asked for."""
import copy as _copy
import types as _types
from keyword import iskeyword as _iskeyword
from dataclasses._fields import _CLASS_VAR, _FIELDS, _INIT_VAR, _is_instance, fields, MISSING
from dataclasses._methods import dataclass

__name__ = "dataclasses"


def _convert(value, make, one):
    if _is_instance(value):
        return one(value)
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return type(value)(*[_convert(item, make, one) for item in value])
    if isinstance(value, (list, tuple)):
        return type(value)(_convert(item, make, one) for item in value)
    if isinstance(value, dict):
        pairs = [(_convert(key, make, one), _convert(item, make, one)) for key, item in value.items()]
        if hasattr(type(value), "default_factory"):
            result = type(value)(value.default_factory)
            for key, item in pairs:
                result[key] = item
            return result
        return type(value)(pairs)
    return _copy.deepcopy(value)


def asdict(obj, *, dict_factory=dict):
    if not _is_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")

    def one(value):
        return dict_factory([(f.name, _convert(getattr(value, f.name), dict_factory, one)) for f in fields(value)])

    return one(obj)


def astuple(obj, *, tuple_factory=tuple):
    if not _is_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")

    def one(value):
        return tuple_factory([_convert(getattr(value, f.name), tuple_factory, one) for f in fields(value)])

    return one(obj)


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
