"""Differences: days, seconds and microseconds."""
import math as _math

__name__ = "datetime"


def _shown_name(value):
    cls = value.__class__
    return "datetime." + cls.__name__ if cls.__module__ == "datetime" else cls.__name__


class timedelta:
    __slots__ = ("_days", "_seconds", "_microseconds")

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        if type(days) is int and type(seconds) is int and type(microseconds) is int \
                and type(milliseconds) is int and type(minutes) is int and type(hours) is int and type(weeks) is int:
            total = (((weeks * 7 + days) * 86400 + hours * 3600 + minutes * 60 + seconds) * 1000000
                     + milliseconds * 1000 + microseconds)
        else:
            total, rest = 0, 0.0
            for name, value, factor in (("microseconds", microseconds, 1), ("milliseconds", milliseconds, 1000),
                                        ("seconds", seconds, 1000000), ("minutes", minutes, 60000000),
                                        ("hours", hours, 3600000000), ("days", days, 86400000000),
                                        ("weeks", weeks, 604800000000)):
                if isinstance(value, int):
                    total += value * factor
                elif isinstance(value, float):
                    if not _math.isfinite(value):
                        int(value)
                    fraction, whole = _math.modf(value)
                    total += int(whole) * factor
                    # The whole microseconds of a fraction are exact; what is left is summed and rounded once.
                    part, more = _math.modf(fraction * factor)
                    total += int(more)
                    rest += part
                else:
                    raise TypeError("unsupported type for timedelta %s component: %s" % (name, type(value).__name__))
            total += _round_half_even(total, rest)
        return _delta(cls, total)

    @property
    def days(self):
        return self._days

    @property
    def seconds(self):
        return self._seconds

    @property
    def microseconds(self):
        return self._microseconds

    def _total(self):
        return (self._days * 86400 + self._seconds) * 1000000 + self._microseconds

    def total_seconds(self):
        return self._total() / 1000000

    def __repr__(self):
        parts = []
        if self._days:
            parts.append("days=%d" % self._days)
        if self._seconds:
            parts.append("seconds=%d" % self._seconds)
        if self._microseconds:
            parts.append("microseconds=%d" % self._microseconds)
        return "%s(%s)" % (_shown_name(self), ", ".join(parts) or "0")

    def __str__(self):
        minutes, seconds = divmod(self._seconds, 60)
        hours, minutes = divmod(minutes, 60)
        text = "%d:%02d:%02d" % (hours, minutes, seconds)
        if self._days:
            text = "%d day%s, %s" % (self._days, "" if abs(self._days) == 1 else "s", text)
        if self._microseconds:
            text += ".%06d" % self._microseconds
        return text

    def __add__(self, other):
        return _delta(timedelta, self._total() + other._total()) if isinstance(other, timedelta) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        return _delta(timedelta, self._total() - other._total()) if isinstance(other, timedelta) else NotImplemented

    def __rsub__(self, other):
        return _delta(timedelta, other._total() - self._total()) if isinstance(other, timedelta) else NotImplemented

    def __neg__(self):
        return _delta(timedelta, -self._total())

    def __pos__(self):
        return _delta(timedelta, self._total())

    def __abs__(self):
        return -self if self._days < 0 else +self

    def __mul__(self, other):
        if isinstance(other, int):
            return _delta(timedelta, self._total() * other)
        if isinstance(other, float):
            above, below = other.as_integer_ratio()
            return _delta(timedelta, _divide_nearest(self._total() * above, below))
        return NotImplemented

    __rmul__ = __mul__

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._total() // other._total()
        if isinstance(other, int):
            return _delta(timedelta, self._total() // other)
        return NotImplemented

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._total() / other._total()
        if isinstance(other, int):
            return _delta(timedelta, _divide_nearest(self._total(), other))
        if isinstance(other, float):
            above, below = other.as_integer_ratio()
            return _delta(timedelta, _divide_nearest(below * self._total(), above))
        return NotImplemented

    def __mod__(self, other):
        return _delta(timedelta, self._total() % other._total()) if isinstance(other, timedelta) else NotImplemented

    def __divmod__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        quotient, rest = divmod(self._total(), other._total())
        return quotient, _delta(timedelta, rest)

    def __eq__(self, other):
        return self._total() == other._total() if isinstance(other, timedelta) else NotImplemented

    def __lt__(self, other):
        return self._total() < other._total() if isinstance(other, timedelta) else NotImplemented

    def __le__(self, other):
        return self._total() <= other._total() if isinstance(other, timedelta) else NotImplemented

    def __gt__(self, other):
        return self._total() > other._total() if isinstance(other, timedelta) else NotImplemented

    def __ge__(self, other):
        return self._total() >= other._total() if isinstance(other, timedelta) else NotImplemented

    def __hash__(self):
        return hash((self._days, self._seconds, self._microseconds))

    def __bool__(self):
        return self._total() != 0

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


def _round_half_even(total, rest):
    whole = _math.floor(rest)
    fraction = rest - whole
    if fraction > 0.5 or fraction == 0.5 and (total + whole) % 2:
        whole += 1
    return whole


def _divide_nearest(above, below):
    """The quotient of two ints, rounded half to even."""
    quotient, rest = divmod(above, below)
    twice = rest * 2
    if (twice > below if below > 0 else twice < below) or twice == below and quotient % 2:
        quotient += 1
    return quotient


def _delta(cls, total):
    days, rest = divmod(total, 86400000000)
    if not -2147483648 <= days <= 2147483647:
        raise OverflowError("Python int too large to convert to C int")
    if not -999999999 <= days <= 999999999:
        raise OverflowError("days=%d; must have magnitude <= 999999999" % days)
    self = object.__new__(cls)
    self._days = days
    self._seconds, self._microseconds = divmod(rest, 1000000)
    return self


timedelta.min = timedelta(-999999999)
timedelta.max = timedelta(days=999999999, hours=23, minutes=59, seconds=59, microseconds=999999)
timedelta.resolution = timedelta(microseconds=1)
_DAY = timedelta(days=1)
_ZERO = timedelta(0)
