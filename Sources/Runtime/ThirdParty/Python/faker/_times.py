"""Dates and times."""
import re
from datetime import date as _date, datetime as _datetime, time as _time, timedelta as _timedelta
from datetime import timezone as _timezone

_UNITS = {
    "y": ("days", 365), "years": ("days", 365), "M": ("days", 30), "months": ("days", 30), "w": ("weeks", 1),
    "weeks": ("weeks", 1), "d": ("days", 1), "days": ("days", 1), "h": ("hours", 1), "hours": ("hours", 1),
    "m": ("minutes", 1), "minutes": ("minutes", 1), "s": ("seconds", 1), "seconds": ("seconds", 1),
}
_SPAN = re.compile(r"([+-]?\d+)\s*(years|months|weeks|days|hours|minutes|seconds|y|M|w|d|h|m|s)")
_EPOCH = _datetime(1970, 1, 1)


class ParseError(ValueError):
    pass


def _moment(value, tzinfo=None):
    """A point in time, given as such, as a date, as a span from now, or as `now`."""
    now = _datetime.now(tzinfo) if tzinfo else _datetime.now()
    if isinstance(value, _datetime):
        return value
    if isinstance(value, _date):
        return _datetime(value.year, value.month, value.day, tzinfo=tzinfo)
    if isinstance(value, _timedelta):
        return now + value
    if isinstance(value, (int, float)):
        return _datetime.fromtimestamp(value, tzinfo)
    if value in ("now", "today"):
        return now
    if isinstance(value, str):
        parts = _SPAN.findall(value)
        if parts and _SPAN.sub("", value).strip() == "":
            for number, unit in parts:
                name, factor = _UNITS[unit]
                now += _timedelta(**{name: int(number) * factor})
            return now
        raise ParseError("Can't parse date string `%s`" % value)
    raise ParseError("Invalid format for date %r" % (value,))


def _day(value):
    if isinstance(value, _datetime):
        return value.date()
    if isinstance(value, _date):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return _date.today() + _timedelta(days=value)
    return _moment(value).date()


