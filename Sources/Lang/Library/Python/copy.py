"""Copies, shallow and deep."""
import _katydid


class Error(Exception):
    pass


error = Error
_ATOMS = (type(None), int, float, bool, str, bytes, range, type, type(Ellipsis), type(NotImplemented), slice,
          type(len), type(lambda: 0))


def copy(x):
    cls = type(x)
    if cls in _ATOMS or isinstance(x, type) or cls in (tuple, frozenset):
        return x
    if cls in (list, dict, set, bytearray):
        return x.copy()
    method = getattr(cls, "__copy__", None)
    if method is not None:
        return method(x)
    return _reconstruct(x, None)


def deepcopy(x, memo=None, _nil=[]):
    if memo is None:
        memo = {}
    cls = type(x)
    if cls in _ATOMS or isinstance(x, type):
        return x
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
    elif cls is tuple:
        items = [deepcopy(item, memo) for item in x]
        if id(x) in memo:
            return memo[id(x)]
        result = x if all(a is b for a, b in zip(items, x)) else tuple(items)
        memo[id(x)] = result
    elif cls in (set, frozenset):
        result = memo[id(x)] = cls([deepcopy(item, memo) for item in x])
    elif cls is bytearray:
        result = memo[id(x)] = x.copy()
    else:
        method = getattr(cls, "__deepcopy__", None)
        result = method(x, memo) if method is not None else _reconstruct(x, memo)
        memo[id(x)] = result
    # Keeps x alive, so that its identity is not given to another object meanwhile.
    memo.setdefault(id(memo), []).append(x)
    return result


def _reconstruct(x, memo):
    cls = type(x)

    def inner(value):
        return value if memo is None else deepcopy(value, memo)

    if cls.__reduce_ex__ is not object.__reduce_ex__ if hasattr(cls, "__reduce_ex__") else False:
        parts = x.__reduce_ex__(4)
        return parts[0](*[inner(part) for part in parts[1]])
    if hasattr(cls, "__getnewargs__"):
        result = cls.__new__(cls, *[inner(part) for part in x.__getnewargs__()])
    elif isinstance(x, (int, float, str, bytes, tuple, frozenset)):
        for kind in (int, float, str, bytes, tuple, frozenset):
            if isinstance(x, kind):
                value = kind(x)
                result = kind.__new__(cls, inner(value) if kind in (tuple, frozenset) else value)
                break
    else:
        result = _katydid.bare(x)
        if result is None:
            try:
                result = cls.__new__(cls)
            except TypeError:
                raise TypeError("cannot pickle %r object" % cls.__name__) from None
    if memo is not None:
        memo[id(x)] = result
    if hasattr(cls, "__setstate__") and hasattr(cls, "__getstate__"):
        result.__setstate__(inner(x.__getstate__()))
    else:
        # What the class itself stores is copied as it stands, whatever its __setattr__ says.
        for name, value in _katydid.attributes(x).items():
            object.__setattr__(result, name, inner(value))
    if isinstance(x, BaseException):
        result.args = inner(x.args)
    if isinstance(x, list):
        for item in list.__iter__(x) if hasattr(list, "__iter__") else x:
            list.append(result, inner(item))
    elif isinstance(x, dict):
        for key, value in dict.items(x):
            dict.__setitem__(result, inner(key), inner(value))
    elif isinstance(x, set):
        for item in x:
            set.add(result, inner(item))
    return result
