"""Time zones, and what formats say of them."""
import time as _time
from operator import index as _index
from datetime._delta import _DAY, _shown_name, _ZERO, timedelta

__name__ = "datetime"

# Set when there is the class.
datetime = None


def _check_zone(tz):
    if tz is not None and not isinstance(tz, tzinfo):
        raise TypeError("tzinfo argument must be None or of a tzinfo subclass, not type '%s'" % type(tz).__name__)


def _check_name(name):
    if name is not None and not isinstance(name, str):
        raise TypeError("tzinfo.tzname() must return None or a string, not '%s'" % type(name).__name__)
    return name


_LEAST_STAMP, _MOST_STAMP = -2 ** 63, 2 ** 63


def _stamp(t):
    """A timestamp as an int or a float; refuses what no clock can show."""
    if not isinstance(t, (int, float)):
        t = _index(t)
    if not _LEAST_STAMP <= t < _MOST_STAMP:
        if t != t:
            raise ValueError("Invalid value NaN (not a number)")
        raise OverflowError("timestamp out of range for platform time_t")
    return t


def _shown_type(value):
    """How messages of argument clinic name a value's type."""
    return "None" if value is None else type(value).__name__


def _check_offset(name, offset):
    if offset is None:
        return None
    if not isinstance(offset, timedelta):
        raise TypeError("tzinfo.%s() must return None or a timedelta, not '%s'" % (name, type(offset).__name__))
    if not -_DAY < offset < _DAY:
        raise ValueError("offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24).")
    return offset


def _offset_text(delta, separator=":"):
    if delta is None:
        return ""
    sign = "+"
    if delta.days < 0:
        sign, delta = "-", -delta
    hours, rest = divmod(delta.seconds, 3600)
    minutes, seconds = divmod(rest, 60)
    text = "%s%02d%s%02d" % (sign, hours, separator, minutes)
    if seconds or delta.microseconds:
        text += "%s%02d" % (separator, seconds)
        if delta.microseconds:
            text += ".%06d" % delta.microseconds
    return text


def _strftime(value, format, fields):
    if not isinstance(format, str):
        raise TypeError("strftime() argument 1 must be str, not " + _shown_type(format))
    if "%f" in format or "%z" in format or "%Z" in format or "%:" in format:
        out, at = [], 0
        while at < len(format):
            character = format[at]
            at += 1
            if character != "%" or at == len(format):
                out.append(character)
                continue
            letter = format[at]
            at += 1
            if letter == "f":
                out.append("%06d" % getattr(value, "microsecond", 0))
            elif letter == "z":
                out.append(_offset_text(value.utcoffset(), "") if hasattr(value, "utcoffset") else "")
            elif letter == "Z":
                name = value.tzname() if hasattr(value, "tzname") else None
                out.append("" if name is None else name.replace("%", "%%"))
            else:
                out.append("%" + letter)
        format = "".join(out)
    return _time.strftime(format, fields)


class tzinfo:
    __slots__ = ()

    def utcoffset(self, dt, /):
        raise NotImplementedError("a tzinfo subclass must implement utcoffset()")

    def dst(self, dt, /):
        raise NotImplementedError("a tzinfo subclass must implement dst()")

    def tzname(self, dt, /):
        raise NotImplementedError("a tzinfo subclass must implement tzname()")

    def fromutc(self, dt, /):
        if not isinstance(dt, datetime):
            raise TypeError("fromutc: argument must be a datetime")
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        offset = dt.utcoffset()
        if offset is None:
            raise ValueError("fromutc: non-None utcoffset() result required")
        saving = dt.dst()
        if saving is None:
            raise ValueError("fromutc: non-None dst() result required")
        delta = offset - saving
        if delta:
            dt += delta
            saving = dt.dst()
            if saving is None:
                raise ValueError("fromutc: tz.dst() gave inconsistent results; cannot convert")
        return dt + saving


class timezone(tzinfo):
    __slots__ = ("_offset", "_name")

    def __new__(cls, offset, name=_ZERO):
        if not isinstance(offset, timedelta):
            raise TypeError("timezone() argument 1 must be datetime.timedelta, not " + _shown_type(offset))
        if name is _ZERO:
            # No name was given.
            name = None
            if not offset and hasattr(cls, "utc"):
                return cls.utc
        elif not isinstance(name, str):
            raise TypeError("timezone() argument 2 must be str, not " + _shown_type(name))
        if not -_DAY < offset < _DAY:
            raise ValueError("offset must be a timedelta strictly between -timedelta(hours=24) and "
                             "timedelta(hours=24), not %r." % offset)
        self = object.__new__(cls)
        self._offset = offset
        self._name = name
        return self

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __repr__(self):
        if self is self.utc:
            return "datetime.timezone.utc"
        name = _shown_name(self)
        if self._name is None:
            return "%s(%r)" % (name, self._offset)
        return "%s(%r, %r)" % (name, self._offset, self._name)

    def __str__(self):
        return self.tzname(None)

    def _check(self, name, dt):
        if dt is not None and not isinstance(dt, datetime):
            raise TypeError("%s(dt) argument must be a datetime instance or None, not %s" % (name, type(dt).__name__))

    def utcoffset(self, dt, /):
        self._check("utcoffset", dt)
        return self._offset

    def tzname(self, dt, /):
        self._check("tzname", dt)
        if self._name is not None:
            return self._name
        return "UTC" + _offset_text(self._offset) if self._offset else "UTC"

    def dst(self, dt, /):
        self._check("dst", dt)
        return None

    def fromutc(self, dt, /):
        if not isinstance(dt, datetime):
            raise TypeError("fromutc: argument must be a datetime")
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        return dt + self._offset

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


timezone.utc = timezone(_ZERO)
timezone.min = timezone(-timedelta(hours=23, minutes=59))
timezone.max = timezone(timedelta(hours=23, minutes=59))
UTC = timezone.utc
