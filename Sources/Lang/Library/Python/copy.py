import _katydid


class Error(Exception):
    pass


error = Error


def _is_plain(x):
    return x is None or isinstance(x, (int, float, str, bytes, bool, range, frozenset, type)) or callable(x)


def _blank(x):
    """An object of the same class without attributes."""
    return x.__class__.__new__(x.__class__)


def copy(x):
    own = getattr(x.__class__, "__copy__", None)
    if own is not None:
        return own(x)
    if isinstance(x, tuple):
        return x
    for kind in (list, dict, set, bytearray):
        if type(x) is kind:
            return kind(x)
    if _is_plain(x):
        return x
    result = _blank(x)
    if isinstance(x, list):
        result.extend(x)
    elif isinstance(x, (dict, set)):
        result.update(x)
    for name, value in getattr(x, "__dict__", {}).items():
        setattr(result, name, value)
    return result


def deepcopy(x, memo=None):
    if memo is None:
        memo = {}
    known = memo.get(id(x))
    if known is not None:
        return known
    own = getattr(x.__class__, "__deepcopy__", None)
    if own is not None:
        result = own(x, memo)
    elif type(x) is list:
        result = []
        memo[id(x)] = result
        for item in x:
            result.append(deepcopy(item, memo))
    elif type(x) is dict:
        result = {}
        memo[id(x)] = result
        for key, value in x.items():
            result[deepcopy(key, memo)] = deepcopy(value, memo)
    elif type(x) is tuple:
        items = [deepcopy(item, memo) for item in x]
        # A tuple of the very same items is the same tuple.
        result = x if all(a is b for a, b in zip(items, x)) else tuple(items)
    elif type(x) is set:
        result = {deepcopy(item, memo) for item in x}
    elif type(x) is bytearray:
        result = bytearray(x)
    elif _is_plain(x):
        return x
    else:
        result = _blank(x)
        memo[id(x)] = result
        if isinstance(x, list):
            result.extend(deepcopy(item, memo) for item in x)
        elif isinstance(x, dict):
            for key, value in x.items():
                result[deepcopy(key, memo)] = deepcopy(value, memo)
        for name, value in getattr(x, "__dict__", {}).items():
            setattr(result, name, deepcopy(value, memo))
    memo[id(x)] = result
    # What was copied must live as long as its number stands in the memo.
    memo.setdefault("kept", []).append(x)
    return result
