"""References that keep nothing alive. Objects die at a collection, of which `gc.collect()` makes one."""
from _weakref import ref, getweakrefcount, getweakrefs as _getweakrefs
from _katydid import set_message_name as _named
from collections.abc import MutableMapping as _MutableMapping, MutableSet as _MutableSet
import itertools as _itertools
from weakref._finalize import finalize

__all__ = ["ref", "proxy", "getweakrefcount", "getweakrefs", "WeakKeyDictionary", "ReferenceType", "ProxyType",
           "CallableProxyType", "ProxyTypes", "WeakValueDictionary", "WeakSet", "WeakMethod", "finalize"]
ReferenceType = ref


def getweakrefs(object, /):
    # The plain reference comes first, then the newest.
    return sorted(reversed(_getweakrefs(object)), key=lambda one: type(one) is not ref or one.__callback__ is not None)


class WeakMethod(ref):
    """A reference to a bound method, for as long as its object lives."""

    def __new__(cls, meth, callback=None):
        try:
            obj, func = meth.__self__, meth.__func__
        except AttributeError:
            raise TypeError("argument should be a bound method, not {}".format(type(meth))) from None

        def told(gone):
            if self._alive:
                self._alive = False
                if callback is not None:
                    callback(self)

        self = ref.__new__(cls, obj, told)
        self._func_ref = ref(func, told)
        self._meth_type = type(meth)
        self._alive = True
        return self

    def __call__(self):
        obj, func = super().__call__(), self._func_ref()
        if obj is None or func is None:
            return None
        return self._meth_type(func, obj)

    def __eq__(self, other):
        if isinstance(other, WeakMethod):
            if not self._alive or not other._alive:
                return self is other
            return ref.__eq__(self, other) and self._func_ref == other._func_ref
        return NotImplemented

    def __ne__(self, other):
        result = self.__eq__(other)
        return result if result is NotImplemented else not result

    __hash__ = ref.__hash__


class ProxyType:
    """Acts as the object itself, for as long as that lives."""
    __slots__ = ("_reference", "__weakref__")

    def __init__(self, object, callback=None):
        told = None if callback is None else lambda gone: callback(self)
        _set(self, "_reference", ref(object, told))

    def __getattribute__(self, name):
        return getattr(_target(self), name)

    def __setattr__(self, name, value):
        setattr(_target(self), name, value)

    def __delattr__(self, name):
        delattr(_target(self), name)

    def __repr__(self):
        target = _reference(self)()
        return "<weakproxy at 0x%x to %s at 0x%x>" % (id(self), type(target).__name__, id(target))

    __hash__ = None


_set = object.__setattr__
_reference = ProxyType._reference.__get__


def _target(proxy):
    target = _reference(proxy)()
    if target is None:
        raise ReferenceError("weakly-referenced object no longer exists")
    return target


def _forward(name, operation=None):
    def method(self, *args):
        target = _target(self)
        return operation(target, *args) if operation else getattr(target, name)(*args)

    method.__name__ = name
    return method


def _next(self):
    target = _target(self)
    if not hasattr(type(target), "__next__"):
        raise TypeError("Weakref proxy referenced a non-iterator '%.200s' object" % type(target).__name__)
    return next(target)


def _binary(name, swapped=False):
    import operator
    operation = getattr(operator, name)

    def method(self, other):
        if type(other) in ProxyTypes:
            other = _target(other)
        return operation(other, _target(self)) if swapped else operation(_target(self), other)

    return method


