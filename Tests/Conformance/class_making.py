# Classes made by calls, their slots, and what can be done to them.
import operator
import types
import warnings

# What CPython's own types warn of (docs/library.md) is left out.
warnings.simplefilter("ignore", DeprecationWarning)


def t(act):
    try:
        print(act())
    except Exception as e:
        print(type(e).__name__, e)


class Meta(type):
    pass


class Entries:
    def __mro_entries__(self, bases):
        return ()


t(lambda: type("a\0b", (), {}))
t(lambda: Meta(5))
t(lambda: Meta(5, 6))
t(lambda: type(1, 2))
t(lambda: type("X", (Entries(),), {}))


class C:
    pass


def name(value):
    C.__name__ = value


def forget(attribute):
    def act():
        delattr(C, attribute)
    return act


t(lambda: name("a\0b"))
t(lambda: setattr(C, "__mro__", ()))
t(lambda: setattr(C, "__dict__", {}))
for attribute in ("__name__", "__qualname__", "__dict__", "__bases__", "__mro__"):
    t(forget(attribute))
t(lambda: delattr(C(), "__class__"))


class Refusing:
    __class_getitem__ = None


t(lambda: Refusing[int])


class Weak:
    __slots__ = ["__weakref__"]


class Slotted:
    __slots__ = ("a", "b")


print(hasattr(Weak(), "__weakref__"), hasattr(Weak(), "__dict__"), hasattr(Slotted(), "__weakref__"), hasattr(C(), "__weakref__"))
t(lambda: Slotted.a.__set__(3, 4))
t(lambda: Slotted.a.__get__(3))
t(lambda: type("Twice", (), {"__slots__": ["__dict__", "__dict__"]}))
slotted = Slotted()
Slotted.a.__set__(slotted, 9)
print(slotted.a, Slotted.a.__get__(slotted))


class Showing:
    def __init__(self):
        self.hidden = 1

    @property
    def __dict__(self):
        return {"shown": 2}


print(vars(Showing()), Showing().hidden)


class Text(str):
    def __repr__(self):
        return "shown"
    __str__ = object.__str__


class Plain(str):
    __str__ = object.__str__


class Failing(ValueError):
    __str__ = object.__str__


print(str(Text("q")), format(Text("q")), f"{Text('q')}", "%s" % Text("q"), "{}".format(Text("q")), str(Plain("q")), str(Failing(1)))


class Index:
    def __index__(self):
        return True


print(operator.index(Index()))
for start, stop, step, length in ((None, None, -1, 10**30), (10**40, -10**40, -3, 10**30), (1, 5, 2, 4), (-3, None, None, 10),
                                  (None, -10**30, 10**20, 10**25), (True, Index(), None, 3)):
    print(slice(start, stop, step).indices(length))
t(lambda: slice(0, 10, 0).indices(5))
t(lambda: slice(0, 10).indices(-5))
t(lambda: slice(0, 10).indices("a"))
t(lambda: slice("a").indices(5))
for text in ("{9223372036854775808}", "{0[9223372036854775808]}"):
    t(lambda: text.format([1]))
t(lambda: b"%c" % 256)
t(lambda: b"%c" % 10**30)
t(lambda: b"%c" % "a")
