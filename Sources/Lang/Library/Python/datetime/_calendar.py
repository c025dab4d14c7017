"""Days of the proleptic Gregorian calendar, and which numbers make a date or a time."""
from operator import index as _index

__name__ = "datetime"

# What stands for an argument that wasn't given.
_KEPT = object()

MINYEAR = 1
MAXYEAR = 9999
_MAX_ORDINAL = 3652059
_MONTH_NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAY_NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_DAYS_BEFORE = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_DAYS_IN = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


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


def _int(value):
    """What C functions that take an `int` make of a value."""
    if type(value) is not int:
        value = int(_index(value))
    if -2147483648 <= value <= 2147483647:
        return value
    if not -2 ** 63 <= value < 2 ** 63:
        raise OverflowError("Python int too large to convert to C long")
    raise OverflowError("signed integer is %s" % ("greater than maximum" if value > 0 else "less than minimum"))


def _check_date(year, month, day):
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError("year %d is out of range" % year)
    if not 1 <= month <= 12:
        raise ValueError("month must be in 1..12")
    if not 1 <= day <= _days_in_month(year, month):
        raise ValueError("day is out of range for month")


def _check_time(hour, minute, second, microsecond, fold):
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


def _iso_week_one(year):
    first = _ordinal(year, 1, 1)
    weekday = (first + 6) % 7
    monday = first - weekday
    return monday + 7 if weekday > 3 else monday


def _from_iso_week(year, week, day):
    try:
        year, week, day = _int(year), _int(week), _int(day)
    except OverflowError:
        raise ValueError("ISO calendar component out of range") from None
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError("Year is out of range: %d" % year)
    weeks = (_iso_week_one(year + 1) - _iso_week_one(year)) // 7 if year < MAXYEAR else 52
    if not 1 <= week <= weeks:
        raise ValueError("Invalid week: %d" % week)
    if not 1 <= day <= 7:
        raise ValueError("Invalid day: %d (range is [1, 7])" % day)
    return _from_ordinal(_iso_week_one(year) + (week - 1) * 7 + day - 1)
