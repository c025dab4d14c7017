"""Classes made of annotated fields."""
import _katydid
import copy as _copy
import sys as _sys
import types as _types
from keyword import iskeyword as _iskeyword

__all__ = ["dataclass", "field", "Field", "FrozenInstanceError", "InitVar", "KW_ONLY", "MISSING", "fields", "asdict",
           "astuple", "make_dataclass", "replace", "is_dataclass"]


class FrozenInstanceError(AttributeError):
    pass


class _MissingType:
    def __repr__(self):
        return "<dataclasses._MISSING_TYPE object>"


class _KeywordOnlyType:
    def __repr__(self):
        return "KW_ONLY"


class _DefaultFactory:
    def __repr__(self):
        return "<factory>"


MISSING = _MissingType()
KW_ONLY = _KeywordOnlyType()
_FACTORY = _DefaultFactory()
_FIELDS = "__dataclass_fields__"
_PARAMS = "__dataclass_params__"


class InitVar:
    __slots__ = ("type",)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        name = self.type.__name__ if isinstance(self.type, type) else repr(self.type)
        return "dataclasses.InitVar[%s]" % name

    def __class_getitem__(cls, type):
        return InitVar(type)


class _Kind:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


_FIELD, _CLASS_VAR, _INIT_VAR = _Kind("_FIELD"), _Kind("_FIELD_CLASSVAR"), _Kind("_FIELD_INITVAR")


class Field:
    __slots__ = ("name", "type", "default", "default_factory", "repr", "hash", "init", "compare", "metadata",
                 "kw_only", "_field_type")

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = _types.MappingProxyType({} if metadata is None else metadata)
        self.kw_only = kw_only
        self._field_type = None

    def __repr__(self):
        return ("Field(name=%r,type=%r,default=%r,default_factory=%r,init=%r,repr=%r,hash=%r,compare=%r,metadata=%r,"
                "kw_only=%r,_field_type=%s)" % (self.name, self.type, self.default, self.default_factory, self.init,
                                                self.repr, self.hash, self.compare, self.metadata, self.kw_only,
                                                self._field_type))


class _Params:
    __slots__ = ("init", "repr", "eq", "order", "unsafe_hash", "frozen")

    def __init__(self, init, repr, eq, order, unsafe_hash, frozen):
        self.init, self.repr, self.eq, self.order = init, repr, eq, order
        self.unsafe_hash, self.frozen = unsafe_hash, frozen

    def __repr__(self):
        return "_DataclassParams(init=%r,repr=%r,eq=%r,order=%r,unsafe_hash=%r,frozen=%r)" % (
            self.init, self.repr, self.eq, self.order, self.unsafe_hash, self.frozen)


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
          kw_only=MISSING):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def _kind(annotation):
    """What an annotation, perhaps kept as text, says about a name: a field, a class variable or an argument only."""
    if isinstance(annotation, str):
        head = annotation.split("[")[0].strip().rpartition(".")[2]
        return {"ClassVar": _CLASS_VAR, "InitVar": _INIT_VAR}.get(head, _FIELD)
    if annotation is InitVar or isinstance(annotation, InitVar):
        return _INIT_VAR
    typing = _sys.modules.get("typing")
    if typing is not None and (annotation is typing.ClassVar
                               or getattr(annotation, "__origin__", None) is typing.ClassVar):
        return _CLASS_VAR
    return _FIELD


def _is_keyword_only_mark(annotation):
    if isinstance(annotation, str):
        return annotation.rpartition(".")[2] == "KW_ONLY"
    return annotation is KW_ONLY


def _collect(cls, kw_only):
    fields, inherited = {}, False
    for base in cls.__mro__[-1:0:-1]:
        known = base.__dict__.get(_FIELDS)
        if known is not None:
            inherited = True
            fields.update(known)
    annotations = cls.__dict__.get("__annotations__", {})
    own = []
    marked = False
    for name, annotation in annotations.items():
        if _is_keyword_only_mark(annotation):
            if marked:
                raise TypeError("%r is KW_ONLY, but KW_ONLY has already been specified" % name)
            marked = kw_only = True
            continue
        default = getattr(cls, name, MISSING)
        if isinstance(default, Field):
            one = default
        else:
            if isinstance(default, _types.MemberDescriptorType):
                default = MISSING
            one = field(default=default)
        one.name, one.type = name, annotation
        one._field_type = _kind(annotation)
        if one._field_type in (_CLASS_VAR, _INIT_VAR):
            if one.default_factory is not MISSING:
                raise TypeError("field %s cannot have a default factory" % one.name)
        if one._field_type in (_FIELD, _INIT_VAR):
            if one.kw_only is MISSING:
                one.kw_only = kw_only
        elif one.kw_only is not MISSING:
            raise TypeError("field %s is a ClassVar but specifies kw_only" % one.name)
        if one._field_type is _FIELD and one.default is not MISSING and one.default.__class__.__hash__ is None:
            raise ValueError("mutable default %s for field %s is not allowed: use default_factory"
                             % (type(one.default), one.name))
        own.append(one)
    for one in own:
        fields[one.name] = one
        if isinstance(cls.__dict__.get(one.name), Field):
            if one.default is MISSING:
                delattr(cls, one.name)
            else:
                setattr(cls, one.name, one.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in annotations:
            raise TypeError("%r is a field but has no type annotation" % name)
    return fields, inherited


def _method(cls, name, parameters, body, values=None):
    """A method made of its text, so that it binds its arguments and runs like one that was written."""
    text = "def %s(%s):\n  %s\n" % (name, ", ".join(parameters), "\n  ".join(body or ["pass"]))
    return _katydid.define(cls.__module__, name, cls.__qualname__ + "." + name, text, values or {})


def _make_init(cls, fields, frozen):
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
    return _method(cls, "__repr__", ["self"], [
        "key = id(self)",
        "if key in running: return '...'",
        "running.add(key)",
        "try: return self.__class__.__qualname__ + f'(%s)'" % shown,
        "finally: running.discard(key)"], {"running": set()})


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
        cls.__init__ = _make_init(cls, [f for f in fields.values() if f._field_type is not _CLASS_VAR], frozen)

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
    return cls


def _type_text(annotation):
    if isinstance(annotation, str):
        return repr(annotation)
    if isinstance(annotation, type) and not isinstance(annotation, _types.GenericAlias):
        return annotation.__qualname__ if annotation.__module__ == "builtins" \
            else annotation.__module__ + "." + annotation.__qualname__
    return repr(annotation)


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
        own = base.__dict__.get("__slots__", ())
        inherited.update((own,) if isinstance(own, str) else own)
    space["__slots__"] = tuple(name for name in names if name not in inherited) + (
        ("__weakref__",) if weakref_slot else ())
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


def fields(class_or_instance):
    known = getattr(class_or_instance, _FIELDS, None)
    if known is None:
        raise TypeError("must be called with a dataclass type or instance") from None
    return tuple(f for f in known.values() if f._field_type is _FIELD)


def _is_instance(obj):
    return hasattr(type(obj), _FIELDS)


def is_dataclass(obj):
    cls = obj if isinstance(obj, type) and not isinstance(obj, _types.GenericAlias) else type(obj)
    return hasattr(cls, _FIELDS)


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
