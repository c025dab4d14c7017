"""Classes with parameters, and protocols: classes that having the methods makes."""
import abc as _abc
from typing._aliases import _GenericAlias
from typing._forms import _converted, AnyStr
from typing._variables import _parameters, _prepared, ParamSpec, TypeVar, TypeVarTuple

__name__ = "typing"


T, KT, VT = TypeVar("T"), TypeVar("KT"), TypeVar("VT")
T_co, V_co, VT_co = TypeVar("T_co", covariant=True), TypeVar("V_co", covariant=True), TypeVar("VT_co", covariant=True)
T_contra = TypeVar("T_contra", contravariant=True)
CT_co = TypeVar("CT_co", covariant=True, bound=type)


def _is_variable(value):
    return isinstance(value, (TypeVar, ParamSpec)) or getattr(value, "__typing_is_unpacked_typevartuple__", False)


class Generic:
    __slots__ = ()
    _is_protocol = False

    def __class_getitem__(cls, given):
        if not isinstance(given, tuple):
            given = (given,)
        given = tuple([_converted(each) for each in given])
        if cls in (Generic, Protocol):
            if not given:
                raise TypeError(f"Parameter list to {cls.__qualname__}[...] cannot be empty")
            if not all([_is_variable(each) for each in given]):
                raise TypeError(f"Parameters to {cls.__name__}[...] must all be type variables or parameter "
                                "specification variables.")
            if len(set(given)) != len(given):
                raise TypeError(f"Parameters to {cls.__name__}[...] must all be unique")
            return _GenericAlias(cls, given)
        if not cls.__parameters__ and not any(isinstance(each, TypeVarTuple) for each in cls.__parameters__):
            raise TypeError(f"{cls} is not a generic class")
        chosen = []
        for parameter, value in zip(cls.__parameters__, _prepared(cls, given)):
            chosen += value if isinstance(parameter, TypeVarTuple) else [value]
        return _GenericAlias(cls, tuple(chosen))

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        written = cls.__dict__.get("__orig_bases__")
        is_plain = Generic in (cls.__bases__ if written is None else written)
        if is_plain and not (written is None and (cls.__name__ == "Protocol" or hasattr(cls, "__required_keys__")
                                                  or type(cls).__name__ == "_TypedDictMeta")):
            raise TypeError("Cannot inherit from plain Generic")
        variables, listed = _parameters(written or ()), None
        for base in written or ():
            if isinstance(base, _GenericAlias) and base.__origin__ is Generic:
                if listed is not None:
                    raise TypeError("Cannot inherit from Generic[...] multiple types.")
                listed = base.__parameters__
        if listed is not None:
            missing = [str(each) for each in variables if each not in listed]
            if missing:
                raise TypeError(f"Some type variables ({', '.join(missing)}) are not listed in "
                                f"Generic[{', '.join(map(str, listed))}]")
            variables = listed
        cls.__parameters__ = variables


# What every class has, and protocols don't ask for.
_HIDDEN = {"__abstractmethods__", "__annotations__", "__dict__", "__doc__", "__init__", "__module__", "__new__",
           "__slots__", "__subclasshook__", "__weakref__", "__class_getitem__", "__qualname__", "_is_protocol",
           "_is_runtime_protocol", "__parameters__", "__orig_bases__", "__orig_class__", "__match_args__"}


def _members(cls):
    """The names that a protocol asks for."""
    names = set()
    for base in cls.__mro__[:-1]:
        if base.__name__ not in ("Protocol", "Generic"):
            names.update(base.__dict__, base.__dict__.get("__annotations__") or ())
    return {name for name in names if not name.startswith("_abc_") and name not in _HIDDEN}


def _has_methods_only(cls):
    return all([callable(getattr(cls, name, None)) for name in _members(cls)])


class _ProtocolMeta(_abc.ABCMeta):
    def __instancecheck__(cls, instance):
        is_protocol = getattr(cls, "_is_protocol", False)
        if is_protocol and not getattr(cls, "_is_runtime_protocol", False) and not _abc._walking:
            raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
        if (not is_protocol or _has_methods_only(cls)) and issubclass(instance.__class__, cls):
            return True
        if is_protocol and all([hasattr(instance, name) and (not callable(getattr(cls, name, None))
                                                             or getattr(instance, name) is not None)
                                for name in _members(cls)]):
            return True
        _abc._walking += 1
        try:
            return super().__instancecheck__(instance)
        finally:
            _abc._walking -= 1


