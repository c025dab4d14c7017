"""pytz's interface to the zones of the system's database."""
import datetime as _datetime
from zoneinfo import ZoneInfo as _ZoneInfo, available_timezones as _available

from _refusals import refuser as _refuser

_ZERO = _datetime.timedelta(0)


class UnknownTimeZoneError(KeyError):
    pass


class InvalidTimeError(Exception):
    pass


class AmbiguousTimeError(InvalidTimeError):
    pass


class NonExistentTimeError(InvalidTimeError):
    pass


class _UTC(_datetime.tzinfo):
    zone = "UTC"

    def utcoffset(self, dt):
        return _ZERO

    def dst(self, dt):
        return _ZERO

    def tzname(self, dt):
        return "UTC"

    def fromutc(self, dt):
        return self.localize(dt) if dt.tzinfo is None else dt

    def localize(self, dt, is_dst=False):
        if dt.tzinfo is not None:
            raise ValueError("Not naive datetime (tzinfo is already set)")
        return dt.replace(tzinfo=self)

    def normalize(self, dt, is_dst=False):
        if dt.tzinfo is None:
            raise ValueError("Naive time - no tzinfo set")
        return dt if dt.tzinfo is self else dt.astimezone(self)

    def __repr__(self):
        return "<UTC>"

    def __str__(self):
        return "UTC"


utc = UTC = _UTC()


class _Zone(_datetime.tzinfo):
    """A zone. As with pytz, what it localizes has a fixed offset, which `normalize` brings up to date. Given to a
    datetime as it is, it works as it should, where pytz's would use the zone's first offset ever."""

    def __init__(self, name, info, fixed=None):
        self.zone = name
        self._info = info
        self._fixed = fixed
        self._variants = {}

    def _at(self, dt):
        """The zone with the offset that it has at a time, given with `fold`."""
        dt = dt.replace(tzinfo=self._info)
        fixed = (dt.utcoffset(), dt.dst(), dt.tzname())
        if fixed not in self._variants:
            made = _Zone(self.zone, self._info, fixed)
            made._variants = self._variants
            self._variants[fixed] = made
        return self._variants[fixed]

    def _reading(self, dt, place):
        if dt is None:
            return None if place < 2 else self.zone
        return self._fixed[place] if self._fixed else self._at(dt)._fixed[place]

    def utcoffset(self, dt):
        return self._reading(dt, 0)

    def dst(self, dt):
        return self._reading(dt, 1)

    def tzname(self, dt):
        return self._reading(dt, 2)

    def fromutc(self, dt):
        local = self._info.fromutc(dt.replace(tzinfo=self._info))
        return local.replace(tzinfo=self._at(local), fold=0)

    def localize(self, dt, is_dst=False):
        if dt.tzinfo is not None:
            raise ValueError("Not naive datetime (tzinfo is already set)")
        first, second = self._at(dt.replace(fold=0)), self._at(dt.replace(fold=1))
        if first is second:
            return dt.replace(tzinfo=first)
        is_gap = first._fixed[0] < second._fixed[0]
        if is_dst is None:
            raise (NonExistentTimeError if is_gap else AmbiguousTimeError)(dt)
        return dt.replace(tzinfo=first if bool(is_dst) == bool(first._fixed[1]) else second)

    def normalize(self, dt):
        if dt.tzinfo is None:
            raise ValueError("Naive time - no tzinfo set")
        return dt.astimezone(_datetime.timezone.utc).astimezone(self)

    def __repr__(self):
        if self._fixed is None:
            return "<DstTzInfo %r>" % self.zone
        offset, summer, name = self._fixed
        return "<DstTzInfo %r %s%s %s>" % (
            self.zone, name, ("+" if offset >= _ZERO else "") + str(offset), "DST" if summer else "STD")

    def __str__(self):
        return self.zone

    def __eq__(self, other):
        return isinstance(other, _Zone) and other.zone == self.zone and other._fixed == self._fixed

    def __hash__(self):
        return hash(self.zone)


_zones = {}


def timezone(zone):
    if zone is None:
        raise UnknownTimeZoneError(None)
    if not isinstance(zone, str):
        raise UnknownTimeZoneError(zone)
    if zone.upper() == "UTC":
        return utc
    if zone not in _zones:
        try:
            _zones[zone] = _Zone(zone, _ZoneInfo(zone))
        except Exception:
            # Names may be written in any case.
            lowered = zone.lower()
            for name in all_timezones:
                if name.lower() == lowered and name != zone:
                    return timezone(name)
            raise UnknownTimeZoneError(zone) from None
    return _zones[zone]


class _Fixed(_datetime.tzinfo):
    zone = None

    def __init__(self, minutes):
        self._minutes = minutes
        self._offset = _datetime.timedelta(minutes=minutes)

    def utcoffset(self, dt):
        return self._offset

    def dst(self, dt):
        return _ZERO

    def tzname(self, dt):
        return None

    localize = _UTC.localize
    normalize = _UTC.normalize

    def fromutc(self, dt):
        return (dt + self._offset).replace(tzinfo=self)

    def __repr__(self):
        return "pytz.FixedOffset(%d)" % self._minutes


def FixedOffset(offset):
    if offset == 0:
        return utc
    if abs(offset) >= 1440:
        raise ValueError("absolute offset is too large", offset)
    return _Fixed(offset)


class _Names(list):
    """The names of the database, looked up when they are first asked for."""

    def __init__(self):
        list.__init__(self)
        self._is_filled = False

    def _fill(self):
        if not self._is_filled:
            self._is_filled = True
            self.extend(sorted(_available()))

    def __iter__(self):
        self._fill()
        return list.__iter__(self)

    def __len__(self):
        self._fill()
        return list.__len__(self)

    def __contains__(self, name):
        self._fill()
        return list.__contains__(self, name)

    def __getitem__(self, key):
        self._fill()
        return list.__getitem__(self, key)


all_timezones = _Names()
common_timezones = all_timezones


class _NameSet:
    """The names as a set."""

    def __contains__(self, name):
        return name in all_timezones

    def __iter__(self):
        return iter(all_timezones)

    def __len__(self):
        return len(all_timezones)


all_timezones_set = common_timezones_set = _NameSet()
__getattr__ = _refuser(__name__)
