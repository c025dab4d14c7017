"""isinstance and issubclass with whatever calls itself a class, and descriptors of all sorts."""
class Abstract:
    def __init__(self, bases):
        self.bases = bases

    @property
    def __bases__(self):
        return self.bases

    def __repr__(self):
        return "Abstract"


class Claims:
    def __init__(self, cls):
        self.cls = cls

    @property
    def __class__(self):
        return self.cls


base = Abstract(())
derived = Abstract((Abstract(()), base))


class Endless:
    @property
    def __bases__(self):
        return (self, self)


class Wrong:
    __bases__ = 5


class Raises:
    @property
    def __bases__(self):
        raise RuntimeError("no bases")


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


for action in [
        lambda: isinstance(Claims(derived), base), lambda: isinstance(Claims(base), derived),
        lambda: issubclass(derived, base), lambda: issubclass(base, derived), lambda: issubclass(int, base),
        lambda: isinstance(3, base), lambda: issubclass(Endless(), int), lambda: issubclass(Wrong(), int),
        lambda: isinstance(3, Wrong()), lambda: isinstance(3, Raises()), lambda: issubclass(Raises(), int),
        lambda: isinstance(3, 3), lambda: issubclass(3, int), lambda: issubclass(int, 3),
        lambda: isinstance(3, (str, (float, int))), lambda: issubclass(bool, (str, (int,))),
        lambda: isinstance(Claims(int), int), lambda: isinstance(3, int | str), lambda: isinstance(None, int | None),
        lambda: issubclass(int, (3,)), lambda: isinstance(3, list[int])]:
    attempt(action)
nested = int
for _ in range(5000):
    nested = (nested,)
attempt(lambda: isinstance("x", nested))


class Meta(type):
    def __instancecheck__(cls, instance):
        print("asked", instance)
        return instance == 5


class Checked(metaclass=Meta):
    pass


print(isinstance(5, Checked), isinstance(6, Checked), isinstance(Checked(), Checked))


class Holder:
    @classmethod
    @property
    def label(cls):
        """A label."""
        return cls.__name__

    @staticmethod
    def plain(a):
        "Doc."
        return a

    both = staticmethod(len)


print(Holder.label, Holder().label, Holder.__dict__["plain"](5), Holder.__dict__["plain"].__doc__)
static = Holder.__dict__["plain"]
print(static.__name__, static.__qualname__, static.__module__, static.__wrapped__ is Holder.plain, static.__func__(2))
static.extra = 1
print(static.extra, sorted(static.__dict__))
method = classmethod(lambda cls: cls)
print(method.__name__, method.__isabstractmethod__, sorted(method.__dict__))


class SetOnly:
    def __set__(self, instance, value):
        instance.__dict__["attribute"] = value


class WithSetOnly:
    attribute = SetOnly()


thing = WithSetOnly()
print(type(thing.attribute).__name__)
thing.attribute = 42
print(thing.attribute)


class Getter:
    def __get__(self, instance, owner=None):
        return lambda name: "got " + name


class Hooked:
    __getattr__ = Getter()


class AllHooked:
    __getattribute__ = Getter()


class Dictionary(dict):
    __setattr__ = dict.__setitem__


print(Hooked().missing, AllHooked().anything)
stored = Dictionary()
stored.key = 1
print(stored)


class Documented:
    class Doc:
        def __get__(self, instance, owner):
            return "doc of %s, %s" % (owner.__name__, instance is not None)

    __doc__ = Doc()


print(Documented.__doc__, Documented().__doc__)


class First:
    def __new__(cls, value):
        return object.__new__(Second if value else cls)

    def __init__(self, value):
        self.first = value


class Second(First):
    def __init__(self, value):
        self.second = value


print(vars(First(0)), vars(First(1)))


class Number(int):
    def __pow__(self, other, modulus=None):
        return "power", modulus


print(pow(Number(2), 3, 5), pow(Number(2), 3))
for action in [lambda: object.__init__(First(0), 5), lambda: setattr(True, "__class__", int),
               lambda: setattr(property(), "fget", 1)]:
    attempt(action)
changed = First(0)
del changed.__dict__
print(vars(changed))
