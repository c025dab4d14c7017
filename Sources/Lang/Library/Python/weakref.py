"""References. Objects live as long as the collector finds them; these keep theirs alive."""
from collections.abc import MutableMapping as _MutableMapping, MutableSet as _MutableSet


class ReferenceType:
    def __init__(self, object, callback=None, /):
        if isinstance(object, (int, str, float, tuple, bytes, list, dict, type(None))) and type(object) in (
                int, str, float, tuple, bytes, list, dict, bool, type(None)):
            raise TypeError("cannot create weak reference to '%s' object" % type(object).__name__)
        self._object = object
        self.__callback__ = callback

    def __call__(self):
        return self._object

    def __eq__(self, other):
        return self._object == other._object if isinstance(other, ReferenceType) else NotImplemented

    def __hash__(self):
        return hash(self._object)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __repr__(self):
        return "<weakref at 0x%x; to '%s' at 0x%x>" % (id(self), type(self._object).__name__, id(self._object))


ref = ReferenceType


class WeakMethod(ReferenceType):
    def __init__(self, meth, callback=None):
        if not hasattr(meth, "__self__"):
            raise TypeError("argument should be a bound method, not %s" % type(meth))
        self._object = meth
        self.__callback__ = callback


class ProxyType:
    def __init__(self, object):
        self.__dict__["_object"] = object

    def __getattr__(self, name):
        return getattr(self._object, name)

    def __setattr__(self, name, value):
        setattr(self._object, name, value)

    def __call__(self, *args, **kwargs):
        return self._object(*args, **kwargs)

    def __repr__(self):
        return repr(self._object)

    def __str__(self):
        return str(self._object)

    def __bool__(self):
        return bool(self._object)

    def __len__(self):
        return len(self._object)

    def __getitem__(self, key):
        return self._object[key]


CallableProxyType = ProxyType
ProxyTypes = (ProxyType,)


def proxy(object, callback=None, /):
    return ProxyType(object)


def getweakrefcount(object, /):
    return 0


def getweakrefs(object, /):
    return []


class WeakValueDictionary(_MutableMapping):
    def __init__(self, other=(), /, **kw):
        self.data = dict(other, **kw)

    def __getitem__(self, key):
        return self.data[key]

    def __setitem__(self, key, value):
        self.data[key] = value

    def __delitem__(self, key):
        del self.data[key]

    def __iter__(self):
        return iter(self.data)

    def __len__(self):
        return len(self.data)

    def copy(self):
        return self.__class__(self.data)

    __copy__ = copy

    def __deepcopy__(self, memo):
        from copy import deepcopy

        # What is only referred to is not copied.
        return self.__class__({deepcopy(key, memo): value for key, value in self.data.items()})

    def __repr__(self):
        return "<%s at 0x%x>" % (self.__class__.__name__, id(self))


class WeakKeyDictionary(WeakValueDictionary):
    def __deepcopy__(self, memo):
        from copy import deepcopy

        return self.__class__({key: deepcopy(value, memo) for key, value in self.data.items()})


class WeakSet(_MutableSet):
    def __init__(self, data=None):
        self.data = set(data or ())

    def __contains__(self, item):
        return item in self.data

    def __iter__(self):
        return iter(list(self.data))

    def __len__(self):
        return len(self.data)

    def add(self, item):
        self.data.add(item)

    def discard(self, item):
        self.data.discard(item)

    def update(self, other):
        self.data.update(other)

    def copy(self):
        return self.__class__(self.data)

    __copy__ = copy

    def union(self, other):
        return self.__class__(self.data.union(other))

    def difference(self, other):
        return self.__class__(self.data.difference(other))

    def intersection(self, other):
        return self.__class__(self.data.intersection(other))

    def symmetric_difference(self, other):
        return self.__class__(self.data.symmetric_difference(other))

    def difference_update(self, other):
        self.data.difference_update(list(other))

    def intersection_update(self, other):
        self.data.intersection_update(other)

    def symmetric_difference_update(self, other):
        self.data.symmetric_difference_update(list(other))

    def issubset(self, other):
        return self.data.issubset(other)

    def issuperset(self, other):
        return self.data.issuperset(other)

    def __repr__(self):
        return repr(self.data)


class finalize:
    def __init__(self, obj, func, /, *args, **kwargs):
        self._call = (func, args, kwargs)
        self.atexit = True

    def __call__(self, _=None):
        call, self._call = self._call, None
        if call is not None:
            return call[0](*call[1], **call[2])

    def detach(self):
        call, self._call = self._call, None
        return call

    def peek(self):
        return self._call

    @property
    def alive(self):
        return self._call is not None
