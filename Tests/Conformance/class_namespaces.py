"""Class bodies: what a metaclass prepares for them, and what their names mean."""


class Recorder(dict):
    def __init__(self):
        super().__init__()
        self.log = []

    def __setitem__(self, key, value):
        self.log.append(key)
        super().__setitem__(key, value)

    def __delitem__(self, key):
        self.log.append("-" + key)
        super().__delitem__(key)

    def __getitem__(self, key):
        if key.startswith("given_"):
            return key[6:]
        return super().__getitem__(key)


class Meta(type):
    @classmethod
    def __prepare__(metacls, name, bases, **keywords):
        print("prepare", name, bases, keywords)
        return Recorder()

    def __new__(metacls, name, bases, space, **keywords):
        print([key for key in space.log if "__class" not in key and "error" not in key], keywords)
        return super().__new__(metacls, name, bases, dict(space))

    def __init__(cls, name, bases, space, **keywords):
        super().__init__(name, bases, space)


outside = "outside"


class A(metaclass=Meta, option=3):
    """Words."""
    x = 1
    y = x + 1
    z = given_name + outside
    x = 5
    del y
    for x in range(3):
        pass

    def method(self):
        return __class__.__name__

    local = sorted(key for key in locals() if not key.startswith("__"))


print(A.x, A.z, hasattr(A, "y"), A().method(), A.local, A.__doc__, A.__module__, A.__qualname__)


class B(A):
    inner = [outside for _ in range(2)]
    try:
        del missing
    except NameError as error:
        said = str(error)


print(B.inner, B.said)


class Locals:
    locals()["through"] = 7
    again = through
    print(sorted(name for name in vars()), __module__, __qualname__)


print(Locals.through, Locals.again)


def function():
    cell = "cell"

    class Inside:
        cell = cell if False else "own"
        seen = [cell for _ in "a"]
        __private = 1
        names = [name for name in locals() if "private" in name]

    return Inside


print(function().cell, function().seen, function().names)


class Wrong(type):
    @classmethod
    def __prepare__(metacls, name, bases):
        return 3


try:
    class C(metaclass=Wrong):
        pass
except TypeError as error:
    print(error)


class Descriptor:
    def __init__(self, value):
        self.value = value

    def __set_name__(self, owner, name):
        delattr(owner, name)
        setattr(owner, name + "_" + owner.__name__, self.value)


class Named:
    def __init_subclass__(cls, **keywords):
        print("subclass", cls.__name__, sorted(name for name in vars(cls) if name.endswith("Sub")))


class Sub(Named):
    a = Descriptor(1)
    b = Descriptor(2)


print(Sub.a_Sub, Sub.b_Sub, hasattr(Sub, "a"))

__name__ = "renamed"


class Renamed:
    def f(self):
        pass


print(Renamed.__module__, Renamed.f.__module__, Renamed)
