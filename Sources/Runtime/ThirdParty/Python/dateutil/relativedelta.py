import datetime
from math import copysign

from dateutil._common import FR, MO, SA, SU, TH, TU, WE, days_in as _days_in, weekday, weekdays

_RELATIVE = ("years", "months", "days", "hours", "minutes", "seconds", "microseconds")
_ABSOLUTE = ("year", "month", "day", "weekday", "hour", "minute", "second", "microsecond")


class relativedelta:
    """A span by calendar: what is plural is added, what is singular is set."""

    def __init__(
        self, dt1=None, dt2=None, years=0, months=0, days=0, leapdays=0, weeks=0, hours=0, minutes=0, seconds=0,
        microseconds=0, year=None, month=None, day=None, weekday=None, yearday=None, nlyearday=None, hour=None,
        minute=None, second=None, microsecond=None,
    ):
        self.years = self.months = self.days = self.leapdays = 0
        self.hours = self.minutes = self.seconds = self.microseconds = 0
        self.year = self.month = self.day = self.weekday = None
        self.hour = self.minute = self.second = self.microsecond = None
        self._has_time = 0
        if dt1 is not None and dt2 is not None:
            self._between(dt1, dt2)
            return
        if any(x is not None and x != int(x) for x in (years, months)):
            raise ValueError("Non-integer years and months are ambiguous and not currently supported.")
        self.years = int(years)
        self.months = int(months)
        self.days = days + weeks * 7
        self.leapdays = leapdays
        self.hours = hours
        self.minutes = minutes
        self.seconds = seconds
        self.microseconds = microseconds
        self.year = year
        self.month = month
        self.day = day
        self.hour = hour
        self.minute = minute
        self.second = second
        self.microsecond = microsecond
        self.weekday = weekdays[weekday] if isinstance(weekday, int) else weekday
        place = yearday or nlyearday or 0
        if place:
            if not nlyearday and place > 59:
                self.leapdays = -1
            for number, before in enumerate((0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 366)):
                if place <= before:
                    self.month = number
                    self.day = place - (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)[number - 1]
                    break
            else:
                raise ValueError("invalid year day (%d)" % place)
        self._fix()

    def _between(self, dt1, dt2):
        if not (isinstance(dt1, datetime.date) and isinstance(dt2, datetime.date)):
            raise TypeError("relativedelta only diffs datetime/date")
        if isinstance(dt1, datetime.datetime) != isinstance(dt2, datetime.datetime):
            if not isinstance(dt1, datetime.datetime):
                dt1 = datetime.datetime.fromordinal(dt1.toordinal())
            else:
                dt2 = datetime.datetime.fromordinal(dt2.toordinal())
        months = (dt1.year - dt2.year) * 12 + (dt1.month - dt2.month)
        self._set_months(months)
        moved = self + dt2
        forward = dt1 < dt2
        step = 1 if forward else -1
        while dt1 > moved if forward else dt1 < moved:
            months += step
            self._set_months(months)
            moved = self + dt2
        delta = dt1 - moved
        self.seconds = delta.seconds + delta.days * 86400
        self.microseconds = delta.microseconds
        self._fix()

    def _set_months(self, months):
        self.months = months
        if abs(months) > 11:
            sign = int(copysign(1, months))
            carry, rest = divmod(abs(months), 12)
            self.months = rest * sign
            self.years = carry * sign
        else:
            self.years = 0

    def _fix(self):
        for small, large, size in (
            ("microseconds", "seconds", 1000000), ("seconds", "minutes", 60), ("minutes", "hours", 60),
            ("hours", "days", 24), ("months", "years", 12),
        ):
            value = getattr(self, small)
            if abs(value) > size - 1:
                sign = int(copysign(1, value))
                carry, rest = divmod(value * sign, size)
                setattr(self, small, rest * sign)
                setattr(self, large, getattr(self, large) + carry * sign)
        self._has_time = 1 if (
            self.hours or self.minutes or self.seconds or self.microseconds or self.hour is not None
            or self.minute is not None or self.second is not None or self.microsecond is not None) else 0

    @property
    def weeks(self):
        return int(self.days / 7.0)

    @weeks.setter
    def weeks(self, value):
        self.days = self.days - self.weeks * 7 + value * 7

    def normalized(self):
        days = int(self.days)
        hours_f = round(self.hours + 24 * (self.days - days), 11)
        hours = int(hours_f)
        minutes_f = round(self.minutes + 60 * (hours_f - hours), 10)
        minutes = int(minutes_f)
        seconds_f = round(self.seconds + 60 * (minutes_f - minutes), 8)
        seconds = int(seconds_f)
        micro = round(self.microseconds + 1e6 * (seconds_f - seconds))
        return self._copy(days=days, hours=hours, minutes=minutes, seconds=seconds, microseconds=micro)

    def _copy(self, **changes):
        values = {name: getattr(self, name) for name in _RELATIVE + _ABSOLUTE + ("leapdays",)}
        values.update(changes)
        return relativedelta(**values)

    def __add__(self, other):
        if isinstance(other, relativedelta):
            values = {name: getattr(other, name) + getattr(self, name) for name in _RELATIVE}
            values["leapdays"] = other.leapdays or self.leapdays
            for name in _ABSOLUTE:
                theirs = getattr(other, name)
                values[name] = theirs if theirs is not None else getattr(self, name)
            return relativedelta(**values)
        if isinstance(other, datetime.timedelta):
            return self._copy(
                days=self.days + other.days, seconds=self.seconds + other.seconds,
                microseconds=self.microseconds + other.microseconds)
        if not isinstance(other, datetime.date):
            return NotImplemented
        if self._has_time and not isinstance(other, datetime.datetime):
            other = datetime.datetime.fromordinal(other.toordinal())
        year = (self.year if self.year is not None else other.year) + self.years
        month = self.month if self.month is not None else other.month
        if self.months:
            month += self.months
            if month > 12:
                year += 1
                month -= 12
            elif month < 1:
                year -= 1
                month += 12
        day = min(_days_in(year, month), self.day or other.day)
        replaced = {"year": year, "month": month, "day": day}
        for name in ("hour", "minute", "second", "microsecond"):
            if getattr(self, name) is not None:
                replaced[name] = getattr(self, name)
        days = self.days
        if self.leapdays and month > 2 and _days_in(year, 2) == 29:
            days += self.leapdays
        moved = other.replace(**replaced) + datetime.timedelta(
            days=days, hours=self.hours, minutes=self.minutes, seconds=self.seconds, microseconds=self.microseconds)
        if self.weekday:
            number, nth = self.weekday.weekday, self.weekday.n or 1
            jump = (abs(nth) - 1) * 7
            if nth > 0:
                jump += (7 - moved.weekday() + number) % 7
            else:
                jump = -(jump + (moved.weekday() - number) % 7)
            moved += datetime.timedelta(days=jump)
        return moved

    __radd__ = __add__

    def __rsub__(self, other):
        return self.__neg__().__radd__(other)

    def __sub__(self, other):
        if not isinstance(other, relativedelta):
            return NotImplemented
        values = {name: getattr(self, name) - getattr(other, name) for name in _RELATIVE}
        values["leapdays"] = self.leapdays or other.leapdays
        for name in _ABSOLUTE:
            mine = getattr(self, name)
            values[name] = mine if mine is not None else getattr(other, name)
        return relativedelta(**values)

    def __neg__(self):
        return self._copy(**{name: -getattr(self, name) for name in _RELATIVE})

    def __abs__(self):
        return self._copy(**{name: abs(getattr(self, name)) for name in _RELATIVE})

    def __bool__(self):
        return bool(
            any(getattr(self, name) for name in _RELATIVE + ("leapdays",))
            or any(getattr(self, name) is not None for name in _ABSOLUTE))

    def __mul__(self, other):
        try:
            factor = float(other)
        except TypeError:
            return NotImplemented
        return self._copy(**{name: int(getattr(self, name) * factor) for name in _RELATIVE})

    __rmul__ = __mul__

    def __truediv__(self, other):
        return self.__mul__(1 / float(other))

    def __eq__(self, other):
        if not isinstance(other, relativedelta):
            return NotImplemented
        if bool(self.weekday) != bool(other.weekday) or self.weekday and (
                self.weekday.weekday != other.weekday.weekday or (self.weekday.n or 1) != (other.weekday.n or 1)):
            return False
        names = _RELATIVE + ("leapdays",) + tuple(name for name in _ABSOLUTE if name != "weekday")
        return all(getattr(self, name) == getattr(other, name) for name in names)

    def __hash__(self):
        return hash(tuple(getattr(self, name) for name in _RELATIVE + _ABSOLUTE + ("leapdays",)))

    def __ne__(self, other):
        return not self == other

    def __repr__(self):
        parts = []
        for name in ("years", "months", "days", "leapdays", "hours", "minutes", "seconds", "microseconds"):
            value = getattr(self, name)
            if value:
                parts.append("%s=%+g" % (name, value))
        for name in _ABSOLUTE:
            value = getattr(self, name)
            if value is not None:
                parts.append("%s=%r" % (name, value))
        return "relativedelta(%s)" % ", ".join(parts)
