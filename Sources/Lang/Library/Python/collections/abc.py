"""The abstract base classes of containers: what a class has decides, whether it derives from them or not."""
import _katydid


class _Meta(type):
    """isinstance() and issubclass() ask for the methods that a class names in `_needs`, and for registered classes."""

    def register(cls, subclass):
        cls._registry = cls.__dict__.get("_registry", ()) + (subclass,)
        return subclass

    def __subclasscheck__(cls, subclass):
        if cls in type.mro(subclass):
            return True
        needs = cls.__dict__.get("_needs")
        if needs and all(_has(subclass, name) for name in needs):
            return True
        for known in cls.__dict__.get("_registry", ()):
            if known is subclass or known in type.mro(subclass):
                return True
        return any(issubclass(subclass, derived) for derived in type.__subclasses__(cls))

    def __instancecheck__(cls, instance):
        return cls.__subclasscheck__(type(instance))


def _has(cls, name):
    for base in type.mro(cls):
        space = base.__dict__
        if name in space:
            return space[name] is not None
    return hasattr(cls, name) and name not in ("__hash__", "__contains__", "__iter__", "__reversed__")


class Hashable(metaclass=_Meta):
    _needs = ("__hash__",)


class Iterable(metaclass=_Meta):
    _needs = ("__iter__",)

    def __iter__(self):
        return iter(())
