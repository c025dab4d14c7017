"""The methods that a class gets."""
import _katydid
import types as _types
from dataclasses._fields import (
    _CLASS_VAR, _collect, _FACTORY, _FIELD, _FIELDS, _INIT_VAR, _PARAMS, _Params, fields, FrozenInstanceError, InitVar,
    MISSING)

__name__ = "dataclasses"


def _method(cls, name, parameters, body, values=None):
    """A method made of its text, so that it binds its arguments and runs like one that was written."""
    text = "def %s(%s):\n  %s\n" % (name, ", ".join(parameters), "\n  ".join(body or ["pass"]))
    return _katydid.define(cls.__module__, name, cls.__qualname__ + "." + name, text, values or {})


def _make_init(cls, fields, frozen, slots):
    plain = [f for f in fields if f.init and not f.kw_only]
    keyword = [f for f in fields if f.init and f.kw_only]
    seen_default = False
    for f in plain:
        if f.default is not MISSING or f.default_factory is not MISSING:
            seen_default = True
        elif seen_default:
            raise TypeError("non-default argument %r follows default argument" % f.name)
    me = "__dataclass_self__" if any(f.name == "self" for f in fields) else "self"
    values = {"__dataclass_factory__": _FACTORY, "__dataclass_store__": object.__setattr__}

    def parameter(f):
        if f.default is not MISSING:
            return "%s=__dataclass_default_%s__" % (f.name, f.name)
        return f.name if f.default_factory is MISSING else f.name + "=__dataclass_factory__"

    body, post = [], []
    for f in fields:
        if f.default is not MISSING:
            values["__dataclass_default_%s__" % f.name] = f.default
        elif f.default_factory is not MISSING:
            values["__dataclass_default_%s__" % f.name] = f.default_factory
        made = "__dataclass_default_%s__()" % f.name
        if f._field_type is _INIT_VAR:
            post.append(f.name if f.init else "__dataclass_default_%s__" % f.name)
            continue
        if f.default_factory is not MISSING:
            value = "%s if %s is __dataclass_factory__ else %s" % (made, f.name, f.name) if f.init else made
        elif f.init:
            value = f.name
        elif slots and f.default is not MISSING:
            value = "__dataclass_default_%s__" % f.name
        else:
            continue
        body.append("__dataclass_store__(%s, %r, %s)" % (me, f.name, value) if frozen
                    else "%s.%s = %s" % (me, f.name, value))
    if hasattr(cls, "__post_init__"):
        body.append("%s.__post_init__(%s)" % (me, ", ".join(post)))
    parameters = [me, *map(parameter, plain)] + (["*", *map(parameter, keyword)] if keyword else [])
    function = _method(cls, "__init__", parameters, body, values)
    function.__annotations__ = {**{f.name: f.type for f in plain + keyword}, "return": None}
    return function


def _repr_method(cls, names):
    shown = ", ".join(["%s={self.%s!r}" % (name, name) for name in names])
    function = _method(cls, "__repr__", ["self"], [
        "key = id(self)",
        "if key in running: return '...'",
        "running.add(key)",
        "try: return self.__class__.__qualname__ + f'(%s)'" % shown,
        "finally: running.discard(key)"], {"running": set()})
    # `pprint` breaks the text of such a method, not of one that was written.
    function.__is_dataclass_repr__ = True
    return function


def _comparison(cls, name, names, operator):
    mine, others = ["(%s)" % "".join(["%s.%s," % (who, field) for field in names]) for who in ("self", "other")]
    return _method(cls, name, ["self", "other"], [
        "if other.__class__ is self.__class__: return %s %s %s" % (mine, operator, others),
        "return NotImplemented"])


def _frozen_methods(cls, names):
    def __setattr__(self, name, value):
        if type(self) is cls or name in names:
            raise FrozenInstanceError("cannot assign to field %r" % (name,))
        super(cls, self).__setattr__(name, value)

    def __delattr__(self, name):
        if type(self) is cls or name in names:
            raise FrozenInstanceError("cannot delete field %r" % (name,))
        super(cls, self).__delattr__(name)

    return __setattr__, __delattr__


