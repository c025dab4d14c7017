"""Recurrences by frequency, interval, count and end; the rules that pick days are those of weekdays and months."""
import datetime
import sys

from _refusals import refuser as _refuser
from dateutil._common import FR, MO, SA, SU, TH, TU, WE, days_in as _days_in, weekday

YEARLY, MONTHLY, WEEKLY, DAILY, HOURLY, MINUTELY, SECONDLY = range(7)


class rrule:
    def __init__(
        self, freq, dtstart=None, interval=1, wkst=None, count=None, until=None, bysetpos=None, bymonth=None,
        bymonthday=None, byyearday=None, byeaster=None, byweekno=None, byweekday=None, byhour=None, byminute=None,
        bysecond=None, cache=False,
    ):
        for name, value in (("bysetpos", bysetpos), ("byyearday", byyearday), ("byeaster", byeaster), ("byweekno", byweekno),
                            ("byhour", byhour), ("byminute", byminute), ("bysecond", bysecond), ("wkst", wkst)):
            if value is not None:
                raise NotImplementedError("%s= is not supported by Katydid's dateutil.rrule" % name)
        if freq < WEEKLY and byweekday is not None:
            raise NotImplementedError("byweekday= is supported from WEEKLY on by Katydid's dateutil.rrule")
        if interval < 1:
            raise ValueError("interval must be at least 1")
        if dtstart is None:
            dtstart = datetime.datetime.now().replace(microsecond=0)
        elif not isinstance(dtstart, datetime.datetime):
            dtstart = datetime.datetime.fromordinal(dtstart.toordinal())
        if until is not None and not isinstance(until, datetime.datetime):
            until = datetime.datetime.fromordinal(until.toordinal())
        self._freq = freq
        self._start = dtstart.replace(microsecond=0)
        self._interval = interval
        self._count = count
        self._until = until
        self._months = self._set(bymonth)
        self._days = self._set(bymonthday)
        self._weekdays = None if byweekday is None else {
            item if isinstance(item, int) else item.weekday
            for item in (byweekday if hasattr(byweekday, "__iter__") else (byweekday,))}

    @staticmethod
    def _set(value):
        return None if value is None else set(value) if hasattr(value, "__iter__") else {value}

    def _steps(self):
        start = self._start
        number = 0
        while True:
            step = number * self._interval
            number += 1
            if self._freq == YEARLY or self._freq == MONTHLY:
                months = step * (12 if self._freq == YEARLY else 1)
                year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
                if year > 9999:
                    return
                month += 1
                if self._months and self._freq == YEARLY:
                    candidates = [(item, day) for item in sorted(self._months) for day in self._days or {start.day}]
                else:
                    candidates = [(month, day) for day in self._days or {start.day}]
                moments = []
                for item, day in candidates:
                    size = _days_in(year, item)
                    day = size + 1 + day if day < 0 else day
                    if 1 <= day <= size:
                        moments.append(start.replace(year=year, month=item, day=day))
                yield from sorted(moments)
            elif self._freq == WEEKLY and self._weekdays is not None:
                monday = start - datetime.timedelta(days=start.weekday()) + datetime.timedelta(weeks=step)
                for day in range(7):
                    yield monday + datetime.timedelta(days=day)
            else:
                unit = {WEEKLY: "weeks", DAILY: "days", HOURLY: "hours", MINUTELY: "minutes", SECONDLY: "seconds"}[self._freq]
                try:
                    yield start + datetime.timedelta(**{unit: step})
                except OverflowError:
                    return

    def __iter__(self):
        given = 0
        for moment in self._steps():
            if self._until is not None and moment > self._until or self._count is not None and given >= self._count:
                return
            if moment < self._start or self._months and moment.month not in self._months:
                continue
            if self._weekdays is not None and moment.weekday() not in self._weekdays:
                continue
            if self._days and self._freq > MONTHLY:
                size = _days_in(moment.year, moment.month)
                if moment.day not in self._days and moment.day - size - 1 not in self._days:
                    continue
            given += 1
            yield moment

    def __getitem__(self, key):
        if isinstance(key, slice):
            import itertools

            if key.step is not None and key.step < 0:
                return list(self)[key]
            return list(itertools.islice(self, key.start or 0, key.stop or sys.maxsize, key.step or 1))
        if key < 0:
            return list(self)[key]
        for place, moment in enumerate(self):
            if place == key:
                return moment
        raise IndexError

    def count(self):
        return sum(1 for _ in self)

    def after(self, dt, inc=False):
        for moment in self:
            if moment > dt or inc and moment == dt:
                return moment
        return None

    def xafter(self, dt, count=None, inc=False):
        given = 0
        for moment in self:
            if moment > dt or inc and moment == dt:
                if count is not None:
                    given += 1
                    if given > count:
                        return
                yield moment

    def before(self, dt, inc=False):
        last = None
        for moment in self:
            if moment > dt or moment == dt and not inc:
                break
            last = moment
        return last

    def between(self, after, before, inc=False):
        found = []
        for moment in self:
            if moment > before or moment == before and not inc:
                break
            if moment > after or inc and moment == after:
                found.append(moment)
        return found


__getattr__ = _refuser(__name__)
