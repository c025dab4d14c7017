"""Names for annotations: written down and shown as CPython shows them, and enforced by nobody."""
import abc as _abc
import collections as _collections
import collections.abc as _cabc
import contextlib as _contextlib
import re as _re
import types as _types

TYPE_CHECKING = False


def _type_repr(value):
    if isinstance(value, _types.GenericAlias):
        return repr(value)
    if isinstance(value, type):
        return value.__qualname__ if value.__module__ == "builtins" else value.__module__ + "." + value.__qualname__
    if value is ...:
        return "..."
    if isinstance(value, type(_type_repr)):
        return value.__name__
    if isinstance(value, list):
        return "[" + ", ".join(map(_type_repr, value)) + "]"
    return repr(value)


def _check(value, message="Parameters to generic types must be types."):
    if value is None:
        return type(None)
    if isinstance(value, str):
        return ForwardRef(value)
    if isinstance(value, (int, float, bytes)) and not isinstance(value, type):
        raise TypeError("%s Got %.100r." % (message, value))
    return value


def _parameters(args):
    found = []
    for arg in args:
        if isinstance(arg, (TypeVar, ParamSpec, TypeVarTuple)):
            if arg not in found:
                found.append(arg)
        elif isinstance(arg, list):
            found += [one for one in _parameters(arg) if one not in found]
        else:
            found += [one for one in getattr(arg, "__parameters__", ()) if one not in found
                      and not isinstance(arg, type)]
    return tuple(found)


class _Base:
    """What may stand where a type is expected."""

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __call__(self, *args, **kwargs):
        raise TypeError("Cannot instantiate %r" % (self,))

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __instancecheck__(self, obj):
        raise TypeError("%r cannot be used with isinstance()" % (self,))

    def __subclasscheck__(self, cls):
        raise TypeError("%r cannot be used with issubclass()" % (self,))


class ForwardRef(_Base):
    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        self.__forward_arg__ = arg

    def __eq__(self, other):
        return isinstance(other, ForwardRef) and self.__forward_arg__ == other.__forward_arg__

    def __hash__(self):
        return hash(self.__forward_arg__)

    def __repr__(self):
        return "ForwardRef(%r)" % self.__forward_arg__


class _SpecialForm(_Base):
    def __init__(self, name, make=None):
        self._name = self.__name__ = name
        self._make = make

    def __repr__(self):
        return "typing." + self._name

    def __getitem__(self, parameters):
        if self._make is None:
            raise TypeError("%r is not subscriptable" % (self,))
        return self._make(self, parameters)

    def __reduce__(self):
        return self._name

    def __mro_entries__(self, bases):
        raise TypeError("Cannot subclass %r" % (self,))


class _Alias(_Base):
    """A subscripted form or class."""

    def __init__(self, origin, args, name=None):
        self.__origin__ = origin
        self.__args__ = args
        self.__parameters__ = _parameters(args)
        self._name = name

    def __getattr__(self, name):
        if name.startswith("__") or "__origin__" not in self.__dict__:
            raise AttributeError(name)
        return getattr(self.__origin__, name)

    def __call__(self, *args, **kwargs):
        if self._name == "Type" or not isinstance(self.__origin__, type):
            raise TypeError("Cannot instantiate %r" % (self,))
        if self._name is not None:
            raise TypeError("Type %s cannot be instantiated; use %s() instead"
                            % (self._name, self.__origin__.__name__))
        result = self.__origin__(*args, **kwargs)
        try:
            result.__orig_class__ = self
        except AttributeError:
            pass
        return result

    def __getitem__(self, parameters):
        if not self.__parameters__:
            raise TypeError("%r is not a generic class" % (self,))
        if not isinstance(parameters, tuple):
            parameters = (parameters,)
        if len(parameters) != len(self.__parameters__):
            raise TypeError("Too %s arguments for %r; actual %d, expected %d" % (
                "many" if len(parameters) > len(self.__parameters__) else "few", self, len(parameters),
                len(self.__parameters__)))
        chosen = dict(zip(self.__parameters__, map(_check, parameters)))
        return _Alias(self.__origin__, tuple(_substitute(arg, chosen) for arg in self.__args__), self._name)

    def __mro_entries__(self, bases):
        if self._name is not None and self.__origin__ is not Generic and not isinstance(self.__origin__, type):
            raise TypeError("Cannot subclass %r" % (self,))
        if self.__origin__ is Generic:
            if any(isinstance(base, type) and issubclass(base, Generic) for base in bases):
                return ()
            if any(isinstance(base, _Alias) and base is not self and base.__origin__ is not Generic
                   and isinstance(base.__origin__, type) and issubclass(base.__origin__, Generic) for base in bases):
                return ()
            return (Generic,)
        return (self.__origin__,)

    def __repr__(self):
        origin = self.__origin__
        if origin is Union and len(self.__args__) == 2 and type(None) in self.__args__:
            one = self.__args__[0] if self.__args__[1] is type(None) else self.__args__[1]
            return "typing.Optional[%s]" % _type_repr(one)
        if origin is _cabc.Callable:
            if self.__args__[0] is ...:
                return "typing.Callable[..., %s]" % _type_repr(self.__args__[-1])
            return "typing.Callable[[%s], %s]" % (", ".join(map(_type_repr, self.__args__[:-1])),
                                                  _type_repr(self.__args__[-1]))
        if origin is Literal:
            return "typing.Literal[%s]" % ", ".join(map(repr, self.__args__))
        if self._name is not None:
            name = "typing." + self._name
        else:
            name = _type_repr(origin)
        return "%s[%s]" % (name, ", ".join(map(_type_repr, self.__args__)) or "()")

    def __eq__(self, other):
        if not isinstance(other, _Alias) or self.__origin__ is not other.__origin__:
            return NotImplemented
        if self.__origin__ in (Union, Literal):
            return set(self.__args__) == set(other.__args__)
        return self.__args__ == other.__args__

    def __hash__(self):
        if self.__origin__ in (Union, Literal):
            return hash(frozenset(self.__args__))
        return hash((self.__origin__ if isinstance(self.__origin__, type) else self._name, self.__args__))

    def __instancecheck__(self, obj):
        if self.__origin__ is Union:
            return isinstance(obj, tuple(self.__args__))
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __subclasscheck__(self, cls):
        if self.__origin__ is Union:
            return issubclass(cls, tuple(self.__args__))
        raise TypeError("Subscripted generics cannot be used with class and instance checks")


