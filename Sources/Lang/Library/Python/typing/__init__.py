"""Names for annotations: written down and shown as CPython shows them, and enforced by nobody."""
from typing._forms import (
    Annotated, Any, AnyStr, ClassVar, Concatenate, Dict, Final, ForwardRef, FrozenSet, List, Literal, LiteralString,
    Never, NoReturn, NotRequired, Optional, Required, Self, Set, Text, Tuple, Type, TypeAlias, TypeGuard, Union, Unpack)
from typing._variables import ParamSpec, ParamSpecArgs, ParamSpecKwargs, TypeVar, TypeVarTuple

__all__ = ["Annotated", "Any", "Callable", "ClassVar", "Concatenate", "Final", "ForwardRef", "Generic", "Literal",
           "Optional", "ParamSpec", "ParamSpecArgs", "ParamSpecKwargs", "Protocol", "Tuple", "Type", "TypeVar",
           "TypeVarTuple", "Union", "AbstractSet", "ByteString", "Container", "ContextManager", "Hashable",
           "ItemsView", "Iterable", "Iterator", "KeysView", "Mapping", "MappingView", "MutableMapping",
           "MutableSequence", "MutableSet", "Sequence", "Sized", "ValuesView", "Awaitable", "AsyncIterator",
           "AsyncIterable", "Coroutine", "Collection", "AsyncGenerator", "AsyncContextManager", "Reversible",
           "SupportsAbs", "SupportsBytes", "SupportsComplex", "SupportsFloat", "SupportsIndex", "SupportsInt",
           "SupportsRound", "ChainMap", "Counter", "Deque", "Dict", "DefaultDict", "List", "OrderedDict", "Set",
           "FrozenSet", "NamedTuple", "TypedDict", "Generator", "BinaryIO", "IO", "Match", "Pattern", "TextIO",
           "AnyStr", "assert_type", "assert_never", "cast", "clear_overloads", "dataclass_transform", "final",
           "get_args", "get_origin", "get_overloads", "get_type_hints", "is_typeddict", "LiteralString", "Never",
           "NewType", "no_type_check", "no_type_check_decorator", "NoReturn", "NotRequired", "overload", "Required",
           "reveal_type", "runtime_checkable", "Self", "Text", "TYPE_CHECKING", "TypeAlias", "TypeGuard", "Unpack"]

TYPE_CHECKING = False

# The others are read when they are asked for: most files name only a few types.
_CLASSES = {"Deque", "DefaultDict", "OrderedDict", "Counter", "ChainMap", "Hashable", "Sized", "Iterable", "Iterator",
            "Reversible", "Container", "Collection", "AbstractSet", "MutableSet", "Mapping", "MutableMapping",
            "Sequence", "MutableSequence", "ByteString", "MappingView", "KeysView", "ItemsView", "ValuesView",
            "Generator", "Awaitable", "Coroutine", "AsyncIterable", "AsyncIterator", "AsyncGenerator",
            "ContextManager", "AsyncContextManager", "Pattern", "Match", "Callable"}
_GENERIC = {"Generic", "Protocol", "runtime_checkable", "runtime", "SupportsInt", "SupportsFloat", "SupportsComplex",
            "SupportsBytes", "SupportsIndex", "SupportsAbs", "SupportsRound", "IO", "BinaryIO", "TextIO", "T", "KT",
            "VT", "T_co", "V_co", "VT_co", "T_contra", "CT_co"}
_RECORDS = {"NamedTuple", "TypedDict", "NewType"}
_HINTS = {"cast", "assert_type", "assert_never", "reveal_type", "overload", "get_overloads", "clear_overloads",
          "final", "no_type_check", "no_type_check_decorator", "dataclass_transform", "is_typeddict", "get_origin",
          "get_args", "get_type_hints"}


def __getattr__(name):
    if name in _CLASSES:
        import typing._classes as part
    elif name in _GENERIC:
        import typing._generic as part
    elif name in _RECORDS:
        import typing._records as part
    elif name in _HINTS:
        import typing._hints as part
    else:
        raise AttributeError(f"module 'typing' has no attribute {name!r}")
    value = globals()[name] = getattr(part, name)
    return value


def __dir__():
    return sorted({*globals(), *__all__})
