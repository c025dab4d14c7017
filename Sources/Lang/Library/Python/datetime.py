"""Dates, times, differences and time zones, in the proleptic Gregorian calendar."""
import _katydid
import math as _math
import time as _time

MINYEAR = 1
MAXYEAR = 9999
_MAX_ORDINAL = 3652059
_MONTH_NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAY_NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_DAYS_BEFORE = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_DAYS_IN = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _shown_name(value):
    cls = value.__class__
    return "datetime." + cls.__name__ if cls.__module__ == "datetime" else cls.__name__


def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _days_in_month(year, month):
    return 29 if month == 2 and _is_leap(year) else _DAYS_IN[month]


def _ordinal(year, month, day):
    before = year - 1
    return (before * 365 + before // 4 - before // 100 + before // 400
            + _DAYS_BEFORE[month] + (month > 2 and _is_leap(year)) + day)


def _from_ordinal(number):
    """The year, month and day of an ordinal, by cycles of 400, 100, 4 and 1 years."""
    number -= 1
    centuries4, number = divmod(number, 146097)
    centuries, number = divmod(number, 36524)
    fours, number = divmod(number, 1461)
    years, number = divmod(number, 365)
    year = centuries4 * 400 + centuries * 100 + fours * 4 + years + 1
    if years == 4 or centuries == 4:
        return year - 1, 12, 31
    leap = _is_leap(year)
    month = (number + 50) >> 5
    before = _DAYS_BEFORE[month] + (month > 2 and leap)
    if before > number:
        month -= 1
        before = _DAYS_BEFORE[month] + (month > 2 and leap)
    return year, month, number - before + 1


def _index(value):
    if isinstance(value, int):
        return value
    if isinstance(value, float):
        raise TypeError("'float' object cannot be interpreted as an integer")
    method = getattr(type(value), "__index__", None)
    if method is None:
        raise TypeError("'%s' object cannot be interpreted as an integer" % type(value).__name__)
    return method(value)


def _check_date(year, month, day):
    year, month, day = _index(year), _index(month), _index(day)
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError("year %d is out of range" % year)
    if not 1 <= month <= 12:
        raise ValueError("month must be in 1..12")
    if not 1 <= day <= _days_in_month(year, month):
        raise ValueError("day is out of range for month")
    return year, month, day


def _check_time(hour, minute, second, microsecond, fold):
    hour, minute, second, microsecond = _index(hour), _index(minute), _index(second), _index(microsecond)
    if not 0 <= hour <= 23:
        raise ValueError("hour must be in 0..23")
    if not 0 <= minute <= 59:
        raise ValueError("minute must be in 0..59")
    if not 0 <= second <= 59:
        raise ValueError("second must be in 0..59")
    if not 0 <= microsecond <= 999999:
        raise ValueError("microsecond must be in 0..999999")
    if fold not in (0, 1):
        raise ValueError("fold must be either 0 or 1")
    return hour, minute, second, microsecond


def _check_zone(tz):
    if tz is not None and not isinstance(tz, tzinfo):
        raise TypeError("tzinfo argument must be None or of a tzinfo subclass, not type '%s'" % type(tz).__name__)


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


