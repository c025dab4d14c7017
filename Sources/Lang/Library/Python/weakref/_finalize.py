"""Functions called when objects have died."""
import itertools as _itertools
from _weakref import ref

__name__ = "weakref"


class finalize:
    """Calls a function when an object has died, or when the script ends."""
    __slots__ = ()
    _registry = {}
    _index = _itertools.count()

    class _Info:
        __slots__ = ("reference", "func", "args", "kwargs", "atexit", "index")

    def __init__(self, obj, func, /, *args, **kwargs):
        import atexit
        if not finalize._registry:
            atexit.unregister(finalize._exit)
            atexit.register(finalize._exit)
        info = self._Info()
        info.reference = ref(obj, self)
        info.func, info.args, info.kwargs = func, args, kwargs
        info.atexit = True
        info.index = next(self._index)
        self._registry[self] = info

    def __call__(self, _=None):
        info = self._registry.pop(self, None)
        if info is not None:
            return info.func(*info.args, **(info.kwargs or {}))

    def detach(self):
        info = self._registry.get(self)
        obj = info and info.reference()
        if obj is not None and self._registry.pop(self, None):
            return obj, info.func, info.args, info.kwargs or {}

    def peek(self):
        info = self._registry.get(self)
        obj = info and info.reference()
        if obj is not None:
            return obj, info.func, info.args, info.kwargs or {}

    @property
    def alive(self):
        return self in self._registry

    @property
    def atexit(self):
        info = self._registry.get(self)
        return bool(info) and info.atexit

    @atexit.setter
    def atexit(self, value):
        info = self._registry.get(self)
        if info:
            info.atexit = bool(value)

    def __repr__(self):
        info = self._registry.get(self)
        obj = info and info.reference()
        if obj is None:
            return "<%s object at %#x; dead>" % (type(self).__name__, id(self))
        return "<%s object at %#x; for %r at %#x>" % (type(self).__name__, id(self), type(obj).__name__, id(obj))

    @classmethod
    def _exit(cls):
        pending = [(info.index, final) for final, info in cls._registry.items() if info.atexit]
        for _, final in sorted(pending, key=lambda pair: pair[0], reverse=True):
            final()