def _substitute(arg, chosen):
    if isinstance(arg, (TypeVar, ParamSpec, TypeVarTuple)):
        return chosen.get(arg, arg)
    inner = getattr(arg, "__parameters__", ())
    if inner and not isinstance(arg, type):
        return arg[tuple(chosen.get(one, one) for one in inner)]
    return arg


class _ClassForm(_Base):
    """The capital names of built-in and abstract classes."""

    def __init__(self, origin, name, count=1):
        self.__origin__ = origin
        self._name = self.__name__ = name
        self._count = count

    def __repr__(self):
        return "typing." + self._name

    def __getitem__(self, parameters):
        if not isinstance(parameters, tuple):
            parameters = (parameters,)
        if self._name == "Tuple":
            if parameters == ((),):
                parameters = ()
        elif self._count and len(parameters) != self._count:
            raise TypeError("Too %s arguments for %r; actual %d, expected %d" % (
                "many" if len(parameters) > self._count else "few", self, len(parameters), self._count))
        return _Alias(self.__origin__, tuple(map(_check, parameters)), self._name)

    def __call__(self, *args, **kwargs):
        raise TypeError("Type %s cannot be instantiated; use %s() instead" % (self._name, self.__origin__.__name__))

    def __mro_entries__(self, bases):
        return (self.__origin__,)

    def __instancecheck__(self, obj):
        return isinstance(obj, self.__origin__)

    def __subclasscheck__(self, cls):
        return issubclass(cls, self.__origin__)

    def __getattr__(self, name):
        if name.startswith("__") or "__origin__" not in self.__dict__:
            raise AttributeError(name)
        return getattr(self.__origin__, name)


def _make_union(form, parameters):
    if parameters == ():
        raise TypeError("Cannot take a Union of no types.")
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    flat = []
    for parameter in map(_check, parameters):
        if isinstance(parameter, _Alias) and parameter.__origin__ is Union:
            inner = parameter.__args__
        elif isinstance(parameter, _types.UnionType):
            inner = parameter.__args__
        else:
            inner = (parameter,)
        flat += [one for one in inner if one not in flat]
    return flat[0] if len(flat) == 1 else _Alias(Union, tuple(flat), "Union")


def _make_optional(form, parameter):
    if isinstance(parameter, tuple):
        raise TypeError("%s requires a single type. Got %.100r." % (form, parameter))
    return Union[parameter, type(None)]


def _make_literal(form, parameters):
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    flat = []
    for parameter in parameters:
        inner = parameter.__args__ if isinstance(parameter, _Alias) and parameter.__origin__ is Literal else (parameter,)
        for one in inner:
            if not any(type(one) is type(other) and one == other for other in flat):
                flat.append(one)
    return _Alias(Literal, tuple(flat), "Literal")