class Times:
    def _between(self, start, end, tzinfo=None):
        seconds = (end - start).total_seconds()
        if seconds < 0:
            raise ValueError("empty range for randrange(): the start lies after the end")
        moment = start + _timedelta(seconds=self.random.randint(0, int(seconds)))
        return moment.replace(tzinfo=tzinfo) if tzinfo is not None and moment.tzinfo is None else moment

    def unix_time(self, end_datetime=None, start_datetime=None):
        start = _EPOCH if start_datetime is None else _moment(start_datetime)
        end = _datetime.now() if end_datetime is None else _moment(end_datetime)
        return float(int((self._between(start, end) - _EPOCH).total_seconds()))

    def time_delta(self, end_datetime=None):
        end = _moment(end_datetime) if end_datetime is not None else _datetime.now()
        seconds = int((end - _datetime.now()).total_seconds())
        return _timedelta(seconds=self.random.randint(min(0, seconds), max(0, seconds)))

    def date_time(self, tzinfo=None, end_datetime=None):
        end = _datetime.now() if end_datetime is None else _moment(end_datetime)
        return self._between(_EPOCH, end.replace(tzinfo=None, microsecond=0), tzinfo)

    def date_time_ad(self, tzinfo=None, end_datetime=None, start_datetime=None):
        start = _datetime(1, 1, 1) if start_datetime is None else _moment(start_datetime)
        end = _datetime.now() if end_datetime is None else _moment(end_datetime)
        return self._between(start, end.replace(microsecond=0), tzinfo)

    def date_time_between(self, start_date="-30y", end_date="now", tzinfo=None):
        start = _moment(start_date)
        end = _moment(end_date)
        if start.tzinfo is not None and end.tzinfo is None:
            end = end.replace(tzinfo=start.tzinfo)
        if end.tzinfo is not None and start.tzinfo is None:
            start = start.replace(tzinfo=end.tzinfo)
        return self._between(start.replace(microsecond=0), end.replace(microsecond=0), tzinfo)

    date_time_between_dates = date_time_between

    def date_between(self, start_date="-30y", end_date="today"):
        start, end = _day(start_date), _day(end_date)
        days = (end - start).days
        if days < 0:
            raise ValueError("empty range for randrange(): the start lies after the end")
        return start + _timedelta(days=self.random.randint(0, days))

    def date_between_dates(self, date_start=None, date_end=None):
        return self.date_between(date_start or "-30y", date_end or "today")

    def date_object(self, end_datetime=None):
        return self.date_time(end_datetime=end_datetime).date()

    def date(self, pattern="%Y-%m-%d", end_datetime=None):
        return self.date_time(end_datetime=end_datetime).strftime(pattern)

    def time(self, pattern="%H:%M:%S", end_datetime=None):
        return self.date_time(end_datetime=end_datetime).strftime(pattern)

    def time_object(self, end_datetime=None):
        return self.date_time(end_datetime=end_datetime).time()

    def iso8601(self, tzinfo=None, end_datetime=None, sep="T", timespec="auto"):
        return self.date_time(tzinfo, end_datetime).isoformat(sep, timespec)

    def date_of_birth(self, tzinfo=None, minimum_age=0, maximum_age=115):
        if minimum_age < 0 or maximum_age < 0:
            raise ValueError("minimum_age and maximum_age must be greater than or equal to zero")
        if minimum_age > maximum_age:
            raise ValueError("minimum_age must be less than or equal to maximum_age")
        today = _date.today()

        def years_ago(years):
            try:
                return today.replace(year=today.year - years)
            except ValueError:
                return today.replace(year=today.year - years, day=28)

        latest = years_ago(minimum_age)
        earliest = years_ago(maximum_age + 1) + _timedelta(days=1)
        return earliest + _timedelta(days=self.random.randint(0, (latest - earliest).days))

    def past_date(self, start_date="-30d", tzinfo=None):
        return self.date_between(start_date, "-1d")

    def future_date(self, end_date="+30d", tzinfo=None):
        return self.date_between("+1d", end_date)

    def past_datetime(self, start_date="-30d", tzinfo=None):
        return self.date_time_between(start_date, "-1s", tzinfo)

    def future_datetime(self, end_date="+30d", tzinfo=None):
        return self.date_time_between("+1s", end_date, tzinfo)

    def _period(self, unit, before, after):
        now = _datetime.now().replace(microsecond=0)
        if unit == "century":
            start = _datetime(now.year - now.year % 100, 1, 1)
            end = _datetime(start.year + 100, 1, 1)
        elif unit == "decade":
            start = _datetime(now.year - now.year % 10, 1, 1)
            end = _datetime(start.year + 10, 1, 1)
        elif unit == "year":
            start, end = _datetime(now.year, 1, 1), _datetime(now.year + 1, 1, 1)
        else:
            start = _datetime(now.year, now.month, 1)
            end = _datetime(now.year + now.month // 12, now.month % 12 + 1, 1)
        end -= _timedelta(seconds=1)
        return (start if before else now), (end if after else now)

    def date_time_this_century(self, before_now=True, after_now=False, tzinfo=None):
        return self._between(*self._period("century", before_now, after_now), tzinfo)

    def date_time_this_decade(self, before_now=True, after_now=False, tzinfo=None):
        return self._between(*self._period("decade", before_now, after_now), tzinfo)

    def date_time_this_year(self, before_now=True, after_now=False, tzinfo=None):
        return self._between(*self._period("year", before_now, after_now), tzinfo)

    def date_time_this_month(self, before_now=True, after_now=False, tzinfo=None):
        return self._between(*self._period("month", before_now, after_now), tzinfo)

    def date_this_century(self, before_today=True, after_today=False):
        return self.date_time_this_century(before_today, after_today).date()

    def date_this_decade(self, before_today=True, after_today=False):
        return self.date_time_this_decade(before_today, after_today).date()

    def date_this_year(self, before_today=True, after_today=False):
        return self.date_time_this_year(before_today, after_today).date()

    def date_this_month(self, before_today=True, after_today=False):
        return self.date_time_this_month(before_today, after_today).date()

    def am_pm(self):
        return self.date("%p")

    def day_of_month(self):
        return self.date("%d")

    def day_of_week(self):
        return self.date("%A")

    def month(self):
        return self.date("%m")

    def month_name(self):
        return self.date("%B")

    def year(self):
        return self.date("%Y")

    def century(self):
        return self.random.choice("""I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI""".split())

    def timezone(self):
        return self.random.choice("""Africa/Cairo Africa/Johannesburg Africa/Lagos Africa/Nairobi America/Bogota
America/Chicago America/Denver America/Los_Angeles America/Mexico_City America/New_York America/Sao_Paulo America/Toronto
Asia/Bangkok Asia/Dubai Asia/Hong_Kong Asia/Jakarta Asia/Kolkata Asia/Manila Asia/Seoul Asia/Shanghai Asia/Singapore
Asia/Tokyo Australia/Perth Australia/Sydney Europe/Amsterdam Europe/Athens Europe/Berlin Europe/London Europe/Madrid
Europe/Paris Europe/Rome Europe/Stockholm Europe/Warsaw Pacific/Auckland""".split())

    def pytimezone(self, *args, **kwargs):
        from zoneinfo import ZoneInfo

        return ZoneInfo(self.timezone())
