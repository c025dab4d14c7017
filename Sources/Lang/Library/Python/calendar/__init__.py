"""Months and weeks: the days of a month by weeks, and calendars as text."""
import datetime as _datetime
from itertools import repeat as _repeat

__all__ = ["IllegalMonthError", "IllegalWeekdayError", "setfirstweekday", "firstweekday", "isleap", "leapdays",
           "weekday", "monthrange", "monthcalendar", "prmonth", "month", "prcal", "calendar", "timegm", "month_name",
           "month_abbr", "day_name", "day_abbr", "Calendar", "TextCalendar", "HTMLCalendar", "LocaleTextCalendar",
           "LocaleHTMLCalendar", "weekheader", "FRIDAY", "MONDAY", "SATURDAY", "SUNDAY", "THURSDAY", "TUESDAY",
           "WEDNESDAY"]

error = ValueError
MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)
January, February = 1, 2
mdays = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]


class IllegalMonthError(ValueError):
    def __init__(self, month):
        self.month = month

    def __str__(self):
        return "bad month number %r; must be 1-12" % self.month


class IllegalWeekdayError(ValueError):
    def __init__(self, weekday):
        self.weekday = weekday

    def __str__(self):
        return "bad weekday number %r; must be 0 (Monday) to 6 (Sunday)" % self.weekday


day_name = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
day_abbr = [name[:3] for name in day_name]
month_name = ["", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
              "November", "December"]
month_abbr = [name[:3] for name in month_name]


def isleap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def leapdays(y1, y2):
    def before(year):
        return (year - 1) // 4 - (year - 1) // 100 + (year - 1) // 400

    return before(y2) - before(y1)


def weekday(year, month, day):
    # The calendar repeats after 400 years, so that any year has its like among those that dates know.
    if not _datetime.MINYEAR <= year <= _datetime.MAXYEAR:
        year = 2000 + year % 400
    return _datetime.date(year, month, day).weekday()


def monthrange(year, month):
    if not 1 <= month <= 12:
        raise IllegalMonthError(month)
    return weekday(year, month, 1), mdays[month] + (month == 2 and isleap(year))


class Calendar:
    def __init__(self, firstweekday=0):
        self.firstweekday = firstweekday

    def getfirstweekday(self):
        return self._firstweekday % 7

    def setfirstweekday(self, firstweekday):
        self._firstweekday = firstweekday

    firstweekday = property(getfirstweekday, setfirstweekday)

    def iterweekdays(self):
        for offset in range(7):
            yield (self.firstweekday + offset) % 7

    def itermonthdays3(self, year, month):
        """Year, month and day of all days of the weeks that a month touches."""
        before, count = self._edges(year, month)
        after = -(before + count) % 7
        if before:
            last_year, last_month = (year, month - 1) if month > 1 else (year - 1, 12)
            length = monthrange(last_year, last_month)[1]
            for day in range(length - before + 1, length + 1):
                yield last_year, last_month, day
        for day in range(1, count + 1):
            yield year, month, day
        next_year, next_month = (year, month + 1) if month < 12 else (year + 1, 1)
        for day in range(1, after + 1):
            yield next_year, next_month, day

    def _edges(self, year, month):
        first, count = monthrange(year, month)
        return (first - self.firstweekday) % 7, count

    def itermonthdates(self, year, month):
        for date in self.itermonthdays3(year, month):
            yield _datetime.date(*date)

    def itermonthdays(self, year, month):
        before, count = self._edges(year, month)
        yield from _repeat(0, before)
        yield from range(1, count + 1)
        yield from _repeat(0, -(before + count) % 7)

    def itermonthdays2(self, year, month):
        for place, day in enumerate(self.itermonthdays(year, month), self.firstweekday):
            yield day, place % 7

    def itermonthdays4(self, year, month):
        for place, date in enumerate(self.itermonthdays3(year, month)):
            yield (*date, (self.firstweekday + place) % 7)

    def _weeks(self, days):
        days = list(days)
        return [days[at:at + 7] for at in range(0, len(days), 7)]

    def monthdatescalendar(self, year, month):
        return self._weeks(self.itermonthdates(year, month))

    def monthdays2calendar(self, year, month):
        return self._weeks(self.itermonthdays2(year, month))

    def monthdayscalendar(self, year, month):
        return self._weeks(self.itermonthdays(year, month))

    def _rows(self, of_month, year, width):
        return [[of_month(year, month) for month in range(first, min(first + width, 13))]
                for first in range(1, 13, width)]

    def yeardatescalendar(self, year, width=3):
        return self._rows(self.monthdatescalendar, year, width)

    def yeardays2calendar(self, year, width=3):
        return self._rows(self.monthdays2calendar, year, width)

    def yeardayscalendar(self, year, width=3):
        return self._rows(self.monthdayscalendar, year, width)


