# Names, dicts and what else functions have.
import functools


def outer():
    global shared, Shared

    def shared():
        def inner():
            pass
        return inner

    class Shared:
        def method(self):
            pass

    class Local:
        def method(self):
            pass
    return Local


local = outer()
print(shared.__qualname__, shared().__qualname__, Shared.__qualname__, Shared.method.__qualname__)
print(local.__qualname__, local.method.__qualname__, shared.__module__)


def f(a, b=1):
    return a


print(f.__builtins__ is __builtins__.__dict__, type(f.__builtins__))
f.known = "x"
print("known" in dir(f), f.__dict__)
f.__dict__ = {"q": 1}
print(f.q, f.__dict__, hasattr(f, "known"))
for bad in (3, None):
    try:
        f.__dict__ = bad
    except TypeError as e:
        print(e)
for bad in (3, "x"):
    try:
        f.__code__ = bad
    except TypeError as e:
        print(e)


def free():
    def inner():
        return a
    a = 1
    return inner


try:
    f.__code__ = free().__code__
except ValueError as e:
    print(e)


class Holder:
    def method(self):
        pass

    def add(self, a, b=1):
        return a, b

    five = functools.partialmethod(add, 5)
    seven = functools.partialmethod(add, b=7)
    made = functools.partialmethod(print, "made")

    @classmethod
    def named(cls, a, b):
        return cls.__name__, a, b

    @staticmethod
    def plain(a, b):
        return a, b

    both = functools.partialmethod(named, 1)
    static = functools.partialmethod(plain, 2)


h = Holder()
try:
    h.method.x = 1
except AttributeError as e:
    print(e)
print(h.five(), h.five(b=3), h.seven(1), h.five.__self__ is h, h.both(2), Holder.both(3), h.static(4), Holder.five(h, 2))
print(Holder.__dict__["five"].func is Holder.add, h.seven.keywords, h.five.args, Holder.five._partialmethod.args)