def _fits(cls, other):
    """The `__subclasshook__` of protocols: whether another class has all that one asks for."""
    if not cls.__dict__.get("_is_protocol", False):
        return NotImplemented
    if not getattr(cls, "_is_runtime_protocol", False):
        if _abc._walking:
            return NotImplemented
        raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
    if not _has_methods_only(cls):
        if _abc._walking:
            return NotImplemented
        raise TypeError("Protocols with non-method members don't support issubclass()")
    if not isinstance(other, type):
        raise TypeError("issubclass() arg 1 must be a class")
    for name in _members(cls):
        for base in other.__mro__:
            if name in base.__dict__:
                if base.__dict__[name] is None:
                    return NotImplemented
                break
            annotations = base.__dict__.get("__annotations__")
            if (isinstance(annotations, dict) and name in annotations and issubclass(other, Generic)
                    and other._is_protocol):
                break
        else:
            return NotImplemented
    return True


def _refuse_instances(self, *args, **kwargs):
    """The `__init__` of protocols; a class that is none finds the next one behind it."""
    cls = type(self)
    if cls._is_protocol:
        raise TypeError("Protocols cannot be instantiated")
    if cls.__init__ is not _refuse_instances:
        return
    for base in cls.__mro__:
        found = base.__dict__.get("__init__", _refuse_instances)
        if found is not _refuse_instances:
            cls.__init__ = found
            break
    else:
        cls.__init__ = object.__init__
    cls.__init__(self, *args, **kwargs)


# The classes of the library that are protocols in all but name.
_ALLOWED = {"collections.abc": {"Callable", "Awaitable", "Iterable", "Iterator", "AsyncIterable", "Hashable", "Sized",
                                "Container", "Collection", "Reversible"},
            "contextlib": {"AbstractContextManager", "AbstractAsyncContextManager"}}


class Protocol(Generic, metaclass=_ProtocolMeta):
    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if not cls.__dict__.get("_is_protocol", False):
            cls._is_protocol = any([base is Protocol for base in cls.__bases__])
        if "__subclasshook__" not in cls.__dict__:
            cls.__subclasshook__ = classmethod(_fits)
        if not cls._is_protocol:
            return
        for base in cls.__bases__:
            if not (base in (object, Generic) or base.__name__ in _ALLOWED.get(base.__module__, ())
                    or issubclass(base, Generic) and base._is_protocol):
                raise TypeError(f"Protocols can only inherit from other protocols, got {base!r}")
        if cls.__init__ is Protocol.__init__:
            cls.__init__ = _refuse_instances


def runtime_checkable(cls):
    if not issubclass(cls, Generic) or not cls._is_protocol:
        raise TypeError(f"@runtime_checkable can be only applied to protocol classes, got {cls!r}")
    cls._is_runtime_protocol = True
    return cls


runtime = runtime_checkable


@runtime_checkable
class SupportsInt(Protocol):
    __slots__ = ()

    @_abc.abstractmethod
    def __int__(self) -> int:
        pass


@runtime_checkable
class SupportsFloat(Protocol):
    __slots__ = ()

    @_abc.abstractmethod
    def __float__(self) -> float:
        pass


@runtime_checkable
class SupportsComplex(Protocol):
    __slots__ = ()

    @_abc.abstractmethod
    def __complex__(self):
        pass


@runtime_checkable
class SupportsBytes(Protocol):
    __slots__ = ()

    @_abc.abstractmethod
    def __bytes__(self) -> bytes:
        pass


@runtime_checkable
class SupportsIndex(Protocol):
    __slots__ = ()

    @_abc.abstractmethod
    def __index__(self) -> int:
        pass


@runtime_checkable
class SupportsAbs(Protocol[T_co]):
    __slots__ = ()

    @_abc.abstractmethod
    def __abs__(self) -> T_co:
        pass


@runtime_checkable
class SupportsRound(Protocol[T_co]):
    __slots__ = ()

    @_abc.abstractmethod
    def __round__(self, ndigits: int = 0) -> T_co:
        pass


class IO(Generic[AnyStr]):
    __slots__ = ()


class BinaryIO(IO[bytes]):
    __slots__ = ()


class TextIO(IO[str]):
    __slots__ = ()
