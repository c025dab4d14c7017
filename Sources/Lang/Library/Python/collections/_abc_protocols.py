"""The abstract classes that one or a few methods make: having them is enough, deriving isn't needed."""
from abc import ABCMeta, abstractmethod

__name__ = "collections.abc"

_GenericAlias = type(list[int])


def _defines(kind, name):
    """Whether a class or a base of it has a method of its own, not None."""
    for base in kind.__mro__:
        if base is not object and name in base.__dict__:
            return base.__dict__[name] is not None
    return False


def _known_by(*names):
    """Makes classes that have all of some methods count as derived from the decorated one."""

    def decorate(abstract):
        def __subclasshook__(cls, C):
            if cls is abstract and all([_defines(C, name) for name in names]):
                return True
            return NotImplemented

        abstract.__subclasshook__ = classmethod(__subclasshook__)
        return abstract

    return decorate


def _alias(cls, parameters):
    return _GenericAlias(cls, parameters)


class Hashable(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __hash__(self):
        return 0

    @classmethod
    def __subclasshook__(cls, C):
        if cls is not Hashable:
            return NotImplemented
        for base in C.__mro__:
            if "__hash__" in base.__dict__:
                return True if base.__dict__["__hash__"] is not None else NotImplemented
        return NotImplemented if issubclass(C, (list, dict, set, bytearray)) else True


@_known_by("__await__")
class Awaitable(metaclass=ABCMeta):
    __slots__ = ()
    __class_getitem__ = classmethod(_alias)

    @abstractmethod
    def __await__(self):
        yield


@_known_by("__await__", "send", "throw", "close")
class Coroutine(Awaitable):
    __slots__ = ()

    @abstractmethod
    def send(self, value):
        raise StopIteration

    @abstractmethod
    def throw(self, typ, val=None, tb=None):
        raise typ if val is None else val

    def close(self):
        _close(self, "coroutine")


@_known_by("__aiter__")
class AsyncIterable(metaclass=ABCMeta):
    __slots__ = ()
    __class_getitem__ = classmethod(_alias)

    @abstractmethod
    def __aiter__(self):
        return AsyncIterator()


@_known_by("__anext__", "__aiter__")
class AsyncIterator(AsyncIterable):
    __slots__ = ()

    @abstractmethod
    def __anext__(self):
        raise StopAsyncIteration

    def __aiter__(self):
        return self


@_known_by("__aiter__", "__anext__", "asend", "athrow", "aclose")
class AsyncGenerator(AsyncIterator):
    __slots__ = ()

    def __anext__(self):
        return self.asend(None)

    @abstractmethod
    def asend(self, value):
        raise StopAsyncIteration

    @abstractmethod
    def athrow(self, typ, val=None, tb=None):
        raise typ if val is None else val


@_known_by("__iter__")
class Iterable(metaclass=ABCMeta):
    __slots__ = ()
    __class_getitem__ = classmethod(_alias)

    @abstractmethod
    def __iter__(self):
        yield from ()


@_known_by("__iter__", "__next__")
class Iterator(Iterable):
    __slots__ = ()

    @abstractmethod
    def __next__(self):
        raise StopIteration

    def __iter__(self):
        return self


@_known_by("__reversed__", "__iter__")
class Reversible(Iterable):
    __slots__ = ()

    @abstractmethod
    def __reversed__(self):
        yield from ()


def _close(generator, kind):
    """Ends a generator: it may not go on after GeneratorExit."""
    try:
        generator.throw(GeneratorExit)
    except (GeneratorExit, StopIteration):
        return
    raise RuntimeError(kind + " ignored GeneratorExit")


@_known_by("__iter__", "__next__", "send", "throw", "close")
class Generator(Iterator):
    __slots__ = ()

    @abstractmethod
    def send(self, value):
        raise StopIteration

    @abstractmethod
    def throw(self, typ, val=None, tb=None):
        if val is None:
            if tb is None:
                raise typ
            val = typ()
        raise val if tb is None else val.with_traceback(tb)

    def __next__(self):
        return self.send(None)

    def close(self):
        _close(self, "generator")


@_known_by("__len__")
class Sized(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __len__(self):
        return 0


@_known_by("__contains__")
class Container(metaclass=ABCMeta):
    __slots__ = ()
    __class_getitem__ = classmethod(_alias)

    @abstractmethod
    def __contains__(self, x):
        return False


@_known_by("__len__", "__iter__", "__contains__")
class Collection(Sized, Iterable, Container):
    __slots__ = ()


def _is_parameter_list(value):
    return value is ... or type(value).__name__ in ("ParamSpec", "_ConcatenateGenericAlias")


class _CallableGenericAlias(_GenericAlias):
    """`Callable[[int], str]`: the parameters stand beside the result."""

    __slots__ = ()

    def __new__(cls, origin, given):
        if not isinstance(given, tuple) or len(given) != 2:
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        parameters, result = given
        if isinstance(parameters, (list, tuple)):
            given = (*parameters, result)
        elif not _is_parameter_list(parameters):
            raise TypeError(f"Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {parameters}")
        return super().__new__(cls, origin, given)

    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and _is_parameter_list(args[0]):
            return super().__repr__()
        *parameters, result = [repr(_GenericAlias(list, arg))[5:-1] for arg in args]
        return f"collections.abc.Callable[[{', '.join(parameters)}], {result}]"

    def __reduce__(self):
        args = self.__args__
        if not (len(args) == 2 and _is_parameter_list(args[0])):
            args = list(args[:-1]), args[-1]
        return _CallableGenericAlias, (Callable, args)


@_known_by("__call__")
class Callable(metaclass=ABCMeta):
    __slots__ = ()

    @classmethod
    def __class_getitem__(cls, parameters):
        return _CallableGenericAlias(cls, parameters)

    @abstractmethod
    def __call__(self, *args, **kwds):
        return False
