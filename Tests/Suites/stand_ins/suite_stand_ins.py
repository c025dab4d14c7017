"""Stands for what a test file imports and a spec can't: using it skips the test that does."""
import unittest

# Whether a test is running; what a file does while it is read skips nothing.
is_running = False


def refuse(reason):
    """What a function does that katydid refuses to read: it skips the test that calls it."""
    if is_running:
        raise unittest.SkipTest(reason)
    return Missing(reason)


class Missing:
    """A module or a name of it. It can be subclassed, called and asked for attributes; each skips the test."""

    def __init__(self, name="", *args, **kwargs):
        self.__name__ = name

    def __getattr__(self, name):
        if name in ("__annotations__", "__prepare__"):
            self()
        if name.startswith("__") and name != "__import__":
            raise AttributeError(name)
        return Missing(f"{self.__name__}.{name}")

    def __mro_entries__(self, bases):
        return (_Skipped,)

    def __call__(self, *args, **kwargs):
        if len(args) == 1 and isinstance(args[0], type) and issubclass(args[0], unittest.TestCase):
            return args[0]
        if not is_running:
            return Missing(f"{self.__name__}()")
        reason = "" if self.__name__.startswith("the other") else "refused: "
        raise unittest.SkipTest(reason + self.__name__)

    __len__ = __enter__ = __getitem__ = __lt__ = __add__ = __radd__ = __sub__ = __mul__ = __rmul__ = __call__

    def __iter__(self):
        return iter(self() if is_running else ())

    def __bool__(self):
        return False


class OtherImplementation(Missing):
    """A module's second implementation, which isn't there; its constants are those of the first."""

    def __init__(self, module, name):
        self.__module, self.__name__ = module, f"the other implementation of {name}"

    def __getattr__(self, name):
        value = None if self.__module is None else getattr(self.__module, name, None)
        return value if isinstance(value, (str, int)) else Missing.__getattr__(self, name)


class _Skipped:
    def __init__(self, *args, **kwargs):
        raise unittest.SkipTest("refused: a class of a module that is")

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        raise unittest.SkipTest("refused: a class of a module that is")
