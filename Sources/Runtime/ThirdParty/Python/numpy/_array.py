"""Arrays of one dimension: enough for what random numbers and response times need."""
import math


def _plain(value):
    return value.tolist() if isinstance(value, ndarray) else value


class _Kind:
    """What `dtype` says: the name of the items' type."""

    def __init__(self, name, cast):
        self.name = name
        self.cast = cast

    def __repr__(self):
        return "dtype(%r)" % self.name

    def __str__(self):
        return self.name

    def __eq__(self, other):
        return self.name == getattr(other, "name", other) or other is self.cast

    def __hash__(self):
        return hash(self.name)


FLOAT = _Kind("float64", float)
INT = _Kind("int64", int)
BOOL = _Kind("bool", bool)
OBJECT = _Kind("object", lambda value: value)
TEXT = _Kind("str", str)


def kind_of(dtype):
    if dtype is None or isinstance(dtype, _Kind):
        return dtype
    known = {
        float: FLOAT, int: INT, bool: BOOL, str: TEXT, object: OBJECT, "float": FLOAT, "float64": FLOAT, "float32": FLOAT,
        "int": INT, "int64": INT, "int32": INT, "bool": BOOL, "str": TEXT, "object": OBJECT,
    }
    if dtype in known:
        return known[dtype]
    raise TypeError("Katydid's numpy has no data type %r: there are float64, int64, bool, str and object" % (dtype,))


def _guess(items):
    if all(isinstance(item, bool) for item in items) and items:
        return BOOL
    if all(isinstance(item, int) for item in items) and items:
        return INT
    if all(isinstance(item, (int, float)) for item in items):
        return FLOAT
    if all(isinstance(item, str) for item in items):
        return TEXT
    return OBJECT


