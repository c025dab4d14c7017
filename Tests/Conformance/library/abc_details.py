"""Abstract things of old, hooks that decide, and registrations."""
import abc


class Old(abc.ABC):
    @abc.abstractproperty
    def p(self):
        return 1

    @abc.abstractclassmethod
    def c(cls):
        return 2

    @abc.abstractstaticmethod
    def s():
        return 3

    @property
    @abc.abstractmethod
    def q(self):
        return 4


class New(Old):
    @property
    def p(self):
        return super().p

    @classmethod
    def c(cls):
        return super().c()

    @staticmethod
    def s():
        return 5

    q = 6


print(sorted(Old.__abstractmethods__), New.__abstractmethods__, New().p, New.c(), New().s(), New().q)
try:
    Old()
except TypeError as error:
    print(error)


class Never(abc.ABC):
    @classmethod
    def __subclasshook__(cls, kind):
        return False if cls is Never else NotImplemented


class Below(Never):
    pass


print(issubclass(Never, Never), issubclass(Below, Never), issubclass(Below, Below), isinstance(Below(), Never))
before = abc.get_cache_token()
Below.register(int)
print(abc.get_cache_token() > before, isinstance(3, Below))


class Plain:
    pass


Plain.f = abc.abstractmethod(lambda self: None)
abc.update_abstractmethods(Plain)
print(hasattr(Plain, "__abstractmethods__"), isinstance(Plain(), Plain))


class Later(abc.ABC):
    pass


Later.f = abc.abstractmethod(lambda self: None)
Later()
abc.update_abstractmethods(Later)
try:
    Later()
except TypeError as error:
    print(error)
