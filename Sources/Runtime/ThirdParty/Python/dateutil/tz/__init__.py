import datetime as _datetime
import time as _time

from _refusals import refuser as _refuser

_ZERO = _datetime.timedelta(0)


class tzutc(_datetime.tzinfo):
    def utcoffset(self, dt):
        return _ZERO

    def dst(self, dt):
        return _ZERO

    def tzname(self, dt):
        return "UTC"

    def fromutc(self, dt):
        return dt

    def __eq__(self, other):
        return isinstance(other, tzutc) or isinstance(other, tzoffset) and other._offset == _ZERO

    def __hash__(self):
        return hash(_ZERO)

    def __repr__(self):
        return "tzutc()"


class tzoffset(_datetime.tzinfo):
    def __init__(self, name, offset):
        self._name = name
        self._offset = offset if isinstance(offset, _datetime.timedelta) else _datetime.timedelta(seconds=int(offset))

    def utcoffset(self, dt):
        return self._offset

    def dst(self, dt):
        return _ZERO

    def tzname(self, dt):
        return self._name

    def fromutc(self, dt):
        return dt + self._offset

    def __eq__(self, other):
        return isinstance(other, tzoffset) and self._offset == other._offset or (
            isinstance(other, tzutc) and self._offset == _ZERO)

    def __hash__(self):
        return hash(self._offset)

    def __repr__(self):
        seconds = int(self._offset.total_seconds())
        return "tzoffset(%r, %s)" % (self._name, seconds) if self._name is not None else "tzoffset(None, %s)" % seconds


class tzlocal(_datetime.tzinfo):
    """The machine's own zone."""

    @staticmethod
    def _has_summer_time(dt):
        return bool(dt is not None and _time.localtime(dt.replace(tzinfo=None).timestamp()).tm_isdst)

    def _offset(self, dt):
        return dt.replace(tzinfo=None).astimezone().utcoffset()

    def utcoffset(self, dt):
        return None if dt is None else self._offset(dt)

    def dst(self, dt):
        return _datetime.timedelta(seconds=_time.timezone - _time.altzone) if self._has_summer_time(dt) else _ZERO

    def tzname(self, dt):
        return None if dt is None else dt.replace(tzinfo=None).astimezone().tzname()

    def fromutc(self, dt):
        moment = dt.replace(tzinfo=_datetime.timezone.utc).astimezone()
        return dt + moment.utcoffset()

    def __eq__(self, other):
        return isinstance(other, tzlocal)

    def __hash__(self):
        return 0

    def __repr__(self):
        return "tzlocal()"


UTC = tzutc()
_zones = {}


def gettz(name=None):
    """A zone by its name in the database; None when there is none."""
    if not name:
        return tzlocal()
    if name in ("UTC", "GMT"):
        return UTC
    if name not in _zones:
        from zoneinfo import ZoneInfo

        try:
            _zones[name] = ZoneInfo(name)
        except Exception:
            return None
    return _zones[name]


def resolve_imaginary(dt):
    """A moment that clocks passed over, by as much later as they were put forward."""
    if dt.tzinfo is None or datetime_exists(dt):
        return dt
    day = _datetime.timedelta(hours=24)
    return dt + ((dt + day).utcoffset() - (dt - day).utcoffset())


def datetime_ambiguous(dt, tz=None):
    """Whether clocks showed a moment twice."""
    zone = tz or dt.tzinfo
    if zone is None:
        raise ValueError("Datetime is naive and no time zone provided.")
    dt = dt.replace(tzinfo=zone)
    return datetime_exists(dt, zone) and (
        dt.replace(fold=0).utcoffset() != dt.replace(fold=1).utcoffset() or dt.replace(fold=0).dst() != dt.replace(
            fold=1).dst())


def enfold(dt, fold=1):
    return dt.replace(fold=fold)


def datetime_exists(dt, tz=None):
    zone = tz or dt.tzinfo
    if zone is None:
        raise ValueError("Datetime is naive and no time zone provided.")
    plain = dt.replace(tzinfo=None)
    return plain.replace(tzinfo=zone).astimezone(_datetime.timezone.utc).astimezone(zone).replace(tzinfo=None) == plain


__getattr__ = _refuser(__name__)
