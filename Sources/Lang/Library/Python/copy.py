"""Copies, shallow and deep."""
import _katydid
import copyreg as _copyreg

__all__ = ["Error", "copy", "deepcopy"]


class Error(Exception):
    pass


error = Error
# Values that are their own copies.
_ATOMS = {type(None), int, float, bool, str, bytes, range, type, type(...), type(NotImplemented), property,
          type(len), type(lambda: 0), type(int | str)}


class _Methods:
    def method(self):
        pass


_METHOD = type(_Methods().method)
_REDUCE = type(_Methods().__reduce_ex__)


def copy(x):
    cls = type(x)
    if cls in (list, dict, set, bytearray):
        return x.copy()
    if cls in _ATOMS or cls in (tuple, frozenset, slice) or isinstance(x, type):
        return x
    method = getattr(cls, "__copy__", None)
    if method is not None:
        return method(x)
    return _rebuilt(x, None, "shallow")


def deepcopy(x, memo=None, _nil=[]):
    cls = type(x)
    if cls in _ATOMS:
        return x
    if memo is None:
        memo = {}
    known = memo.get(id(x), _nil)
    if known is not _nil:
        return known
    if cls is list:
        result = memo[id(x)] = []
        for item in x:
            result.append(deepcopy(item, memo))
    elif cls is dict:
        result = memo[id(x)] = {}
        for key, value in x.items():
            result[deepcopy(key, memo)] = deepcopy(value, memo)
    elif cls is slice:
        result = slice(*[deepcopy(part, memo) for part in (x.start, x.stop, x.step)])
    elif cls is tuple:
        result = _deep_tuple(x, memo)
    elif isinstance(x, type):
        return x
    elif cls is _METHOD:
        owner = deepcopy(x.__self__, memo)
        result = x.__func__.__get__(owner, type(owner))
    else:
        method = getattr(x, "__deepcopy__", None)
        result = _rebuilt(x, memo, "deep") if method is None else method(memo)
    if result is not x:
        memo[id(x)] = result
        # Keeps x alive, so that its identity is not given to another object meanwhile.
        memo.setdefault(id(memo), []).append(x)
    return result


def _deep_tuple(x, memo):
    items = [deepcopy(item, memo) for item in x]
    # A tuple that contains itself has been copied by now.
    if id(x) in memo:
        return memo[id(x)]
    for before, after in zip(x, items):
        if before is not after:
            return tuple(items)
    return x


def _rebuilt(x, memo, kind):
    """A copy from the parts that an object is taken into, by its own methods or by the usual ones."""
    cls = type(x)
    reduce = _copyreg.dispatch_table.get(cls)
    if reduce is not None:
        parts = reduce(x)
    else:
        reduce = getattr(x, "__reduce_ex__", None)
        if reduce is None:
            reduce = getattr(x, "__reduce__", None)
            if reduce is None:
                raise Error(f"un({kind})copyable object of type {cls}")
            parts = reduce()
        elif cls.__reduce_ex__ is not object.__reduce_ex__ or type(reduce) is not _REDUCE:
            parts = reduce(4)
        elif cls.__reduce__ is not object.__reduce__:
            parts = x.__reduce__()
        else:
            parts = _parts(x, cls)
    return x if isinstance(parts, str) else _reconstruct(x, memo, *parts)


def _parts(x, cls):
    """What makes an object, its state, and the items that lists and dicts have beside it."""
    make, args = _copyreg.__newobj__, (cls,)
    if isinstance(x, BaseException):
        make, args = cls, x.args
    elif cls.__module__ == "functools" and hasattr(cls, "cache_info"):
        return "itself"
    elif _derives(cls, "functools", "partial"):
        make, args = _partial, (cls, x.func, x.args, x.keywords)
    elif isinstance(x, (set, frozenset)):
        make, args = cls, (list(x),)
    elif isinstance(x, bytearray):
        make, args = cls, (bytes(x),)
    elif _derives(cls, "collections", "deque"):
        make, args = cls, (list(x), x.maxlen)
    elif _derives(cls, "collections", "defaultdict"):
        make, args = cls, (x.default_factory,)
    elif hasattr(cls, "__getnewargs_ex__"):
        make, args = _copyreg.__newobj_ex__, (cls, *x.__getnewargs_ex__())
    elif hasattr(cls, "__getnewargs__"):
        args = (cls, *x.__getnewargs__())
    elif _katydid.bare(x) is None and not isinstance(x, (list, dict)):
        if cls.__module__ == "re":
            return "itself"
        if cls is memoryview:
            raise TypeError("cannot pickle memoryview objects")
        raise TypeError(f"cannot pickle {cls.__name__!r} object")
    items = iter(x) if isinstance(x, list) else None
    pairs = iter(x.items()) if isinstance(x, dict) else None
    return make, args, _state(x, cls), items, pairs


def _derives(cls, module, name):
    """Whether a class is one of the native ones or derives from it; the object isn't asked, as it may answer anything."""
    return any(base.__module__ == module and base.__name__ == name for base in cls.__mro__)


def _partial(cls, func, args, keywords):
    return cls(func, *args, **keywords)


def _state(x, cls):
    """An object's attributes; those in slots are a dict beside them."""
    if getattr(cls, "__getstate__", None) not in (None, object.__getstate__):
        return x.__getstate__()
    return _own_state(x, cls)


def _own_state(x, cls):
    """What `object.__getstate__` gives."""
    attributes, slots = dict(_katydid.attributes(x)), {}
    for base in cls.__mro__:
        names = base.__dict__.get("__slots__", ())
        for name in (names,) if isinstance(names, str) else names:
            if name in ("__dict__", "__weakref__"):
                continue
            if name.startswith("__") and not name.endswith("__"):
                name = f"_{base.__name__.lstrip('_')}{name}"
            try:
                slots[name] = object.__getattribute__(x, name)
            except AttributeError:
                continue
            attributes.pop(name, None)
    return (attributes or None, slots) if slots else attributes or None


def _reconstruct(x, memo, make, args, state=None, items=None, pairs=None, /):
    def inner(value):
        return value if memo is None else deepcopy(value, memo)

    result = make(*[inner(arg) for arg in args]) if args else make()
    if memo is not None:
        memo[id(x)] = result
    if state is not None:
        state = inner(state)
        if hasattr(result, "__setstate__"):
            result.__setstate__(state)
        else:
            attributes, slots = state if isinstance(state, tuple) and len(state) == 2 else (state, None)
            # What the class itself stores is copied as it stands, whatever its __setattr__ says.
            for name, value in (attributes or {}).items():
                if hasattr(type(result), name):
                    result.__dict__[name] = value
                else:
                    object.__setattr__(result, name, value)
            for name, value in (slots or {}).items():
                setattr(result, name, value)
    for item in items or ():
        result.append(inner(item))
    for key, value in pairs or ():
        result[inner(key)] = inner(value)
    return result
