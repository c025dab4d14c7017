"""Classes with parameters, and protocols: classes that having the methods makes."""
import abc as _abc
from typing._forms import _Alias, _check, ParamSpec, TypeVar, TypeVarTuple

__name__ = "typing"


T, KT, VT = TypeVar("T"), TypeVar("KT"), TypeVar("VT")
T_co, V_co, VT_co = TypeVar("T_co", covariant=True), TypeVar("V_co", covariant=True), TypeVar("VT_co", covariant=True)
T_contra = TypeVar("T_contra", contravariant=True)
CT_co = TypeVar("CT_co", covariant=True, bound=type)


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