def _make_one(form, parameter):
    if isinstance(parameter, tuple):
        raise TypeError("%s accepts only single type. Got %.100r." % (form, parameter))
    return _Alias(form, (_check(parameter),), form._name)


def _make_annotated(form, parameters):
    if not isinstance(parameters, tuple) or len(parameters) < 2:
        raise TypeError("Annotated[...] should be used with at least two arguments (a type and an annotation).")
    first = _check(parameters[0])
    if isinstance(first, _Annotated):
        return _Annotated(first.__origin__, first.__metadata__ + tuple(parameters[1:]))
    return _Annotated(first, tuple(parameters[1:]))


class _Annotated(_Alias):
    def __init__(self, origin, metadata):
        super().__init__(origin, (origin,), "Annotated")
        self.__metadata__ = metadata

    def __repr__(self):
        return "typing.Annotated[%s, %s]" % (_type_repr(self.__origin__), ", ".join(map(repr, self.__metadata__)))

    def __eq__(self, other):
        return isinstance(other, _Annotated) and (self.__origin__, self.__metadata__) == (other.__origin__,
                                                                                        other.__metadata__)

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))


def _make_many(form, parameters):
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    return _Alias(form, tuple(map(_check, parameters)), form._name)


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError("typing.Any cannot be used with isinstance()")
        return super().__instancecheck__(obj)

    def __repr__(self):
        return "typing.Any" if self is Any else super().__repr__()


class Any(metaclass=_AnyMeta):
    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError("Any cannot be instantiated")
        return super().__new__(cls)


Union = _SpecialForm("Union", _make_union)
Optional = _SpecialForm("Optional", _make_optional)
Literal = _SpecialForm("Literal", _make_literal)
ClassVar = _SpecialForm("ClassVar", _make_one)
Final = _SpecialForm("Final", _make_one)
Annotated = _SpecialForm("Annotated", _make_annotated)
TypeGuard = _SpecialForm("TypeGuard", _make_one)
Required = _SpecialForm("Required", _make_one)
NotRequired = _SpecialForm("NotRequired", _make_one)
Unpack = _SpecialForm("Unpack", _make_one)
Concatenate = _SpecialForm("Concatenate", _make_many)
NoReturn = _SpecialForm("NoReturn")
Never = _SpecialForm("Never")
Self = _SpecialForm("Self")
LiteralString = _SpecialForm("LiteralString")
TypeAlias = _SpecialForm("TypeAlias")

List = _ClassForm(list, "List")
Dict = _ClassForm(dict, "Dict", 2)
Set = _ClassForm(set, "Set")
FrozenSet = _ClassForm(frozenset, "FrozenSet")
Tuple = _ClassForm(tuple, "Tuple", 0)
Type = _ClassForm(type, "Type")
Deque = _ClassForm(_collections.deque, "Deque")
DefaultDict = _ClassForm(_collections.defaultdict, "DefaultDict", 2)
OrderedDict = _ClassForm(_collections.OrderedDict, "OrderedDict", 2)
Counter = _ClassForm(_collections.Counter, "Counter")
ChainMap = _ClassForm(_collections.ChainMap, "ChainMap", 2)
Hashable = _ClassForm(_cabc.Hashable, "Hashable", 0)
Sized = _ClassForm(_cabc.Sized, "Sized", 0)
Iterable = _ClassForm(_cabc.Iterable, "Iterable")
Iterator = _ClassForm(_cabc.Iterator, "Iterator")
Reversible = _ClassForm(_cabc.Reversible, "Reversible")
Container = _ClassForm(_cabc.Container, "Container")
Collection = _ClassForm(_cabc.Collection, "Collection")
AbstractSet = _ClassForm(_cabc.Set, "AbstractSet")
MutableSet = _ClassForm(_cabc.MutableSet, "MutableSet")
Mapping = _ClassForm(_cabc.Mapping, "Mapping", 2)
MutableMapping = _ClassForm(_cabc.MutableMapping, "MutableMapping", 2)
Sequence = _ClassForm(_cabc.Sequence, "Sequence")
MutableSequence = _ClassForm(_cabc.MutableSequence, "MutableSequence")
ByteString = _ClassForm(_cabc.ByteString, "ByteString", 0)
MappingView = _ClassForm(_cabc.MappingView, "MappingView")
KeysView = _ClassForm(_cabc.KeysView, "KeysView")
ItemsView = _ClassForm(_cabc.ItemsView, "ItemsView", 2)
ValuesView = _ClassForm(_cabc.ValuesView, "ValuesView")
Generator = _ClassForm(_cabc.Generator, "Generator", 3)
Awaitable = _ClassForm(_cabc.Awaitable, "Awaitable")
Coroutine = _ClassForm(_cabc.Coroutine, "Coroutine", 3)
AsyncIterable = _ClassForm(_cabc.AsyncIterable, "AsyncIterable")
AsyncIterator = _ClassForm(_cabc.AsyncIterator, "AsyncIterator")
AsyncGenerator = _ClassForm(_cabc.AsyncGenerator, "AsyncGenerator", 2)
ContextManager = _ClassForm(_contextlib.AbstractContextManager, "ContextManager")
AsyncContextManager = _ClassForm(_contextlib.AbstractAsyncContextManager, "AsyncContextManager")
Pattern = _ClassForm(type(_re.compile("")), "Pattern")
Match = _ClassForm(type(_re.match("", "")), "Match")
Text = str


