"""Variables with a value for each context."""


class Token:
    MISSING = type("MISSING", (), {"__repr__": lambda self: "<Token.MISSING>"})()

    def __init__(self, var, old):
        self.var = var
        self.old_value = old


class ContextVar:
    def __init__(self, name, **kwargs):
        self.name = name
        self._default = kwargs

    def get(self, *default):
        values = _current()._values
        if self in values:
            return values[self]
        if default:
            return default[0]
        if "default" in self._default:
            return self._default["default"]
        raise LookupError(self)

    def set(self, value):
        values = _current()._values
        token = Token(self, values.get(self, Token.MISSING))
        values[self] = value
        return token

    def reset(self, token):
        if token.var is not self:
            raise ValueError("%r was created by a different ContextVar" % token)
        if token.old_value is Token.MISSING:
            _current()._values.pop(self, None)
        else:
            _current()._values[self] = token.old_value


class Context:
    def __init__(self):
        self._values = {}

    def run(self, callable, *args, **kwargs):
        thread = _thread()
        before = _contexts.get(thread)
        if before is self:
            raise RuntimeError("cannot enter context: %r is already entered" % self)
        _contexts[thread] = self
        try:
            return callable(*args, **kwargs)
        finally:
            if before is None:
                del _contexts[thread]
            else:
                _contexts[thread] = before

    def copy(self):
        result = Context()
        result._values = dict(self._values)
        return result

    def __getitem__(self, var):
        return self._values[var]

    def __contains__(self, var):
        return var in self._values

    def get(self, var, default=None):
        return self._values.get(var, default)

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


from _katydid import thread as _thread

_contexts = {}


def _current():
    thread = _thread()
    if thread not in _contexts:
        _contexts[thread] = Context()
    return _contexts[thread]


def copy_context():
    return _current().copy()
