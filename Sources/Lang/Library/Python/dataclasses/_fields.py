"""Fields: what a class with annotations has."""
import sys as _sys
import types as _types

__name__ = "dataclasses"


class FrozenInstanceError(AttributeError):
    pass


class _MissingType:
    def __repr__(self):
        return "<dataclasses._MISSING_TYPE object at 0x%012x>" % id(self)


class _KeywordOnlyType:
    def __repr__(self):
        return "<dataclasses._KW_ONLY_TYPE object at 0x%012x>" % id(self)


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


_shown = set()


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

    def __set_name__(self, owner, name):
        tell = getattr(type(self.default), "__set_name__", None)
        if tell is not None:
            tell(self.default, owner, name)

    def __repr__(self):
        # The type of a field can be the class that it is in.
        if id(self) in _shown:
            return "..."
        _shown.add(id(self))
        try:
            return self._text()
        finally:
            _shown.discard(id(self))

    def _text(self):
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


def _named(text, cls, prefixes):
    """What an annotation kept as text begins with: the object of a name, perhaps after a module's."""
    import re

    head = re.match(r"\s*(?:(\w+)\s*\.)?\s*(\w+)", text)
    if head is None:
        return None
    found = _sys.modules.get(cls.__module__)
    if head[1]:
        found = getattr(found, head[1], None)
        if getattr(found, "__name__", None) not in prefixes:
            return None
    return getattr(found, head[2], None)


def _kind(annotation, cls):
    """What an annotation says about a name: a field, a class variable or an argument only."""
    if isinstance(annotation, str):
        annotation = _named(annotation, cls, ("typing", "dataclasses"))
    if annotation is InitVar or isinstance(annotation, InitVar):
        return _INIT_VAR
    typing = _sys.modules.get("typing")
    if typing is not None and (annotation is typing.ClassVar
                               or getattr(annotation, "__origin__", None) is typing.ClassVar):
        return _CLASS_VAR
    return _FIELD


def _is_keyword_only_mark(annotation, cls):
    if isinstance(annotation, str):
        annotation = _named(annotation, cls, ("dataclasses",))
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
        if _is_keyword_only_mark(annotation, cls):
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
        one._field_type = _kind(annotation, cls)
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
