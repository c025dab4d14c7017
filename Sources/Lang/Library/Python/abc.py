class ABCMeta(type):
    def register(cls, subclass):
        return subclass


def abstractmethod(funcobj):
    funcobj.__isabstractmethod__ = True
    return funcobj


def _abstract_names(cls):
    names = set()
    for base in reversed(cls.__mro__):
        for name, value in (getattr(base, "__dict__", None) or {}).items():
            if getattr(value, "__isabstractmethod__", False):
                names.add(name)
            else:
                names.discard(name)
    return names


class ABC(metaclass=ABCMeta):
    def __new__(cls, *args, **kwargs):
        names = sorted(_abstract_names(cls))
        if names:
            noun = "method" if len(names) == 1 else "methods"
            raise TypeError(
                f"Can't instantiate abstract class {cls.__name__} with abstract {noun} {', '.join(names)}"
            )
        return super().__new__(cls)