def _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
    for base in cls.__mro__[1:]:
        params = base.__dict__.get(_PARAMS)
        if params is not None:
            if params.frozen and not frozen:
                raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
            if not params.frozen and frozen:
                raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
    has_hash = "__hash__" in cls.__dict__ and not (cls.__dict__["__hash__"] is None and "__eq__" in cls.__dict__)
    if order and not eq:
        raise ValueError("eq must be true if order is true")
    fields, inherited = _collect(cls, kw_only)
    setattr(cls, _FIELDS, fields)
    setattr(cls, _PARAMS, _Params(init, repr, eq, order, unsafe_hash, frozen))
    real = [f for f in fields.values() if f._field_type is _FIELD]
    if init and "__init__" not in cls.__dict__:
        cls.__init__ = _make_init(cls, [f for f in fields.values() if f._field_type is not _CLASS_VAR],
                                  frozen, slots)

    def add(name, function):
        if name not in cls.__dict__:
            function.__qualname__ = cls.__qualname__ + "." + name
            setattr(cls, name, function)
            return False
        return True

    if repr:
        add("__repr__", _repr_method(cls, [f.name for f in real if f.repr]))
    names = [f.name for f in real if f.compare]
    if eq:
        add("__eq__", _comparison(cls, "__eq__", names, "=="))
    if order:
        for name, operator in (("__lt__", "<"), ("__le__", "<="), ("__gt__", ">"), ("__ge__", ">=")):
            if add(name, _comparison(cls, name, names, operator)):
                raise TypeError("Cannot overwrite attribute %s in class %s. Consider using functools.total_ordering"
                                % (name, cls.__name__))
    if frozen:
        for name, function in zip(("__setattr__", "__delattr__"), _frozen_methods(cls, {f.name for f in real})):
            if add(name, function):
                raise TypeError("Cannot overwrite attribute %s in class %s" % (name, cls.__name__))
    if unsafe_hash or eq and frozen:
        if unsafe_hash and has_hash:
            raise TypeError("Cannot overwrite attribute __hash__ in class %s" % cls.__name__)
        if not has_hash:
            hashed = [f.name for f in real if (f.compare if f.hash is None else f.hash)]
            cls.__hash__ = _method(cls, "__hash__", ["self"],
                                   ["return hash((%s))" % "".join(["self.%s," % name for name in hashed])])
    elif eq and not has_hash:
        cls.__hash__ = None
    if cls.__doc__ is None:
        cls.__doc__ = cls.__name__ + _signature_text(fields)
    if match_args and "__match_args__" not in cls.__dict__:
        cls.__match_args__ = tuple([f.name for f in fields.values() if f.init and not f.kw_only
                                    and f._field_type is not _CLASS_VAR])
    if weakref_slot and not slots:
        raise TypeError("weakref_slot is True but slots is False")
    if slots:
        cls = _with_slots(cls, frozen, weakref_slot)
    if hasattr(cls, "__abstractmethods__"):
        from abc import update_abstractmethods

        update_abstractmethods(cls)
    return cls


def _type_text(annotation):
    if isinstance(annotation, str):
        return repr(annotation)
    if isinstance(annotation, type) and not isinstance(annotation, _types.GenericAlias):
        return annotation.__qualname__ if annotation.__module__ == "builtins" \
            else annotation.__module__ + "." + annotation.__qualname__
    # Without the module, as in signatures.
    return repr(annotation).replace("typing.", "")


def _signature_text(fields):
    parts, keyword = [], []
    for f in fields.values():
        if f._field_type is _CLASS_VAR or not f.init:
            continue
        text = "%s: %s" % (f.name, _type_text(f.type.type if isinstance(f.type, InitVar) else f.type))
        if f.default_factory is not MISSING:
            text += " = <factory>"
        elif f.default is not MISSING:
            text += " = %r" % (f.default,)
        (keyword if f.kw_only else parts).append(text)
    if keyword:
        parts += ["*"] + keyword
    return "(%s)" % ", ".join(parts)


def _with_slots(cls, frozen, weakref_slot):
    if "__slots__" in cls.__dict__:
        raise TypeError("%s already specifies __slots__" % cls.__name__)
    space = dict(cls.__dict__)
    names = tuple(f.name for f in fields(cls))
    inherited = set()
    for base in cls.__mro__[1:-1]:
        # A class without slots has room for attributes and weak references.
        own = base.__dict__.get("__slots__", ("__dict__", "__weakref__"))
        if hasattr(own, "__next__"):
            raise TypeError(f"Slots of '{base.__name__}' cannot be determined")
        inherited.update((own,) if isinstance(own, str) else own)
    wanted = (*names, "__weakref__") if weakref_slot else names
    space["__slots__"] = tuple(name for name in wanted if name not in inherited)
    for name in names:
        space.pop(name, None)
    space.pop("__dict__", None)
    space.pop("__weakref__", None)
    qualname = cls.__qualname__
    made = type(cls)(cls.__name__, cls.__bases__, space)
    made.__qualname__ = qualname
    made.__module__ = cls.__module__
    if frozen:
        for name, function in zip(("__setattr__", "__delattr__"), _frozen_methods(made, set(names))):
            setattr(made, name, function)
    return made


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
              match_args=True, kw_only=False, slots=False, weakref_slot=False):
    def wrap(cls):
        return _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)

    return wrap if cls is None else wrap(cls)
