"""The methods that a class gets."""
import types as _types
from dataclasses._fields import (
    _CLASS_VAR, _collect, _FIELD, _FIELDS, _INIT_VAR, _PARAMS, _Params, fields, FrozenInstanceError, InitVar, MISSING)

__name__ = "dataclasses"


def _make_init(cls, fields, frozen, slots):
    plain = [f for f in fields if f.init and not f.kw_only]
    keyword = [f for f in fields if f.init and f.kw_only]
    seen_default = False
    for f in plain:
        if f.default is not MISSING or f.default_factory is not MISSING:
            seen_default = True
        elif seen_default:
            raise TypeError("non-default argument %r follows default argument" % f.name)
    count, has_post = len(plain), hasattr(cls, "__post_init__")
    qualname = cls.__qualname__ + ".__init__"
    names = [f.name for f in plain]
    known = {f.name for f in plain} | {f.name for f in keyword}
    required = sum(1 for f in plain if f.default is MISSING and f.default_factory is MISSING)

    def count_error(given, keywords):
        total = count + 1
        text = "from %d to %d" % (required + 1, total) if required != count else "%d" % total
        extra = sum(1 for f in keyword if f.name in keywords)
        tail = " positional argument%s (and %d keyword-only argument%s)" % (
            "s" if given + 1 != 1 else "", extra, "s" if extra != 1 else "") if extra else ""
        plural = "" if total == 1 and required == count else "s"
        return TypeError("%s() takes %s positional argument%s but %d%s %s given" % (
            qualname, text, plural, given + 1, tail, "was" if given + 1 == 1 and not extra else "were"))

    def missing_error(missing, kind):
        quoted = ["'%s'" % name for name in missing]
        if len(quoted) == 1:
            text = quoted[0]
        elif len(quoted) == 2:
            text = " and ".join(quoted)
        else:
            text = ", ".join(quoted[:-1]) + ", and " + quoted[-1]
        return TypeError("%s() missing %d required %s argument%s: %s" % (
            qualname, len(missing), kind, "" if len(missing) == 1 else "s", text))

    store = object.__setattr__ if frozen else setattr

    def __init__(self, /, *args, **kwargs):
        given = len(args)
        if given > count:
            raise count_error(given, kwargs)
        values = dict(zip(names, args))
        for name, value in kwargs.items():
            if name in values:
                raise TypeError("%s() got multiple values for argument '%s'" % (qualname, name))
            if name not in known:
                raise TypeError("%s() got an unexpected keyword argument '%s'" % (qualname, name))
            values[name] = value
        for group, kind in ((plain, "positional"), (keyword, "keyword-only")):
            missing = [f.name for f in group
                       if f.name not in values and f.default is MISSING and f.default_factory is MISSING]
            if missing:
                raise missing_error(missing, kind)
        post = []
        for f in fields:
            name = f.name
            if f.init and name in values:
                value = values[name]
            elif f.default_factory is not MISSING:
                value = f.default_factory()
            elif f.default is not MISSING and (f.init or slots or f._field_type is _INIT_VAR):
                value = f.default
            else:
                continue
            if f._field_type is _INIT_VAR:
                post.append(value)
            else:
                store(self, name, value)
        if has_post:
            self.__post_init__(*post)

    __init__.__qualname__ = qualname
    __init__.__annotations__ = {**{f.name: f.type for f in plain + keyword}, "return": None}
    __init__.__dataclass_parameters__ = (plain, keyword)
    return __init__


def _recursive_repr(names, shown):
    running = set()

    def __repr__(self):
        key = id(self)
        if key in running:
            return "..."
        running.add(key)
        try:
            return shown(self) + "(" + ", ".join(["%s=%r" % (name, getattr(self, name)) for name in names]) + ")"
        finally:
            running.discard(key)

    return __repr__


def _comparison(names, operation):
    def compare(self, other):
        if other.__class__ is self.__class__:
            return operation(tuple([getattr(self, name) for name in names]),
                             tuple([getattr(other, name) for name in names]))
        return NotImplemented

    return compare


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
            function.__name__ = name
            function.__qualname__ = cls.__qualname__ + "." + name
            setattr(cls, name, function)
            return False
        return True

    if repr:
        add("__repr__", _recursive_repr([f.name for f in real if f.repr], lambda self: self.__class__.__qualname__))
    names = [f.name for f in real if f.compare]
    if eq:
        add("__eq__", _comparison(names, lambda a, b: a == b))
    if order:
        for name, operation in (("__lt__", lambda a, b: a < b), ("__le__", lambda a, b: a <= b),
                                ("__gt__", lambda a, b: a > b), ("__ge__", lambda a, b: a >= b)):
            if add(name, _comparison(names, operation)):
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

            def __hash__(self):
                return hash(tuple([getattr(self, name) for name in hashed]))

            __hash__.__qualname__ = f"{cls.__qualname__}.__hash__"
            cls.__hash__ = __hash__
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
