# What is assigned to an exception's attributes, and what an AttributeError knows of the access that failed.
e = StopIteration(1, 2)
print(e.value, e.args)
e.value = 5
print(e.value, e.args, str(e), repr(e))
e = SystemExit(3)
e.code = 4
print(e.code, e.args, str(e), SystemExit(1, 2).code, SystemExit().code)


class Result(StopIteration):
    def __init__(self, value):
        self.value = value


print(Result(3).value, Result(3).args)
e = OSError(2, "x")
e.errno = 5
print(e.errno, e.strerror, e.args, e)
e.strerror = "zz"
print(e, type(e).__name__, vars(e))
e = OSError(1, "a", "f")
e.filename = "g"
print(e, e.args)


class Asking:
    def __getattr__(self, name):
        raise AttributeError("none: " + name)


class Computing:
    @property
    def total(self):
        raise AttributeError("inner")


class Hooked:
    def __getattribute__(self, name):
        raise AttributeError("hooked")


class Describing:
    def __get__(self, instance, owner):
        raise AttributeError("described")


class Owner:
    part = Describing()


class Meta(type):
    def __getattr__(cls, name):
        raise AttributeError("meta")


class Made(metaclass=Meta):
    pass


class Own(AttributeError):
    pass


class Raising:
    def __getattr__(self, name):
        raise Own(name)


def told(act):
    try:
        act()
    except AttributeError as error:
        shown = error.obj if isinstance(error.obj, type) else type(error.obj)
        print(type(error).__name__, error, error.name, shown.__name__)


for act in (lambda: Asking().foo, lambda: Asking().foo(), lambda: Computing().total, lambda: Hooked().z,
            lambda: getattr(Hooked(), "q"), lambda: Owner().part, lambda: Owner.part, lambda: Made.k,
            lambda: Raising().u, lambda: Computing().nope, lambda: getattr(Asking(), "bar")):
    told(act)
    told(act)


def generator():
    try:
        yield
    except ZeroDivisionError:
        pass
    yield


for bad in ("x", 3, None, int, object):
    running = generator()
    next(running)
    try:
        running.throw(bad)
    except TypeError as error:
        print(error)
