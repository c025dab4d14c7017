"""A dict whose order counts: it can be changed, and it tells dicts apart."""
from _katydid import set_message_name as _set_message_name

__name__ = "collections"

_NOTHING = object()
# The dicts whose repr is being made, for those that contain themselves.
_shown = set()


class OrderedDict(dict):
    def move_to_end(self, key, last=True):
        value = dict.__getitem__(self, key)
        if last:
            dict.__delitem__(self, key)
            dict.__setitem__(self, key, value)
        else:
            others = dict(self)
            del others[key]
            dict.clear(self)
            dict.__setitem__(self, key, value)
            dict.update(self, others)

    def pop(self, key, default=_NOTHING):
        if key in self:
            value = self[key]
            del self[key]
            return value
        if default is not _NOTHING:
            return default
        raise KeyError(key)

    def popitem(self, last=True):
        if not self:
            raise KeyError("dictionary is empty")
        key = next(reversed(self)) if last else next(iter(self))
        value = dict.__getitem__(self, key)
        dict.__delitem__(self, key)
        return key, value

    def setdefault(self, key, default=None):
        if key not in self:
            self[key] = default
        return self[key]

    def copy(self):
        return self.__class__(self)

    @classmethod
    def fromkeys(cls, iterable, value=None):
        result = cls()
        for key in iterable:
            result[key] = value
        return result

    def __reduce__(self):
        state = vars(self) if hasattr(self, "__dict__") else None
        return self.__class__, (), state or None, None, iter(self.items())

    def __repr__(self):
        name = self.__class__.__name__
        if not self:
            return f"{name}()"
        if id(self) in _shown:
            return "..."
        _shown.add(id(self))
        try:
            return f"{name}({list(self.items())!r})"
        finally:
            _shown.discard(id(self))

    def __eq__(self, other):
        if isinstance(other, OrderedDict):
            return dict.__eq__(self, other) and list(self) == list(other)
        return dict.__eq__(self, other)

    def __ne__(self, other):
        result = self.__eq__(other)
        return result if result is NotImplemented else not result

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        result = self.__class__(self)
        result.update(other)
        return result

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        result = self.__class__(other)
        result.update(self)
        return result

    def __ior__(self, other):
        self.update(other)
        return self


_set_message_name(OrderedDict, "collections.OrderedDict")
