"""Variables with a value for each context."""
from _katydid import set_message_name as _named, thread as _thread

__all__ = "Context", "ContextVar", "Token", "copy_context"
_GenericAlias = type(list[int])
# The contexts of the threads, which are made when they are first asked for.
_contexts = {}


class _Missing:
    def __repr__(self):
        return "<Token.MISSING>"


_Missing.__name__ = _Missing.__qualname__ = "MISSING"
_Missing.__module__ = "Token"


def _final(name):
    def __init_subclass__(cls, **kwargs):
        raise TypeError(f"type '{name}' is not an acceptable base type")

    return classmethod(__init_subclass__)


class Token:
    """What `set` gives, for `reset`."""

    __slots__ = ("_var", "_old", "_context", "_is_used", "__weakref__")
    MISSING = _Missing()
    __init_subclass__ = _final("_contextvars.Token")

    def __new__(cls, *args, **kwargs):
        raise RuntimeError("Tokens can only be created by ContextVars")

    var = property(lambda self: self._var)
    old_value = property(lambda self: self._old)
    __class_getitem__ = classmethod(_GenericAlias)
    __hash__ = None

    def __repr__(self):
        return f"<Token{' used' if self._is_used else ''} var={self._var!r} at 0x{id(self):x}>"


class ContextVar:
    """A variable with a value for each context."""

    __slots__ = ("_name", "_default", "__weakref__")
    __init_subclass__ = _final("_contextvars.ContextVar")

    def __new__(cls, *args, **kwargs):
        if len(args) != 1:
            count = "at most" if args else "exactly"
            raise TypeError(f"ContextVar() takes {count} 1 positional argument ({len(args)} given)")
        name, default = args[0], kwargs.pop("default", Token.MISSING)
        for other in kwargs:
            raise TypeError(f"'{other}' is an invalid keyword argument for ContextVar()")
        if not isinstance(name, str):
            raise TypeError("context variable name must be a str")
        self = object.__new__(cls)
        object.__setattr__(self, "_name", name)
        object.__setattr__(self, "_default", default)
        return self

    def __reduce__(self):
        raise TypeError("cannot pickle '_contextvars.ContextVar' object")

    def __setattr__(self, name, value):
        if name == "name":
            raise AttributeError("readonly attribute")
        raise AttributeError(f"'_contextvars.ContextVar' object has no attribute '{name}'")

    name = property(lambda self: self._name)
    __class_getitem__ = classmethod(_GenericAlias)

    def get(self, default=Token.MISSING, /):
        values = _current()._values
        if self in values:
            return values[self]
        value = self._default if default is Token.MISSING else default
        if value is Token.MISSING:
            raise LookupError(self)
        return value

    def set(self, value, /):
        context = _current()
        token = object.__new__(Token)
        token._var, token._context, token._is_used = self, context, False
        token._old = context._values.get(self, Token.MISSING)
        context._values[self] = value
        return token

    def reset(self, token, /):
        if not isinstance(token, Token):
            raise TypeError(f"expected an instance of Token, got {token!r}")
        if token._is_used:
            raise RuntimeError(f"{token!r} has already been used once")
        if token._var is not self:
            raise ValueError(f"{token!r} was created by a different ContextVar")
        context = _current()
        if token._context is not context:
            raise ValueError(f"{token!r} was created in a different Context")
        token._is_used = True
        if token._old is Token.MISSING:
            context._values.pop(self, None)
        else:
            context._values[self] = token._old

    def __repr__(self):
        default = "" if self._default is Token.MISSING else f" default={self._default!r}"
        return f"<ContextVar name={self._name!r}{default} at 0x{id(self):x}>"


class Context:
    """The values of variables."""

    __slots__ = ("_values", "_is_entered", "__weakref__")
    __init_subclass__ = _final("_contextvars.Context")
    __hash__ = None

    def __new__(cls, *args, **kwargs):
        if args or kwargs:
            raise TypeError("Context() does not accept any arguments")
        return _make({})

    def run(self, /, *args, **kwargs):
        if not args:
            raise TypeError("run() missing 1 required positional argument")
        if self._is_entered:
            raise RuntimeError(f"cannot enter context: {self!r} is already entered")
        thread = _thread()
        before = _contexts.get(thread)
        _contexts[thread], self._is_entered = self, True
        try:
            return args[0](*args[1:], **kwargs)
        finally:
            self._is_entered = False
            if before is None:
                del _contexts[thread]
            else:
                _contexts[thread] = before

    def copy(self):
        return _make(dict(self._values))

    def __getitem__(self, var):
        return self._values[_checked(var)]

    def __contains__(self, var):
        return _checked(var) in self._values

    def get(self, var, default=None, /):
        return self._values.get(_checked(var), default)

    def __eq__(self, other):
        return self._values == other._values if isinstance(other, Context) else NotImplemented

    def __iter__(self):
        return iter(self._values)

    def __len__(self):
        return len(self._values)

    def keys(self):
        return self._values.keys()

    def values(self):
        return self._values.values()

    def items(self):
        return self._values.items()


def _checked(var):
    if not isinstance(var, ContextVar):
        raise TypeError(f"a ContextVar key was expected, got {var!r}")
    return var


def _make(values):
    self = object.__new__(Context)
    self._values, self._is_entered = values, False
    return self


def _current():
    thread = _thread()
    context = _contexts.get(thread)
    if context is None:
        context = _contexts[thread] = _make({})
    return context


def copy_context():
    return _current().copy()


for _kind in (ContextVar, Context, Token):
    _kind.__module__ = "_contextvars"
    _named(_kind, "_contextvars." + _kind.__name__)
