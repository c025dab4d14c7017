"""The variables of the environment. Changes are seen by the program alone: it starts no others."""
from collections.abc import MutableMapping as _MutableMapping

__name__ = "os"


def _checked(value, kind=str):
    if not isinstance(value, kind):
        raise TypeError("%s expected, not %s" % (kind.__name__, type(value).__name__))
    return value


def check_name(name, value):
    """What the system takes for a variable."""
    if "\0" in name or "\0" in value:
        raise ValueError("embedded null byte")
    if "=" in name:
        raise ValueError("illegal environment variable name")
    if not name:
        raise OSError(22, "Invalid argument")


class _Environ(_MutableMapping):
    """Texts by names, or with `kind` bytes by bytes. Both kinds show the same variables."""

    def __init__(self, data, kind=str):
        self._data, self._kind = data, kind

    def _in(self, value):
        value = _checked(value, self._kind)
        return value if self._kind is str else value.decode("utf-8", "surrogateescape")

    def _out(self, value):
        return value if self._kind is str else value.encode("utf-8", "surrogateescape")

    def __getitem__(self, key):
        found = self._data.get(self._in(key))
        if found is None:
            raise KeyError(key) from None
        return self._out(found)

    def __setitem__(self, key, value):
        name, value = self._in(key), self._in(value)
        check_name(name, value)
        self._data[name] = value

    def __delitem__(self, key):
        name = self._in(key)
        if name not in self._data:
            raise KeyError(key) from None
        del self._data[name]

    def __iter__(self):
        for name in list(self._data):
            yield self._out(name)

    def __len__(self):
        return len(self._data)

    def __repr__(self):
        return "environ({%s})" % ", ".join(["%r: %r" % (self._out(name), self._out(value))
                                            for name, value in self._data.items()])

    def copy(self):
        return dict(self)

    def setdefault(self, key, value):
        if key not in self:
            self[key] = value
        return self[key]

    def __ior__(self, other):
        self.update(other)
        return self

    def __or__(self, other):
        if not isinstance(other, _MutableMapping) and not isinstance(other, dict):
            return NotImplemented
        return {**self, **other}

    def __ror__(self, other):
        if not isinstance(other, _MutableMapping) and not isinstance(other, dict):
            return NotImplemented
        return {**other, **self}