class _CallableForm(_ClassForm):
    def __getitem__(self, parameters):
        if not isinstance(parameters, tuple) or len(parameters) != 2:
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        args, result = parameters
        if args is ...:
            return _Alias(self.__origin__, (..., _check(result)), "Callable")
        if isinstance(args, (list, tuple)):
            return _Alias(self.__origin__, (*map(_check, args), _check(result)), "Callable")
        return _Alias(self.__origin__, (args, _check(result)), "Callable")


Callable = _CallableForm(_cabc.Callable, "Callable", 2)


class TypeVar(_Base):
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
        if covariant and contravariant:
            raise ValueError("Bivariant types are not supported.")
        if len(constraints) == 1:
            raise TypeError("A single constraint is not allowed")
        self.__name__ = name
        self.__constraints__ = tuple(map(_check, constraints))
        self.__bound__ = None if bound is None else _check(bound)
        self.__covariant__, self.__contravariant__ = covariant, contravariant

    def __repr__(self):
        return ("+" if self.__covariant__ else "-" if self.__contravariant__ else "~") + self.__name__

    def __mro_entries__(self, bases):
        raise TypeError("Cannot subclass an instance of TypeVar")


class ParamSpec(_Base):
    def __init__(self, name, *, bound=None, covariant=False, contravariant=False):
        self.__name__ = name
        self.__bound__ = bound
        self.args = _SpecialForm("%s.args" % name)
        self.kwargs = _SpecialForm("%s.kwargs" % name)

    def __repr__(self):
        return "~" + self.__name__


class TypeVarTuple(_Base):
    def __init__(self, name):
        self.__name__ = name

    def __iter__(self):
        yield Unpack[self]

    def __repr__(self):
        return self.__name__


AnyStr = TypeVar("AnyStr", bytes, str)


class Generic:
    __slots__ = ()

    def __class_getitem__(cls, parameters):
        if not isinstance(parameters, tuple):
            parameters = (parameters,)
        parameters = tuple(map(_check, parameters))
        if cls in (Generic, Protocol):
            if not all(isinstance(one, (TypeVar, ParamSpec, TypeVarTuple)) or isinstance(one, _Alias)
                       for one in parameters):
                raise TypeError("Parameters to %s[...] must all be type variables or parameter specification "
                                "variables." % cls.__name__)
            if len(set(parameters)) != len(parameters):
                raise TypeError("Parameters to %s[...] must all be unique" % cls.__name__)
            return _Alias(cls, parameters, cls.__name__ if cls is Generic else "Protocol")
        known = getattr(cls, "__parameters__", ())
        if known and len(known) != len(parameters) and not any(isinstance(one, TypeVarTuple) for one in known):
            raise TypeError("Too %s arguments for %r; actual %d, expected %d" % (
                "many" if len(parameters) > len(known) else "few", cls, len(parameters), len(known)))
        return _Alias(cls, parameters)

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        found = []
        for base in cls.__dict__.get("__orig_bases__", ()):
            found += [one for one in getattr(base, "__parameters__", ()) if one not in found]
        if "__orig_bases__" in cls.__dict__:
            cls.__parameters__ = tuple(found)


class _ProtocolMeta(_abc.ABCMeta):
    def __instancecheck__(cls, instance):
        if getattr(cls, "_is_protocol", False):
            if not getattr(cls, "_is_runtime_protocol", False):
                raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
            return all(hasattr(instance, name) for name in cls._protocol_names())
        return super().__instancecheck__(instance)

    def __subclasscheck__(cls, other):
        if cls.__dict__.get("_is_protocol") and cls is not Protocol:
            if cls in other.__mro__:
                return True
            if getattr(cls, "_is_runtime_protocol", False):
                return all(any(name in base.__dict__ for base in other.__mro__) for name in cls._protocol_names())
        return super().__subclasscheck__(other)

    def _protocol_names(cls):
        names = set()
        for base in cls.__mro__:
            if base.__dict__.get("_is_protocol") and base is not Protocol:
                for name in list(base.__dict__) + list(base.__dict__.get("__annotations__", {})):
                    if not name.startswith("_abc_") and name not in _PROTOCOL_HIDDEN:
                        names.add(name)
        return names