class ndarray:
    """An array of one dimension; its items are Python's own numbers."""

    ndim = 1

    def __init__(self, items, dtype=None):
        items = list(items)
        if any(isinstance(item, (list, tuple, ndarray)) for item in items):
            raise NotImplementedError("Katydid's numpy has arrays of one dimension only")
        self.dtype = kind_of(dtype) or _guess(items)
        cast = self.dtype.cast
        self._items = [item if type(item) is cast else cast(item) for item in items]

    @property
    def size(self):
        return len(self._items)

    @property
    def shape(self):
        return (len(self._items),)

    @property
    def T(self):
        return self

    def __len__(self):
        return len(self._items)

    def __iter__(self):
        return iter(self._items)

    def __contains__(self, item):
        return item in self._items

    def __getitem__(self, key):
        if isinstance(key, slice):
            return ndarray(self._items[key], self.dtype)
        if isinstance(key, (ndarray, list)):
            keys = list(key)
            if keys and all(isinstance(item, bool) for item in keys):
                return ndarray([item for item, use in zip(self._items, keys) if use], self.dtype)
            return ndarray([self._items[item] for item in keys], self.dtype)
        try:
            return self._items[key]
        except IndexError:
            raise IndexError(
                "index %d is out of bounds for axis 0 with size %d" % (key, len(self._items))) from None

    def __setitem__(self, key, value):
        if isinstance(key, slice):
            count = len(self._items[key])
            values = list(value) if hasattr(value, "__iter__") else [value] * count
            if len(values) != count:
                raise ValueError(
                    "could not broadcast input array from shape (%d,) into shape (%d,)" % (len(values), count))
            self._items[key] = [self.dtype.cast(item) for item in values]
        else:
            self._items[key] = self.dtype.cast(value)

    def __repr__(self):
        if self.dtype.name in ("float64", "int64", "bool"):
            return "array([%s])" % ", ".join(self._texts())
        return "array(%r, dtype=%s)" % (self._items, self.dtype.name)

    def __str__(self):
        return "[%s]" % " ".join(self._texts())

    def _texts(self):
        if self.dtype == FLOAT:
            return float_texts(self._items)
        texts = [repr(item) if self.dtype != OBJECT else str(item) for item in self._items]
        width = max(map(len, texts), default=0)
        return [text.rjust(width) for text in texts]

    def _with(self, other, function):
        if isinstance(other, (ndarray, list, tuple)):
            items = list(other)
            if len(items) != len(self._items) and len(items) != 1 and len(self._items) != 1:
                raise ValueError(
                    "operands could not be broadcast together with shapes (%d,) (%d,) " % (len(self._items), len(items)))
            mine = self._items * len(items) if len(self._items) == 1 else self._items
            items = items * len(mine) if len(items) == 1 else items
            return ndarray([function(a, b) for a, b in zip(mine, items)])
        if not isinstance(other, (int, float, str)):
            return NotImplemented
        return ndarray([function(item, other) for item in self._items])

    def __add__(self, other):
        return self._with(other, lambda a, b: a + b)

    def __radd__(self, other):
        return self._with(other, lambda a, b: b + a)

    def __sub__(self, other):
        return self._with(other, lambda a, b: a - b)

    def __rsub__(self, other):
        return self._with(other, lambda a, b: b - a)

    def __mul__(self, other):
        return self._with(other, lambda a, b: a * b)

    __rmul__ = __mul__

    def __truediv__(self, other):
        return self._with(other, _divide)

    def __rtruediv__(self, other):
        return self._with(other, lambda a, b: _divide(b, a))

    def __floordiv__(self, other):
        return self._with(other, lambda a, b: a // b)

    def __mod__(self, other):
        return self._with(other, lambda a, b: a % b)

    def __pow__(self, other):
        return self._with(other, lambda a, b: a ** b)

    def __neg__(self):
        return ndarray([-item for item in self._items])

    def __abs__(self):
        return ndarray([abs(item) for item in self._items])

    def __eq__(self, other):
        return self._with(other, lambda a, b: a == b)

    def __ne__(self, other):
        return self._with(other, lambda a, b: a != b)

    def __lt__(self, other):
        return self._with(other, lambda a, b: a < b)

    def __le__(self, other):
        return self._with(other, lambda a, b: a <= b)

    def __gt__(self, other):
        return self._with(other, lambda a, b: a > b)

    def __ge__(self, other):
        return self._with(other, lambda a, b: a >= b)

    __hash__ = None

    def __bool__(self):
        if len(self._items) == 1:
            return bool(self._items[0])
        raise ValueError(
            "The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()")

    def tolist(self):
        return list(self._items)

    def copy(self):
        return ndarray(self._items, self.dtype)

    def astype(self, dtype):
        return ndarray(self._items, dtype)

    def item(self, index=0):
        return self._items[index]

    def flatten(self):
        return self.copy()

    ravel = flatten

    def sum(self, axis=None):
        return total(self._items)

    def mean(self, axis=None):
        return total(self._items) / len(self._items) if self._items else math.nan

    def var(self, axis=None, ddof=0):
        mean = self.mean()
        return total([(item - mean) ** 2 for item in self._items]) / (len(self._items) - ddof)

    def std(self, axis=None, ddof=0):
        return math.sqrt(self.var(ddof=ddof))

    def min(self, axis=None):
        if not self._items:
            raise ValueError("zero-size array to reduction operation minimum which has no identity")
        return min(self._items)

    def max(self, axis=None):
        if not self._items:
            raise ValueError("zero-size array to reduction operation maximum which has no identity")
        return max(self._items)

    def argmin(self, axis=None):
        return self._items.index(min(self._items))

    def argmax(self, axis=None):
        return self._items.index(max(self._items))

    def any(self, axis=None):
        return any(self._items)

    def all(self, axis=None):
        return all(self._items)

    def cumsum(self, axis=None):
        out = []
        total = 0
        for item in self._items:
            total += item
            out.append(total)
        return ndarray(out)

    def prod(self, axis=None):
        return math.prod(self._items)

    def round(self, decimals=0):
        return ndarray([round(item, decimals) for item in self._items], self.dtype)

    def clip(self, low=None, high=None):
        out = [item if low is None or item >= low else low for item in self._items]
        return ndarray([item if high is None or item <= high else high for item in out])

    def sort(self, axis=-1):
        self._items.sort()


def _divide(a, b):
    if b == 0:
        if a == 0 or a != a:
            return math.nan
        return math.copysign(math.inf, a) * math.copysign(1.0, b)
    return a / b


def total(items):
    """The sum in numpy's order: by halves, so that its last digit is the same."""
    if not items or not any(isinstance(item, float) for item in items):
        return sum(items)
    return _pairwise(items, 0, len(items))


def _pairwise(items, start, count):
    if count < 8:
        result = -0.0 if count else 0.0
        for index in range(start, start + count):
            result += items[index]
        return result
    if count <= 128:
        sums = [items[start + place] for place in range(8)]
        full = count - count % 8
        for index in range(8, full, 8):
            for place in range(8):
                sums[place] += items[start + index + place]
        result = ((sums[0] + sums[1]) + (sums[2] + sums[3])) + ((sums[4] + sums[5]) + (sums[6] + sums[7]))
        for index in range(start + full, start + count):
            result += items[index]
        return result
    half = count // 2
    half -= half % 8
    return _pairwise(items, start, half) + _pairwise(items, start + half, count - half)


def float_texts(items):
    """Floats in equal width, with as few digits, at most eight, as tell them apart."""
    finite = [abs(item) for item in items if item == item and abs(item) != math.inf]
    nonzero = [item for item in finite if item]
    scientific = bool(nonzero) and (
        max(nonzero) >= 1e8 or min(nonzero) < 1e-4 or max(nonzero) / min(nonzero) > 1000)
    texts = []
    if scientific:
        parts = []
        for item in items:
            if item != item or abs(item) == math.inf:
                parts.append((repr(item), None))
                continue
            number = "%.8e" % item
            digits, exponent = number.split("e")
            digits = digits.rstrip("0")
            parts.append((digits, "e%s%02d" % (exponent[0], int(exponent[1:]))))
        places = max((len(digits.split(".")[1]) for digits, exponent in parts if exponent), default=0)
        for digits, exponent in parts:
            if exponent:
                digits += "0" * (places - len(digits.split(".")[1]))
                if not places:
                    digits = digits.rstrip(".") + "."
                texts.append(digits + exponent)
            else:
                texts.append(digits)
    else:
        parts = []
        for item in items:
            if item != item or abs(item) == math.inf:
                parts.append(repr(item))
                continue
            text = ("%.8f" % item).rstrip("0")
            parts.append(text)
        places = max((len(text.split(".")[1]) for text in parts if "." in text), default=0)
        for text in parts:
            if "." in text:
                whole, fraction = text.split(".")
                text = whole + "." + fraction.ljust(places)
            texts.append(text)
    width = max(map(len, texts), default=0)
    return [text.rjust(width) for text in texts]
