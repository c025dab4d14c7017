"""A date with a time of day."""
import _katydid
import math as _math
from datetime import _dates, _zones
from datetime._calendar import (
    _check_date, _check_time, _DAY_NAMES, _from_ordinal, _int, _KEPT, _MAX_ORDINAL, _MONTH_NAMES, _ordinal)
from datetime._dates import _struct, _time_text, date, time
from datetime._delta import _delta, _shown_name, timedelta
from datetime._zones import (
    _check_name, _check_offset, _check_zone, _offset_text, _shown_type, _stamp, timezone, tzinfo)

__name__ = "datetime"

_time_class = time
_date_class = date


def _split_stamp(t):
    """The whole seconds and the microseconds of a timestamp, rounded half to even."""
    if isinstance(t, int):
        return t, 0
    fraction, whole = _math.modf(t)
    micros = round(fraction * 1e6)
    whole = int(whole)
    if micros >= 1000000:
        return whole + 1, micros - 1000000
    if micros < 0:
        return whole - 1, micros + 1000000
    return whole, micros


class datetime(date):
    __slots__ = ("_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold")

    def __new__(cls, year, month, day, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        year, month, day = _int(year), _int(month), _int(day)
        hour, minute, second, microsecond, fold = _int(hour), _int(minute), _int(second), _int(microsecond), _int(fold)
        _check_date(year, month, day)
        _check_time(hour, minute, second, microsecond, fold)
        _check_zone(tzinfo)
        self = object.__new__(cls)
        self._year, self._month, self._day = year, month, day
        self._hour, self._minute, self._second, self._microsecond = hour, minute, second, microsecond
        self._tzinfo = tzinfo
        self._fold = fold
        return self

    hour = property(lambda self: self._hour)
    minute = property(lambda self: self._minute)
    second = property(lambda self: self._second)
    microsecond = property(lambda self: self._microsecond)
    tzinfo = property(lambda self: self._tzinfo)
    fold = property(lambda self: self._fold)

    @classmethod
    def _from_stamp(cls, t, utc, tz):
        seconds, micros = _split_stamp(_stamp(t))
        if not -62135596800 <= seconds <= 253402300799:
            raise ValueError("year %d is out of range" % (1970 + seconds // 31556952))
        year, month, day, hour, minute, second, fold = _katydid.date_fields(seconds, utc)
        result = object.__new__(cls) if cls is datetime else cls(year, month, day, hour, minute, second, micros, tz)
        result._year, result._month, result._day, result._hour, result._minute = year, month, day, hour, minute
        result._second, result._microsecond, result._tzinfo, result._fold = second, micros, tz, fold
        return result

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        _check_zone(tz)
        result = cls._from_stamp(timestamp, tz is not None, tz)
        return result if tz is None else tz.fromutc(result)

    @classmethod
    def utcfromtimestamp(cls, timestamp, /):
        return cls._from_stamp(timestamp, True, None)

    @classmethod
    def now(cls, tz=None):
        return cls._now(tz)

    @classmethod
    def _now(cls, tz):
        _check_zone(tz)
        nanoseconds = _katydid.clock()
        seconds, micros = nanoseconds // 1000000000, nanoseconds % 1000000000 // 1000
        result = cls._from_stamp(seconds, tz is not None, tz)
        result._microsecond = micros
        return result if tz is None else tz.fromutc(result)

    @classmethod
    def today(cls):
        return cls._now(None)

    @classmethod
    def utcnow(cls):
        result = cls._now(timezone.utc)
        result._tzinfo = None
        return result

    @classmethod
    def combine(cls, date, time, tzinfo=_KEPT):
        if not isinstance(date, _date_class):
            raise TypeError("combine() argument 1 must be datetime.date, not " + _shown_type(date))
        if not isinstance(time, _time_class):
            raise TypeError("combine() argument 2 must be datetime.time, not " + _shown_type(time))
        result = cls(date._year, date._month, date._day, time._hour, time._minute, time._second, time._microsecond,
                     time._tzinfo if tzinfo is _KEPT else tzinfo)
        if cls is datetime:
            result._fold = time._fold
        return result

    @classmethod
    def fromisoformat(cls, date_string, /):
        from datetime._iso import read_datetime
        return cls(*read_datetime(date_string))

    @classmethod
    def strptime(cls, date_string, format, /):
        import _strptime
        return _strptime.read_datetime(cls, date_string, format)

    def timetuple(self):
        saving = self.dst()
        return _struct(self, self._hour, self._minute, self._second, -1 if saving is None else 1 if saving else 0)

    def utctimetuple(self):
        offset = self.utcoffset()
        value = self - offset if offset else self
        return _struct(value, value._hour, value._minute, value._second, 0)

    def _seconds(self):
        """The seconds since 1970 of the fields, whatever the zone."""
        return ((_ordinal(self._year, self._month, self._day) - 719163) * 86400
                + self._hour * 3600 + self._minute * 60 + self._second)

    def _local_stamp(self):
        wanted = self._seconds()
        offset = _katydid.local_zone(wanted)[0]
        first = wanted - offset
        # A day off is looked at for a change of the clocks.
        beside = first + (86400 if self._fold else -86400)
        beside += _katydid.local_zone(beside)[0]
        if not -62135596800 <= beside <= 253402300799:
            raise ValueError("year %d is out of range" % (0 if beside < 0 else 10000))
        around = [wanted - _katydid.local_zone(first + shift)[0] for shift in (-86400, 86400)]
        fits = sorted({guess for guess in [first] + around if guess + _katydid.local_zone(guess)[0] == wanted})
        if fits:
            return fits[-1] if self._fold else fits[0]
        return min(around) if self._fold else max(around)

    def timestamp(self):
        if self._tzinfo is None:
            return self._local_stamp() + self._microsecond / 1000000
        return (self - _EPOCH).total_seconds()

    def date(self):
        return _date_class(self._year, self._month, self._day)

    def time(self):
        return _time_class(self._hour, self._minute, self._second, self._microsecond, fold=self._fold)

    def timetz(self):
        return _time_class(self._hour, self._minute, self._second, self._microsecond, self._tzinfo, fold=self._fold)

    def replace(self, year=_KEPT, month=_KEPT, day=_KEPT, hour=_KEPT, minute=_KEPT, second=_KEPT, microsecond=_KEPT,
                tzinfo=_KEPT, *, fold=_KEPT):
        return datetime.__new__(type(self), self._year if year is _KEPT else year,
                                self._month if month is _KEPT else month, self._day if day is _KEPT else day,
                                self._hour if hour is _KEPT else hour, self._minute if minute is _KEPT else minute,
                                self._second if second is _KEPT else second,
                                self._microsecond if microsecond is _KEPT else microsecond,
                                self._tzinfo if tzinfo is _KEPT else tzinfo,
                                fold=self._fold if fold is _KEPT else fold)

    def _local_zone(self):
        stamp = self._local_stamp() if self._tzinfo is None else (self - _EPOCH) // timedelta(seconds=1)
        offset, name = _katydid.local_zone(stamp)
        return timezone(timedelta(seconds=offset), name)

    def astimezone(self, tz=None):
        if tz is None:
            tz = self._local_zone()
        elif not isinstance(tz, tzinfo):
            _check_zone(tz)
        mine = self._tzinfo
        offset = None
        if mine is not None:
            if mine is tz:
                return self
            offset = self.utcoffset()
        if offset is None:
            mine = self._local_zone()
            offset = mine.utcoffset(self)
        utc = (self - offset).replace(tzinfo=tz)
        return tz.fromutc(utc)

    def ctime(self):
        return "%s %s %2d %02d:%02d:%02d %04d" % (_DAY_NAMES[self.weekday()], _MONTH_NAMES[self._month - 1],
                                                  self._day, self._hour, self._minute, self._second, self._year)

    def isoformat(self, sep="T", timespec="auto"):
        if not isinstance(sep, str) or len(sep) != 1:
            raise TypeError("isoformat() argument 1 must be a unicode character, not " + _shown_type(sep))
        text = "%04d-%02d-%02d%s" % (self._year, self._month, self._day, sep)
        text += _time_text(self._hour, self._minute, self._second, self._microsecond, timespec, 2)
        return text + _offset_text(self.utcoffset())

    def __repr__(self):
        parts = [self._year, self._month, self._day, self._hour, self._minute, self._second, self._microsecond]
        if parts[-1] == 0:
            del parts[-1]
            if parts[-1] == 0:
                del parts[-1]
        text = ", ".join(map(str, parts))
        if self._fold:
            text += ", fold=1"
        if self._tzinfo is not None:
            text += ", tzinfo=%r" % self._tzinfo
        return "%s(%s)" % (_shown_name(self), text)

    def __str__(self):
        return self.isoformat(sep=" ")

    def utcoffset(self):
        return None if self._tzinfo is None else _check_offset("utcoffset", self._tzinfo.utcoffset(self))

    def tzname(self):
        if self._tzinfo is None:
            return None
        return _check_name(self._tzinfo.tzname(self))

    def dst(self):
        return None if self._tzinfo is None else _check_offset("dst", self._tzinfo.dst(self))

    def _micros(self):
        return self._seconds() * 1000000 + self._microsecond

    def _compare(self, other, equality=False):
        if self._tzinfo is other._tzinfo:
            a, b = self._micros(), other._micros()
            return (a > b) - (a < b)
        mine, theirs = self.utcoffset(), other.utcoffset()
        if (mine is None) != (theirs is None):
            if equality:
                return 2
            raise TypeError("can't compare offset-naive and offset-aware datetimes")
        if equality and mine is not None:
            # A time that does not exist once only equals nothing in another zone.
            if mine != self.replace(fold=not self._fold).utcoffset():
                return 2
            if theirs != other.replace(fold=not other._fold).utcoffset():
                return 2
        a = self._micros() - (mine._total() if mine is not None else 0)
        b = other._micros() - (theirs._total() if theirs is not None else 0)
        return (a > b) - (a < b)

    def _refuse(self, other):
        if not isinstance(other, date):
            return NotImplemented
        raise TypeError("can't compare datetime.datetime to datetime.date")

    def __eq__(self, other):
        if isinstance(other, datetime):
            return self._compare(other, True) == 0
        return False if isinstance(other, date) else NotImplemented

    def __lt__(self, other):
        return self._compare(other) < 0 if isinstance(other, datetime) else self._refuse(other)

    def __le__(self, other):
        return self._compare(other) <= 0 if isinstance(other, datetime) else self._refuse(other)

    def __gt__(self, other):
        return self._compare(other) > 0 if isinstance(other, datetime) else self._refuse(other)

    def __ge__(self, other):
        return self._compare(other) >= 0 if isinstance(other, datetime) else self._refuse(other)

    def __hash__(self):
        offset = (self.replace(fold=0) if self._fold else self).utcoffset()
        return hash(self._micros() - (offset._total() if offset is not None else 0))

    def _moved(self, micros):
        total = self._micros() + micros
        days, rest = divmod(total, 86400000000)
        days += 719163
        if not 0 < days <= _MAX_ORDINAL:
            raise OverflowError("date value out of range")
        year, month, day = _from_ordinal(days)
        seconds, microsecond = divmod(rest, 1000000)
        minutes, second = divmod(seconds, 60)
        hour, minute = divmod(minutes, 60)
        if type(self) is not datetime:
            # A class derived from this one may do more in its constructor.
            return type(self)(year, month, day, hour, minute, second, microsecond, self._tzinfo)
        result = object.__new__(datetime)
        result._year, result._month, result._day, result._hour, result._minute = year, month, day, hour, minute
        result._second, result._microsecond, result._tzinfo, result._fold = second, microsecond, self._tzinfo, 0
        return result

    def __add__(self, other):
        return self._moved(other._total()) if isinstance(other, timedelta) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self._moved(-other._total())
        if not isinstance(other, datetime):
            return NotImplemented
        difference = self._micros() - other._micros()
        if self._tzinfo is not other._tzinfo:
            mine, theirs = self.utcoffset(), other.utcoffset()
            if mine != theirs:
                if mine is None or theirs is None:
                    raise TypeError("can't subtract offset-naive and offset-aware datetimes")
                difference += theirs._total() - mine._total()
        return _delta(timedelta, difference)


datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)
_EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
_dates.datetime = _zones.datetime = datetime