def _time_text(hour, minute, second, microsecond, timespec):
    if timespec == "auto":
        timespec = "microseconds" if microsecond else "seconds"
    if timespec == "hours":
        return "%02d" % hour
    if timespec == "minutes":
        return "%02d:%02d" % (hour, minute)
    if timespec == "seconds":
        return "%02d:%02d:%02d" % (hour, minute, second)
    if timespec == "milliseconds":
        return "%02d:%02d:%02d.%03d" % (hour, minute, second, microsecond // 1000)
    if timespec == "microseconds":
        return "%02d:%02d:%02d.%06d" % (hour, minute, second, microsecond)
    raise ValueError("Unknown timespec value")


def _check_offset(name, offset):
    if offset is None:
        return None
    if not isinstance(offset, timedelta):
        raise TypeError("tzinfo.%s() must return None or a timedelta, not '%s'" % (name, type(offset).__name__))
    if not -_DAY < offset < _DAY:
        raise ValueError("offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24).")
    return offset


def _strftime(value, format, fields):
    if not isinstance(format, str):
        raise TypeError("strftime() argument 1 must be str, not %s" % type(format).__name__)
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
        return -self if self._days < 0 else self

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


class tzinfo:
    def utcoffset(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement utcoffset()")

    def dst(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement dst()")

    def tzname(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement tzname()")

    def fromutc(self, dt):
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
    def __new__(cls, offset, name=None):
        if not isinstance(offset, timedelta):
            raise TypeError("timezone() argument 1 must be datetime.timedelta, not %s" % type(offset).__name__)
        if name is None:
            if not offset and hasattr(cls, "utc"):
                return cls.utc
        elif not isinstance(name, str):
            raise TypeError("timezone() argument 2 must be str, not %s" % type(name).__name__)
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

    def utcoffset(self, dt):
        self._check("utcoffset", dt)
        return self._offset

    def tzname(self, dt):
        self._check("tzname", dt)
        if self._name is not None:
            return self._name
        return "UTC" + _offset_text(self._offset) if self._offset else "UTC"

    def dst(self, dt):
        self._check("dst", dt)
        return None

    def fromutc(self, dt):
        if not isinstance(dt, datetime):
            raise TypeError("fromutc: argument must be a datetime instance, not %s" % type(dt).__name__)
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


class IsoCalendarDate(tuple):
    year = property(lambda self: self[0])
    week = property(lambda self: self[1])
    weekday = property(lambda self: self[2])

    def __repr__(self):
        return "datetime.IsoCalendarDate(year=%d, week=%d, weekday=%d)" % self


def _iso_week_one(year):
    first = _ordinal(year, 1, 1)
    weekday = (first + 6) % 7
    monday = first - weekday
    return monday + 7 if weekday > 3 else monday


def _from_iso_week(year, week, day):
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError("Year is out of range: %d" % year)
    weeks = (_iso_week_one(year + 1) - _iso_week_one(year)) // 7 if year < MAXYEAR else 52
    if not 1 <= week <= weeks:
        raise ValueError("Invalid week: %d" % week)
    if not 1 <= day <= 7:
        raise ValueError("Invalid day: %d (range is [1, 7])" % day)
    return _from_ordinal(_iso_week_one(year) + (week - 1) * 7 + day - 1)


def _digits(text):
    if not text or not text.isascii() or not text.isdigit():
        raise ValueError
    return int(text)


def _parse_date(text):
    """Year, month and day of an ISO date: with or without hyphens, with a week, too."""
    year = _digits(text[:4])
    has_hyphen = text[4:5] == "-"
    at = 5 if has_hyphen else 4
    if text[at:at + 1] == "W":
        week = _digits(text[at + 1:at + 3])
        if len(text[at + 1:at + 3]) != 2:
            raise ValueError
        rest = text[at + 3:]
        if not rest:
            day = 1
        else:
            if (rest[0] == "-") != has_hyphen:
                raise ValueError
            rest = rest[1:] if has_hyphen else rest
            if len(rest) != 1:
                raise ValueError
            day = _digits(rest)
        return _from_iso_week(year, week, day)
    rest = text[at:]
    if has_hyphen:
        if len(rest) != 5 or rest[2] != "-":
            raise ValueError
        return year, _digits(rest[:2]), _digits(rest[3:])
    if len(rest) != 4:
        raise ValueError
    return year, _digits(rest[:2]), _digits(rest[2:])


def _parse_clock(text):
    """Hour, minute, second and microsecond of an ISO time without zone."""
    main, dot, fraction = text, "", ""
    for at, character in enumerate(text):
        if character in ".,":
            main, dot, fraction = text[:at], character, text[at + 1:]
            break
    parts = main.split(":") if ":" in main else [main[at:at + 2] for at in range(0, len(main), 2)]
    if not 1 <= len(parts) <= 3 or any(len(part) != 2 for part in parts) or dot and len(parts) != 3:
        raise ValueError
    numbers = [_digits(part) for part in parts] + [0] * (3 - len(parts))
    microsecond = 0
    if dot:
        _digits(fraction)
        microsecond = int((fraction + "000000")[:6])
    return numbers[0], numbers[1], numbers[2], microsecond


def _parse_time(text):
    if not text:
        raise ValueError
    zone, body = None, text
    for at, character in enumerate(text):
        if character in "+-Z":
            body = text[:at]
            if character == "Z":
                if at + 1 != len(text):
                    raise ValueError
                zone = timezone.utc
            else:
                hour, minute, second, microsecond = _parse_clock(text[at + 1:])
                delta = timedelta(hours=hour, minutes=minute, seconds=second, microseconds=microsecond)
                zone = timezone.utc if not delta else timezone(-delta if character == "-" else delta)
            break
    return (*_parse_clock(body), zone)


class date:
    __slots__ = ("_year", "_month", "_day")

    def __new__(cls, year, month=None, day=None):
        if month is None:
            raise TypeError("function missing required argument 'month' (pos 2)")
        if day is None:
            raise TypeError("function missing required argument 'day' (pos 3)")
        self = object.__new__(cls)
        self._year, self._month, self._day = _check_date(year, month, day)
        return self

    @property
    def year(self):
        return self._year

    @property
    def month(self):
        return self._month

    @property
    def day(self):
        return self._day

    @classmethod
    def fromtimestamp(cls, t):
        fields = _time.localtime(t)
        return cls(fields[0], fields[1], fields[2])

    @classmethod
    def today(cls):
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromordinal(cls, n):
        if n < 1:
            raise ValueError("ordinal must be >= 1")
        if n > _MAX_ORDINAL:
            raise ValueError("year %d is out of range" % _from_ordinal(n)[0])
        return cls(*_from_ordinal(n))

    @classmethod
    def fromisoformat(cls, date_string):
        if not isinstance(date_string, str):
            raise TypeError("fromisoformat: argument must be str")
        try:
            if len(date_string) not in (7, 8, 10):
                raise ValueError
            parts = _parse_date(date_string)
        except ValueError as error:
            if error.args:
                raise
            raise ValueError("Invalid isoformat string: %r" % date_string) from None
        return cls(*parts)

    @classmethod
    def fromisocalendar(cls, year, week, day):
        return cls(*_from_iso_week(year, week, day))

    def __repr__(self):
        return "%s(%d, %d, %d)" % (_shown_name(self), self._year, self._month, self._day)

    def ctime(self):
        return "%s %s %2d 00:00:00 %04d" % (_DAY_NAMES[self.weekday()], _MONTH_NAMES[self._month - 1], self._day,
                                            self._year)

    def strftime(self, format):
        return _strftime(self, format, self.timetuple())

    def __format__(self, format_spec):
        if not isinstance(format_spec, str):
            raise TypeError("must be str, not %s" % type(format_spec).__name__)
        return self.strftime(format_spec) if format_spec else str(self)

    def isoformat(self):
        return "%04d-%02d-%02d" % (self._year, self._month, self._day)

    def __str__(self):
        return self.isoformat()

    def timetuple(self):
        return _struct(self, 0, 0, 0, -1)

    def toordinal(self):
        return _ordinal(self._year, self._month, self._day)

    def replace(self, year=None, month=None, day=None):
        return type(self)(self._year if year is None else year, self._month if month is None else month,
                          self._day if day is None else day)

    def weekday(self):
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        return self.toordinal() % 7 or 7

    def isocalendar(self):
        year = self._year
        today = _ordinal(self._year, self._month, self._day)
        week, day = divmod(today - _iso_week_one(year), 7)
        if week < 0:
            year -= 1
            week, day = divmod(today - _iso_week_one(year), 7)
        elif week >= 52 and today >= _iso_week_one(year + 1):
            year += 1
            week = 0
        return IsoCalendarDate((year, week + 1, day + 1))

    def _key(self):
        return self._year, self._month, self._day

    def __eq__(self, other):
        if isinstance(other, date) and not isinstance(other, datetime):
            return self._key() == other._key()
        return NotImplemented

    def __lt__(self, other):
        if isinstance(other, date) and not isinstance(other, datetime):
            return self._key() < other._key()
        return NotImplemented

    def __le__(self, other):
        if isinstance(other, date) and not isinstance(other, datetime):
            return self._key() <= other._key()
        return NotImplemented

    def __gt__(self, other):
        if isinstance(other, date) and not isinstance(other, datetime):
            return self._key() > other._key()
        return NotImplemented

    def __ge__(self, other):
        if isinstance(other, date) and not isinstance(other, datetime):
            return self._key() >= other._key()
        return NotImplemented

    def __hash__(self):
        return hash((self._year, self._month, self._day))

    def _shifted(self, days):
        number = self.toordinal() + days
        if not 0 < number <= _MAX_ORDINAL:
            raise OverflowError("date value out of range")
        return type(self)(*_from_ordinal(number))

    def __add__(self, other):
        return self._shifted(other._days) if isinstance(other, timedelta) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self._shifted(-other._days)
        if isinstance(other, date) and not isinstance(other, datetime):
            return timedelta(self.toordinal() - other.toordinal())
        return NotImplemented

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


def _struct(value, hour, minute, second, dst):
    yday = _DAYS_BEFORE[value._month] + (value._month > 2 and _is_leap(value._year)) + value._day
    return _time.struct_time((value._year, value._month, value._day, hour, minute, second,
                              (_ordinal(value._year, value._month, value._day) + 6) % 7, yday, dst))


date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
date.resolution = timedelta(days=1)


class time:
    __slots__ = ("_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold")

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        self = object.__new__(cls)
        self._hour, self._minute, self._second, self._microsecond = _check_time(hour, minute, second, microsecond,
                                                                                fold)
        _check_zone(tzinfo)
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
    def fromisoformat(cls, time_string):
        if not isinstance(time_string, str):
            raise TypeError("fromisoformat: argument must be str")
        try:
            parts = _parse_time(time_string[1:] if time_string.startswith("T") else time_string)
        except ValueError as error:
            if error.args:
                raise
            raise ValueError("Invalid isoformat string: %r" % time_string) from None
        return cls(*parts)

    def isoformat(self, timespec="auto"):
        text = _time_text(self._hour, self._minute, self._second, self._microsecond, timespec)
        return text + _offset_text(self.utcoffset())

    def __str__(self):
        return self.isoformat()

    def __repr__(self):
        text = "%d, %d" % (self._hour, self._minute)
        if self._microsecond:
            text += ", %d, %d" % (self._second, self._microsecond)
        elif self._second:
            text += ", %d" % self._second
        if self._tzinfo is not None:
            text += ", tzinfo=%r" % self._tzinfo
        if self._fold:
            text += ", fold=1"
        return "%s(%s)" % (_shown_name(self), text)

    def strftime(self, format):
        return _strftime(self, format, (1900, 1, 1, self._hour, self._minute, self._second, 0, 1, -1))

    def __format__(self, format_spec):
        if not isinstance(format_spec, str):
            raise TypeError("must be str, not %s" % type(format_spec).__name__)
        return self.strftime(format_spec) if format_spec else str(self)

    def utcoffset(self):
        return None if self._tzinfo is None else _check_offset("utcoffset", self._tzinfo.utcoffset(None))

    def dst(self):
        return None if self._tzinfo is None else _check_offset("dst", self._tzinfo.dst(None))

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(None)

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None):
        return type(self)(self._hour if hour is None else hour, self._minute if minute is None else minute,
                          self._second if second is None else second,
                          self._microsecond if microsecond is None else microsecond,
                          self._tzinfo if tzinfo is True else tzinfo, fold=self._fold if fold is None else fold)

    def _micros(self):
        return ((self._hour * 60 + self._minute) * 60 + self._second) * 1000000 + self._microsecond

    def _compare(self, other, equality=False):
        mine, theirs = self.utcoffset(), other.utcoffset()
        if mine == theirs:
            return (self._micros() > other._micros()) - (self._micros() < other._micros())
        if mine is None or theirs is None:
            if equality:
                return 2
            raise TypeError("can't compare offset-naive and offset-aware times")
        a, b = self._micros() - mine._total(), other._micros() - theirs._total()
        return (a > b) - (a < b)

    def __eq__(self, other):
        return self._compare(other, True) == 0 if isinstance(other, time) else NotImplemented

    def __lt__(self, other):
        return self._compare(other) < 0 if isinstance(other, time) else NotImplemented

    def __le__(self, other):
        return self._compare(other) <= 0 if isinstance(other, time) else NotImplemented

    def __gt__(self, other):
        return self._compare(other) > 0 if isinstance(other, time) else NotImplemented

    def __ge__(self, other):
        return self._compare(other) >= 0 if isinstance(other, time) else NotImplemented

    def __hash__(self):
        offset = self.utcoffset()
        return hash(self._micros() - (offset._total() if offset is not None else 0))

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


_time_class = time
time.min = time(0, 0, 0)
time.max = time(23, 59, 59, 999999)
time.resolution = timedelta(microseconds=1)


def _split_stamp(t):
    """The whole seconds and the microseconds of a timestamp, rounded half to even."""
    if isinstance(t, int):
        return t, 0
    if not isinstance(t, float):
        method = getattr(type(t), "__float__", None)
        if method is None or isinstance(t, str):
            raise TypeError("'%s' object cannot be interpreted as an integer" % type(t).__name__)
        t = method(t)
    if t != t:
        raise ValueError("Invalid value NaN (not a number)")
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

    def __new__(cls, year, month=None, day=None, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        if month is None:
            raise TypeError("function missing required argument 'month' (pos 2)")
        if day is None:
            raise TypeError("function missing required argument 'day' (pos 3)")
        self = object.__new__(cls)
        self._year, self._month, self._day = _check_date(year, month, day)
        self._hour, self._minute, self._second, self._microsecond = _check_time(hour, minute, second, microsecond,
                                                                                fold)
        _check_zone(tzinfo)
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
        seconds, micros = _split_stamp(t)
        if not -62135596800 <= seconds <= 253402300799:
            raise ValueError("year %d is out of range" % (1970 + seconds // 31556952))
        fields = _time.gmtime(seconds) if utc else _time.localtime(seconds)
        result = cls(fields[0], fields[1], fields[2], fields[3], fields[4], min(fields[5], 59), micros, tz)
        if not utc and tz is None and seconds > 86400:
            # The second of two equal local times has fold=1.
            before, now = _katydid.local_zone(seconds - 86400)[0], _katydid.local_zone(seconds)[0]
            if now < before and _katydid.local_zone(seconds + now - before)[0] == before:
                result._fold = 1
        return result

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        _check_zone(tz)
        result = cls._from_stamp(timestamp, tz is not None, tz)
        return result if tz is None else tz.fromutc(result)

    @classmethod
    def utcfromtimestamp(cls, t):
        return cls._from_stamp(t, True, None)

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
    def combine(cls, date, time, tzinfo=True):
        if not isinstance(date, _date_class):
            raise TypeError("combine() argument 1 must be datetime.date, not %s" % type(date).__name__)
        if not isinstance(time, _time_class):
            raise TypeError("combine() argument 2 must be datetime.time, not %s" % type(time).__name__)
        return cls(date._year, date._month, date._day, time._hour, time._minute, time._second, time._microsecond,
                   time._tzinfo if tzinfo is True else tzinfo, fold=time._fold)

    @classmethod
    def fromisoformat(cls, date_string):
        if not isinstance(date_string, str):
            raise TypeError("fromisoformat: argument must be str")
        try:
            if len(date_string) < 7:
                raise ValueError
            at = _date_length(date_string)
            parts = _parse_date(date_string[:at])
            rest = date_string[at + 1:]
            clock = _parse_time(rest) if rest or len(date_string) > at else ()
        except ValueError as error:
            if error.args:
                raise
            raise ValueError("Invalid isoformat string: %r" % date_string) from None
        return cls(*parts, *clock)

    @classmethod
    def strptime(cls, date_string, format):
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

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None,
                tzinfo=True, *, fold=None):
        return type(self)(self._year if year is None else year, self._month if month is None else month,
                          self._day if day is None else day, self._hour if hour is None else hour,
                          self._minute if minute is None else minute, self._second if second is None else second,
                          self._microsecond if microsecond is None else microsecond,
                          self._tzinfo if tzinfo is True else tzinfo, fold=self._fold if fold is None else fold)

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
            raise TypeError("isoformat() argument 1 must be a unicode character, not %s" % type(sep).__name__)
        text = "%04d-%02d-%02d%s" % (self._year, self._month, self._day, sep)
        text += _time_text(self._hour, self._minute, self._second, self._microsecond, timespec)
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
        name = self._tzinfo.tzname(self)
        if name is not None and not isinstance(name, str):
            raise TypeError("tzinfo.tzname() must return None or a string, not '%s'" % type(name).__name__)
        return name

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
        result = object.__new__(type(self))
        result._year, result._month, result._day = _from_ordinal(days)
        seconds, result._microsecond = divmod(rest, 1000000)
        minutes, result._second = divmod(seconds, 60)
        result._hour, result._minute = divmod(minutes, 60)
        result._tzinfo = self._tzinfo
        result._fold = 0
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


def _date_length(text):
    """Where the date of an ISO date and time ends."""
    if text[4:5] == "-":
        if text[5:6] == "W":
            return 10 if text[8:9] == "-" and len(text) > 9 and text[9:10].isdigit() else 8
        return 10
    if text[4:5] == "W":
        # Without hyphens the weekday may be missing: the digits before the separator tell.
        at = 7
        while at < len(text) and text[at].isdigit():
            at += 1
        return 7 if at < 9 and at == 7 or at > 8 and at % 2 == 0 and at != 8 else 8
    return 8


_date_class = date
datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)
_EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
datetime_CAPI = None
for _class in (timedelta, tzinfo, timezone, date, time, datetime):
    _katydid.set_message_name(_class, "datetime." + _class.__name__)
