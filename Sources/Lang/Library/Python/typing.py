"""Names for annotations. Nothing checks them; subscripts give something that can be written down and called."""

TYPE_CHECKING = False


class _Form:
    def __init__(self, name, arguments=None, origin=None):
        self._name = name
        self.__args__ = arguments or ()
        self.__origin__ = origin

    def __getitem__(self, arguments):
        if not isinstance(arguments, tuple):
            arguments = (arguments,)
        return _Form(self._name, arguments, self.__origin__ or self)

    def __call__(self, *args, **kwargs):
        if isinstance(self.__origin__, type):
            return self.__origin__(*args, **kwargs)
        raise TypeError(f"Cannot instantiate {self!r}")

    def __or__(self, other):
        return _Form("Union", (self, other))

    def __ror__(self, other):
        return _Form("Union", (other, self))

    def __mro_entries__(self, bases):
        return (self.__origin__,) if isinstance(self.__origin__, type) else ()

    def __repr__(self):
        if not self.__args__:
            return "typing." + self._name
        inside = ", ".join(
            item.__name__ if isinstance(item, type) else "..." if item is ... else repr(item) for item in self.__args__
        )
        return f"typing.{self._name}[{inside}]"

    def __eq__(self, other):
        return isinstance(other, _Form) and (self._name, self.__args__) == (other._name, other.__args__)

    def __hash__(self):
        return hash(self._name)


for _name in (
    "Any", "Union", "Optional", "Callable", "Literal", "ClassVar", "Final", "Annotated", "NoReturn", "Never", "Self",
    "LiteralString", "Iterable", "Iterator", "Generator", "Sequence", "MutableSequence", "Mapping", "MutableMapping",
    "Collection", "Container", "Hashable", "Sized", "Reversible", "SupportsInt", "SupportsFloat", "SupportsIndex",
    "SupportsAbs", "SupportsRound", "SupportsBytes", "Awaitable", "Coroutine", "AsyncIterator", "AsyncIterable",
    "AsyncGenerator", "ContextManager", "AsyncContextManager", "Concatenate", "TypeAlias", "TypeGuard", "Unpack",
    "Required", "NotRequired", "ItemsView", "KeysView", "ValuesView", "Pattern", "Match", "IO", "TextIO", "BinaryIO",
    "Text", "AnyStr", "ByteString",
):
    globals()[_name] = _Form(_name)
for _name, _origin in (
    ("List", list), ("Dict", dict), ("Set", set), ("FrozenSet", frozenset), ("Tuple", tuple), ("Type", type),
):
    globals()[_name] = _Form(_name, None, _origin)


class TypeVar(_Form):
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
        super().__init__(name)
        self.__name__ = name
        self.__constraints__ = constraints
        self.__bound__ = bound

    def __repr__(self):
        return "~" + self.__name__


ParamSpec = TypeVarTuple = TypeVar


class Generic:
    def __class_getitem__(cls, arguments):
        return cls


class Protocol(Generic):
    pass


class TypedDict(dict):
    def __init_subclass__(cls, total=True, **kwargs):
        super().__init_subclass__(**kwargs)


def NewType(name, tp):
    def new(x):
        return x

    return new


def cast(typ, val):
    return val


def overload(func):
    return func


def final(f):
    return f


def override(f):
    return f


def no_type_check(arg):
    return arg


def runtime_checkable(cls):
    return cls


def dataclass_transform(**kwargs):
    return lambda decorated: decorated


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    return dict(getattr(obj, "__annotations__", {}))


def get_origin(tp):
    return getattr(tp, "__origin__", None)


def get_args(tp):
    return getattr(tp, "__args__", ())