class TextCalendar(Calendar):
    def prweek(self, theweek, width):
        print(self.formatweek(theweek, width), end="")

    def formatday(self, day, weekday, width):
        return ("%2i" % day if day else "").center(width)

    def formatweek(self, theweek, width):
        return " ".join([self.formatday(day, weekday, width) for day, weekday in theweek])

    def formatweekday(self, day, width):
        return (day_name if width >= 9 else day_abbr)[day][:width].center(width)

    def formatweekheader(self, width):
        return " ".join([self.formatweekday(day, width) for day in self.iterweekdays()])

    def formatmonthname(self, theyear, themonth, width, withyear=True):
        name = month_name[themonth]
        return ("%s %r" % (name, theyear) if withyear else name).center(width)

    def prmonth(self, theyear, themonth, w=0, l=0):
        print(self.formatmonth(theyear, themonth, w, l), end="")

    def formatmonth(self, theyear, themonth, w=0, l=0):
        w, gap = max(2, w), "\n" * max(1, l)
        lines = [self.formatmonthname(theyear, themonth, 7 * (w + 1) - 1), self.formatweekheader(w)]
        lines += [self.formatweek(week, w) for week in self.monthdays2calendar(theyear, themonth)]
        return "".join([line.rstrip() + gap for line in lines])

    def formatyear(self, theyear, w=2, l=1, c=6, m=3):
        w, gap, c = max(2, w), "\n" * max(1, l), max(2, c)
        width = (w + 1) * 7 - 1

        def side_by_side(texts):
            return (" " * c).join([text.center(width) for text in texts])

        pieces = [repr(theyear).center(width * m + c * (m - 1)).rstrip(), gap]
        for row, months in enumerate(self.yeardays2calendar(theyear, m)):
            first = m * row + 1
            names = [self.formatmonthname(theyear, first + at, width, False) for at in range(len(months))]
            pieces += [gap, side_by_side(names).rstrip(), gap]
            pieces += [side_by_side([self.formatweekheader(w) for _ in months]).rstrip(), gap]
            for at in range(max([len(weeks) for weeks in months])):
                weeks = [self.formatweek(weeks[at], w) if at < len(weeks) else "" for weeks in months]
                pieces += [side_by_side(weeks).rstrip(), gap]
        return "".join(pieces)

    def pryear(self, theyear, w=0, l=0, c=6, m=3):
        print(self.formatyear(theyear, w, l, c, m), end="")


_default = TextCalendar()
firstweekday = _default.getfirstweekday
monthcalendar = _default.monthdayscalendar
prweek = _default.prweek
week = _default.formatweek
weekheader = _default.formatweekheader
prmonth = _default.prmonth
month = _default.formatmonth
calendar = _default.formatyear
prcal = _default.pryear


def setfirstweekday(firstweekday):
    if not MONDAY <= firstweekday <= SUNDAY:
        raise IllegalWeekdayError(firstweekday)
    _default.firstweekday = firstweekday


def timegm(tuple):
    year, month, day, hour, minute, second = tuple[:6]
    days = _datetime.date(year, month, 1).toordinal() - _datetime.date(1970, 1, 1).toordinal() + day - 1
    return ((days * 24 + hour) * 60 + minute) * 60 + second


def formatstring(cols, colwidth=20, spacing=6):
    return (" " * spacing).join([column.center(colwidth) for column in cols])


def format(cols, colwidth=20, spacing=6):
    print(formatstring(cols, colwidth, spacing))


def __getattr__(name):
    if name not in ("HTMLCalendar", "LocaleTextCalendar", "LocaleHTMLCalendar"):
        raise AttributeError(f"module 'calendar' has no attribute {name!r}")
    import calendar._html as part

    value = globals()[name] = getattr(part, name)
    return value


def __dir__():
    return sorted({*globals(), *__all__})
