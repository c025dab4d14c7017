"""What load tests use of numpy: its legacy random numbers, and arrays of one dimension with the usual statistics."""
import math as _math

from _refusals import refuser as _refuser
from numpy import random
from numpy._array import BOOL as bool_, FLOAT as float64, INT as int64, ndarray
from numpy._array import total as _total

# Below, numpy has functions of these names.
_max, _round = max, round
pi = _math.pi
e = _math.e
inf = _math.inf
nan = _math.nan
float32 = float64
int32 = int64
__version__ = "2.0.0"


def array(items, dtype=None):
    if not hasattr(items, "__iter__"):
        raise NotImplementedError("Katydid's numpy has arrays of one dimension only")
    return ndarray(items, dtype)


asarray = array


def arange(start, stop=None, step=1, dtype=None):
    if stop is None:
        start, stop = 0, start
    count = _max(0, _math.ceil((stop - start) / step))
    return ndarray([start + step * place for place in range(count)], dtype or (None if count else int64))


def linspace(start, stop, num=50, endpoint=True):
    if num < 0:
        raise ValueError("Number of samples, %d, must be non-negative." % num)
    parts = num - 1 if endpoint else num
    step = (stop - start) / parts if parts > 0 else 0.0
    items = [place * step + start for place in range(num)]
    if endpoint and num > 1:
        items[-1] = stop
    return ndarray(items, float64)


def _filled(shape, value, dtype):
    if isinstance(shape, (tuple, list)):
        if len(shape) != 1:
            raise NotImplementedError("Katydid's numpy has arrays of one dimension only")
        shape = shape[0]
    return ndarray([value] * shape, dtype)


def zeros(shape, dtype=float64):
    return _filled(shape, 0, dtype)


def ones(shape, dtype=float64):
    return _filled(shape, 1, dtype)


def full(shape, fill_value, dtype=None):
    return _filled(shape, fill_value, dtype)


def _items(a):
    return list(a) if hasattr(a, "__iter__") else [a]


def sum(a, axis=None):
    return _total(_items(a))


def mean(a, axis=None):
    return ndarray(_items(a)).mean()


def average(a, axis=None, weights=None):
    if weights is None:
        return mean(a)
    products = [item * weight for item, weight in zip(_items(a), _items(weights))]
    return _total(products) / _total(_items(weights))


def std(a, axis=None, ddof=0):
    return ndarray(_items(a)).std(ddof=ddof)


def var(a, axis=None, ddof=0):
    return ndarray(_items(a)).var(ddof=ddof)


def amin(a, axis=None):
    return ndarray(_items(a)).min()


def amax(a, axis=None):
    return ndarray(_items(a)).max()


min = amin
max = amax


def argmax(a, axis=None):
    return ndarray(_items(a)).argmax()


def argmin(a, axis=None):
    return ndarray(_items(a)).argmin()


def median(a, axis=None):
    items = sorted(_items(a))
    if not items:
        return nan
    middle = len(items) // 2
    if len(items) % 2:
        return float(items[middle])
    return mean([items[middle - 1], items[middle]])


def quantile(a, q, axis=None, method="linear"):
    if method != "linear":
        raise NotImplementedError("Katydid's numpy interpolates quantiles linearly only")
    items = sorted(_items(a))

    def one(share):
        if not 0 <= share <= 1:
            raise ValueError("Quantiles must be in the range [0, 1]")
        if not items:
            return nan
        place = share * (len(items) - 1)
        low = _math.floor(place)
        high = low + 1 if low + 1 < len(items) else low
        part = place - low
        difference = items[high] - items[low]
        if part >= 0.5:
            return float(items[high] - difference * (1 - part))
        return float(items[low] + difference * part)

    return ndarray([one(share) for share in q], float64) if hasattr(q, "__iter__") else one(q)


def percentile(a, q, axis=None, method="linear"):
    for share in q if hasattr(q, "__iter__") else (q,):
        if not 0 <= share <= 100:
            raise ValueError("Percentiles must be in the range [0, 100]")
    return quantile(a, [share / 100 for share in q] if hasattr(q, "__iter__") else q / 100, axis, method)


def cumsum(a, axis=None):
    return ndarray(_items(a)).cumsum()


def diff(a):
    items = _items(a)
    return ndarray([after - before for before, after in zip(items, items[1:])])


def sort(a, axis=-1):
    return ndarray(sorted(_items(a)))


def unique(a):
    return ndarray(sorted(set(_items(a))))


def concatenate(arrays, axis=0):
    return ndarray([item for part in arrays for item in part])


def append(arr, values):
    return ndarray(_items(arr) + _items(values))


def clip(a, a_min, a_max):
    return ndarray(_items(a)).clip(a_min, a_max) if hasattr(a, "__iter__") else (
        a_min if a_min is not None and a < a_min else a_max if a_max is not None and a > a_max else a)


def around(a, decimals=0):
    return ndarray(_items(a)).round(decimals) if hasattr(a, "__iter__") else round_(a, decimals)


def round_(a, decimals=0):
    return float(_round(a, decimals))


round = around


def _each(function):
    def apply(x):
        return ndarray([function(item) for item in x]) if hasattr(x, "__iter__") else function(x)

    return apply


sqrt = _each(lambda x: _math.sqrt(x) if x >= 0 else nan)
exp = _each(_math.exp)
log = _each(lambda x: _math.log(x) if x > 0 else (-inf if x == 0 else nan))
log10 = _each(lambda x: _math.log10(x) if x > 0 else (-inf if x == 0 else nan))
log2 = _each(lambda x: _math.log2(x) if x > 0 else (-inf if x == 0 else nan))
sin = _each(_math.sin)
cos = _each(_math.cos)
tan = _each(_math.tan)
floor = _each(lambda x: float(_math.floor(x)))
ceil = _each(lambda x: float(_math.ceil(x)))
abs = absolute = _each(lambda x: x if x >= 0 else -x)
isnan = _each(lambda x: x != x)
isinf = _each(_math.isinf)
isfinite = _each(_math.isfinite)

__getattr__ = _refuser(__name__, "there are arrays of one dimension, their statistics, and numpy.random's legacy names")