_PROTOCOL_HIDDEN = {"__abstractmethods__", "__annotations__", "__dict__", "__doc__", "__init__", "__module__",
                    "__new__", "__slots__", "__subclasshook__", "__weakref__", "__class_getitem__", "__qualname__",
                    "_is_protocol", "_is_runtime_protocol", "__parameters__", "__orig_bases__", "__hash__",
                    "__match_args__"}


class Protocol(Generic, metaclass=_ProtocolMeta):
    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if not cls.__dict__.get("_is_protocol", False):
            cls._is_protocol = any(base is Protocol for base in cls.__bases__)
        if cls._is_protocol and "__init__" not in cls.__dict__:
            def __init__(self, *args, **kwargs):
                if type(self)._is_protocol:
                    raise TypeError("Protocols cannot be instantiated")
                super(cls, self).__init__(*args, **kwargs)

            cls.__init__ = __init__


def runtime_checkable(cls):
    if not (isinstance(cls, type) and getattr(cls, "_is_protocol", False)):
        raise TypeError("@runtime_checkable can be only applied to protocol classes, got %r" % cls)
    cls._is_runtime_protocol = True
    return cls


runtime = runtime_checkable


def _supports(name, method):
    space = {method: lambda self: None, "_is_protocol": True, "_is_runtime_protocol": True}
    cls = _ProtocolMeta(name, (Protocol,), space)
    cls._is_runtime_protocol = True
    cls.__module__ = "typing"
    return cls


SupportsInt = _supports("SupportsInt", "__int__")
SupportsFloat = _supports("SupportsFloat", "__float__")
SupportsComplex = _supports("SupportsComplex", "__complex__")
SupportsBytes = _supports("SupportsBytes", "__bytes__")
SupportsIndex = _supports("SupportsIndex", "__index__")
SupportsAbs = _supports("SupportsAbs", "__abs__")
SupportsRound = _supports("SupportsRound", "__round__")


class IO(Generic):
    pass


class BinaryIO(IO):
    pass


class TextIO(IO):
    pass


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
    if isinstance(tp, _Alias) and tp.__origin__ is _cabc.Callable and tp.__args__[0] is not ...:
        return list(tp.__args__[:-1]), tp.__args__[-1]
    if isinstance(tp, (_Alias, _types.GenericAlias, _types.UnionType)):
        return tp.__args__
    return ()


def _stripped(kind):
    if isinstance(kind, _Annotated):
        return _stripped(kind.__origin__)
    if isinstance(kind, _Alias):
        if kind.__origin__ in (Required, NotRequired):
            return _stripped(kind.__args__[0])
        return _Alias(kind.__origin__, tuple(map(_stripped, kind.__args__)), kind._name)
    return kind


_simple = {"int": int, "str": str, "float": float, "bool": bool, "bytes": bytes, "list": list, "dict": dict, "set": set,
           "tuple": tuple, "object": object, "type": type, "None": type(None), "frozenset": frozenset}


def _resolved(kind, spaces):
    """A name in quotes becomes what it names; a whole expression stays as it is written."""
    if kind is None:
        return type(None)
    if isinstance(kind, ForwardRef):
        kind = kind.__forward_arg__
    if isinstance(kind, str):
        name = kind.strip()
        for space in spaces:
            if name in space:
                return space[name]
        if name in _simple:
            return _simple[name]
        if name.isidentifier():
            raise NameError("name %r is not defined" % name)
        return ForwardRef(name)
    return kind


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    spaces = [space for space in (localns, globalns) if space]
    if isinstance(obj, type):
        hints = {}
        for base in reversed(obj.__mro__):
            import sys
            module = sys.modules.get(base.__module__)
            known = spaces + ([vars(module)] if module is not None else [])
            for name, kind in base.__dict__.get("__annotations__", {}).items():
                hints[name] = _resolved(kind, known)
    else:
        found = getattr(obj, "__annotations__", None)
        if found is None:
            if callable(obj) or isinstance(obj, _types.ModuleType):
                return {}
            raise TypeError("%r is not a module, class, method, or function." % (obj,))
        known = spaces + [getattr(obj, "__globals__", None) or {}]
        hints = {name: _resolved(kind, known) for name, kind in found.items()}
    return hints if include_extras else {name: _stripped(kind) for name, kind in hints.items()}
