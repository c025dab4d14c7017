"""Attributes that each thread has of its own."""
import _katydid

_HIDDEN = ("_local__spaces", "_local__arguments")


class _local:
    __module__ = "_thread"
    __slots__ = _HIDDEN + ("__weakref__",)

    def __init__(self, /, *args, **kwargs):
        if (args or kwargs) and type(self).__init__ is _local.__init__:
            raise TypeError("Initialization arguments are not supported")

    def __new__(cls, /, *args, **kwargs):
        self = object.__new__(cls)
        object.__setattr__(self, "_local__arguments", (args, kwargs))
        # `__init__` is called by whoever makes it, for the thread that does.
        object.__setattr__(self, "_local__spaces", {_katydid.thread(): {}})
        return self

    def __getattribute__(self, name):
        space = object.__getattribute__(self, "_local__spaces").get(_katydid.thread())
        if space is None:
            space = _space(self)
        if name in space and (type(self) is _local or not _is_data_descriptor(type(self), name)):
            return space[name]
        return space if name == "__dict__" else object.__getattribute__(self, name)

    def __setattr__(self, name, value):
        space = _space(self)
        if name == "__dict__":
            raise AttributeError(f"'{type(self).__name__}' object attribute '__dict__' is read-only")
        if _is_data_descriptor(type(self), name):
            object.__setattr__(self, name, value)
        else:
            space[name] = value

    def __delattr__(self, name):
        space = _space(self)
        if _is_data_descriptor(type(self), name):
            object.__delattr__(self, name)
        elif name in space:
            del space[name]
        else:
            raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")


def _space(owner):
    """The running thread's attributes; `__init__` is called again for each thread that comes."""
    spaces = object.__getattribute__(owner, "_local__spaces")
    me = _katydid.thread()
    if me not in spaces:
        spaces[me] = {}
        args, kwargs = object.__getattribute__(owner, "_local__arguments")
        type(owner).__init__(owner, *args, **kwargs)
    return spaces[me]


def _is_data_descriptor(kind, name):
    return hasattr(type(getattr(kind, name, None)), "__set__")


_katydid.set_message_name(_local, "_thread._local")
