"""Abstract base classes."""
import _katydid


def abstractmethod(funcobj):
    funcobj.__isabstractmethod__ = True
    return funcobj


class abstractclassmethod(classmethod):
    __isabstractmethod__ = True


class abstractstaticmethod(staticmethod):
    __isabstractmethod__ = True


class abstractproperty(property):
    __isabstractmethod__ = True


# Whether a class is being asked about on its way through others: protocols then answer for those they can.
_walking = 0
# How many classes have been registered: what is derived from what may have changed since.
_registrations = 0


def _is_abstract(value):
    if isinstance(value, (abstractproperty, abstractclassmethod, abstractstaticmethod)):
        return True
    if isinstance(value, property):
        return any(getattr(part, "__isabstractmethod__", False) for part in (value.fget, value.fset, value.fdel))
    if isinstance(value, (classmethod, staticmethod)):
        return getattr(value.__func__, "__isabstractmethod__", False)
    return not isinstance(value, type) and getattr(value, "__isabstractmethod__", False) is True


def update_abstractmethods(cls):
    return _count_abstract(cls) if hasattr(cls, "__abstractmethods__") else cls


def _count_abstract(cls):
    names = {name for name, value in cls.__dict__.items() if _is_abstract(value)}
    for base in cls.__bases__:
        for name in getattr(base, "__abstractmethods__", ()):
            if _is_abstract(getattr(cls, name, None)) and name not in cls.__dict__:
                names.add(name)
    cls.__abstractmethods__ = frozenset(names)
    return cls


class ABCMeta(type):
    """Classes that can't be made while methods are abstract, and that others can be registered with."""

    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        _count_abstract(cls)
        cls._abc_registry = ()
        return cls

    def __call__(cls, *args, **kwargs):
        names = cls.__abstractmethods__
        if names and cls.__new__ is object.__new__:
            names = sorted(names)
            raise TypeError("Can't instantiate abstract class %s with abstract method%s %s"
                            % (cls.__name__, "" if len(names) == 1 else "s", ", ".join(names)))
        return super().__call__(*args, **kwargs)

    def register(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError("Can only register classes")
        if issubclass(subclass, cls):
            return subclass
        global _registrations, _walking
        _walking += 1
        try:
            if issubclass(cls, subclass):
                raise RuntimeError("Refusing to create an inheritance cycle")
        finally:
            _walking -= 1
        _registrations += 1
        cls._abc_registry = cls._abc_registry + (subclass,)
        for base in cls.__mro__:
            if base.__module__ == "collections.abc" and base.__name__ in ("Sequence", "Mapping"):
                # The patterns of `match` look at the class alone.
                _katydid.set_pattern_kind(subclass, base.__name__)
                break
        return subclass

    def __instancecheck__(cls, instance):
        return cls.__subclasscheck__(instance.__class__)

    def __subclasscheck__(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError("issubclass() arg 1 must be a class")
        hook = getattr(cls, "__subclasshook__", None)
        if hook is not None:
            answer = hook(subclass)
            if answer is not NotImplemented:
                return answer
        mro = subclass.__mro__
        if cls in mro:
            return True
        for known in cls._abc_registry:
            if known in mro or isinstance(known, ABCMeta) and issubclass(subclass, known):
                return True
        global _walking
        _walking += 1
        try:
            for derived in cls.__subclasses__():
                if derived is not subclass and issubclass(subclass, derived):
                    return True
            return False
        finally:
            _walking -= 1


class ABC(metaclass=ABCMeta):
    __slots__ = ()


def get_cache_token():
    return _registrations