def _define():
    import operator

    for name in ("getitem", "setitem", "delitem", "index", "neg", "pos", "abs", "invert"):
        setattr(ProxyType, f"__{name}__", _forward(f"__{name}__", getattr(operator, name)))
    for function in (str, bytes, len, reversed, int, float):
        name = f"__{function.__name__}__"
        setattr(ProxyType, name, _forward(name, function))
    for name in ("__enter__", "__exit__"):
        setattr(ProxyType, name, _forward(name))
    ProxyType.__next__ = _next
    ProxyType.__bool__ = lambda self: bool(_target(self))
    ProxyType.__contains__ = lambda self, item: item in _target(self)
    ProxyType.__iter__ = lambda self: iter(_target(self))
    for name in ("add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "matmul", "lshift", "rshift"):
        setattr(ProxyType, "__%s__" % name, _binary(name))
        setattr(ProxyType, "__r%s__" % name, _binary(name, True))
        setattr(ProxyType, "__i%s__" % name, _binary("i" + name))
    for name in ("and_", "or_", "xor"):
        plain = name.rstrip("_")
        setattr(ProxyType, "__%s__" % plain, _binary(name))
        setattr(ProxyType, "__r%s__" % plain, _binary(name, True))
        setattr(ProxyType, "__i%s__" % plain, _binary("i" + plain))
    for name in ("eq", "ne", "lt", "le", "gt", "ge"):
        setattr(ProxyType, "__%s__" % name, _binary(name))


class CallableProxyType(ProxyType):
    __slots__ = ()

    def __call__(self, *args, **kwargs):
        return _target(self)(*args, **kwargs)


ProxyTypes = (ProxyType, CallableProxyType)
_define()
ProxyType.__hash__ = None
_named(ProxyType, "weakref.ProxyType")
_named(CallableProxyType, "weakref.CallableProxyType")


# The proxies without callbacks, of which each object has one, by the objects' addresses.
_shared = {}


def proxy(object, callback=None, /):
    kind = CallableProxyType if callable(object) else ProxyType
    if callback is not None:
        return kind(object, callback)
    address = id(object)
    known = _shared.get(address)
    if known is None or _reference(known)() is not object:
        known = _shared[address] = kind(object)
        finalize(object, _shared.pop, address, None).atexit = False
    return known


class KeyedRef(ref):
    """The reference that a dictionary keeps with the key it stands under."""
    __slots__ = ("key",)

    def __new__(type, ob, callback, key):
        self = ref.__new__(type, ob, callback)
        self.key = key
        return self

    def __init__(self, ob, callback, key):
        super().__init__(ob, callback)


class _WeakDictionary(_MutableMapping):
    def __len__(self):
        return sum(1 for _ in self)

    def __repr__(self):
        return "<%s at 0x%x>" % (self.__class__.__name__, id(self))

    def copy(self):
        result = type(self)()
        result.update(self)
        return result

    __copy__ = copy

    def update(self, other=(), /, **kwargs):
        pairs = other if hasattr(other, "items") else dict(() if other is None else other)
        for key, value in pairs.items():
            self[key] = value
        for key, value in kwargs.items():
            self[key] = value

    def __or__(self, other):
        if not hasattr(other, "keys"):
            return NotImplemented
        result = self.copy()
        result.update(other)
        return result

    def __ror__(self, other):
        if not hasattr(other, "keys"):
            return NotImplemented
        result = type(self)()
        result.update(other)
        result.update(self)
        return result

    def __ior__(self, other):
        self.update(other)
        return self


class WeakValueDictionary(_WeakDictionary):
    def __init__(self, other=(), /, **kw):
        self.data = {}
        reference = ref(self)

        def remove(gone):
            own = reference()
            if own is not None and own.data.get(gone.key) is gone:
                del own.data[gone.key]

        self._remove = remove
        self.update(other, **kw)

    def __getitem__(self, key):
        value = self.data[key]()
        if value is None:
            raise KeyError(key)
        return value

    def __setitem__(self, key, value):
        self.data[key] = KeyedRef(value, self._remove, key)

    def __delitem__(self, key):
        del self.data[key]

    def __contains__(self, key):
        reference = self.data.get(key)
        return reference is not None and reference() is not None

    def __iter__(self):
        for key, reference in list(self.data.items()):
            if reference() is not None:
                yield key

    def __deepcopy__(self, memo):
        from copy import deepcopy
        result = type(self)()
        for key, value in self.items():
            result[deepcopy(key, memo)] = value
        return result

    def items(self):
        for key, reference in list(self.data.items()):
            value = reference()
            if value is not None:
                yield key, value

    keys = __iter__

    def values(self):
        for _, value in self.items():
            yield value

    def itervaluerefs(self):
        yield from list(self.data.values())

    def valuerefs(self):
        return list(self.data.values())

    def popitem(self):
        while True:
            key, reference = self.data.popitem()
            value = reference()
            if value is not None:
                return key, value


class WeakKeyDictionary(_WeakDictionary):
    def __init__(self, dict=None):
        self.data = {}
        reference = ref(self)

        def remove(gone):
            own = reference()
            if own is not None:
                own.data.pop(gone, None)

        self._remove = remove
        if dict is not None:
            self.update(dict)

    def __getitem__(self, key):
        return self.data[ref(key)]

    def __setitem__(self, key, value):
        self.data[ref(key, self._remove)] = value

    def __delitem__(self, key):
        del self.data[ref(key)]

    def __contains__(self, key):
        try:
            return ref(key) in self.data
        except TypeError:
            return False

    def __iter__(self):
        for reference in list(self.data):
            key = reference()
            if key is not None:
                yield key

    def __deepcopy__(self, memo):
        from copy import deepcopy
        result = type(self)()
        for key, value in self.items():
            result[key] = deepcopy(value, memo)
        return result

    def items(self):
        for reference, value in list(self.data.items()):
            key = reference()
            if key is not None:
                yield key, value

    keys = __iter__

    def values(self):
        for _, value in self.items():
            yield value

    def keyrefs(self):
        return list(self.data)

    def popitem(self):
        while True:
            reference, value = self.data.popitem()
            key = reference()
            if key is not None:
                return key, value


class WeakSet(_MutableSet):
    __module__ = "_weakrefset"

    def __init__(self, data=None):
        self.data = set()
        reference = ref(self)

        def remove(gone):
            own = reference()
            if own is not None:
                own.data.discard(gone)

        self._remove = remove
        if data is not None:
            self.update(data)

    def __contains__(self, item):
        try:
            return ref(item) in self.data
        except TypeError:
            return False

    def __iter__(self):
        for reference in list(self.data):
            item = reference()
            if item is not None:
                yield item

    def __len__(self):
        return sum(1 for _ in self)

    def __eq__(self, other):
        return self.data == set(map(ref, other)) if isinstance(other, self.__class__) else NotImplemented

    __hash__ = None

    def add(self, item):
        self.data.add(ref(item, self._remove))

    def discard(self, item):
        self.data.discard(ref(item))

    def remove(self, item):
        self.data.remove(ref(item))

    def clear(self):
        self.data.clear()

    def copy(self):
        return type(self)(self)

    def pop(self):
        while True:
            try:
                item = self.data.pop()()
            except KeyError:
                raise KeyError("pop from empty WeakSet") from None
            if item is not None:
                return item

    def update(self, other):
        for item in other:
            self.add(item)

    def union(self, other):
        return type(self)(_itertools.chain(self, other))

    def difference(self, other):
        result = self.copy()
        result.difference_update(other)
        return result

    def difference_update(self, other):
        for item in list(other):
            self.discard(item)

    def intersection(self, other):
        return type(self)(item for item in other if item in self)

    def intersection_update(self, other):
        self &= type(self)(other)

    def symmetric_difference(self, other):
        return self ^ type(self)(other)

    def symmetric_difference_update(self, other):
        self ^= type(self)(other)

    def issubset(self, other):
        return all(item in other for item in self)

    def issuperset(self, other):
        return all(item in self for item in other)

    def __repr__(self):
        return repr(self.data)
