# Dates, times, differences and zones made or asked with all kinds of arguments, and their subclasses.
from datetime import date, datetime, time, timedelta, timezone, tzinfo
from decimal import Decimal

def show(label, make):
    try:
        result = make()
    except Exception as error:
        print(label, type(error).__name__, str(error)[:200])
    else:
        print(label, ascii(result)[:200])


class Five:
    def __index__(self):
        return 5

    def __repr__(self):
        return "Five"


VALUES = [10**10, -10**10, 2**31 - 1, -2**31, 10**30, 0, 13, 1.5, "a", None, True, Five(), b"x", []]
day, moment, clock, span = date(2024, 2, 29), datetime(2024, 2, 29, 3, 4, 5, 6), time(3, 4, 5, 6), timedelta(1, 2, 3)
for value in VALUES:
    for name in ("year", "month", "day"):
        show((name, value), lambda: day.replace(**{name: value}))
        show((name, value), lambda: date(**{"year": 2024, "month": 1, "day": 2, name: value}))
    for name in ("year", "day", "hour", "microsecond", "tzinfo", "fold", "x"):
        show((name, value), lambda: moment.replace(**{name: value}))
        show((name, value), lambda: datetime(**{"year": 2024, "month": 1, "day": 2, name: value}))
    for name in ("hour", "second", "tzinfo", "fold", "x"):
        show((name, value), lambda: clock.replace(**{name: value}))
        show((name, value), lambda: time(**{name: value}))
    for name in ("days", "microseconds", "x"):
        show((name, value), lambda: timedelta(**{name: value}))
    for kind in (date, datetime):
        show(("fromordinal", value), lambda: kind.fromordinal(value))
        show(("fromisoformat", value), lambda: kind.fromisoformat(value))
        for place in range(3):
            show(("week", value), lambda: kind.fromisocalendar(*[value if at == place else 1 for at in range(3)]))
    if not isinstance(value, int) or value == 0:
        show(("stamp", value), lambda: datetime.fromtimestamp(value, timezone.utc))
        show(("stamp", value), lambda: datetime.utcfromtimestamp(value))
    show(("combine", value), lambda: datetime.combine(value, clock))
    show(("combine", value), lambda: datetime.combine(day, value))
    show(("combine", value), lambda: datetime.combine(day, clock, value))
    show(("strptime", value), lambda: datetime.strptime(value, "%Y"))
    show(("strptime", value), lambda: datetime.strptime("1", value))
    show(("isoformat", value), lambda: moment.isoformat(value))
    show(("isoformat", value), lambda: moment.isoformat("T", value))
    show(("isoformat", value), lambda: clock.isoformat(value))
    show(("strftime", value), lambda: day.strftime(value))
    show(("format", value), lambda: clock.__format__(value))
    show(("zone", value), lambda: timezone(value))
    show(("zone", value), lambda: timezone(span % timedelta(hours=1), value))
show("decimal", lambda: datetime.fromtimestamp(Decimal(1)))
for kind, example in ((date, day), (datetime, moment), (time, clock), (timedelta, span), (timezone, timezone.utc)):
    for name in ("replace", "isoformat", "ctime", "weekday", "fromisoformat", "fromordinal", "strftime", "utcoffset",
                 "total_seconds", "fromisocalendar", "utcfromtimestamp", "strptime", "astimezone", "tzname", "__eq__",
                 "__add__", "__hash__", "__repr__"):
        method = getattr(example, name, None)
        if method is None:
            continue
        for count in (0, 2, 4, 11):
            if count or name != "__hash__":
                show((kind.__name__, name, count), lambda: method(*[0] * count))
        show((kind.__name__, name), lambda: method(zz=1))
    for count in (0, 1, 2, 4, 12):
        show((kind.__name__, count), lambda: kind(*[1] * count))
    show(kind.__name__, lambda: kind(zz=1))
    show(kind.__name__, lambda: setattr(kind, "x", 1))
    show(kind.__name__, lambda: kind.x)
    show(kind.__name__, lambda: setattr(example, "max", 1))
    for name in ("year", "hour", "tzinfo"):
        if hasattr(kind, name):
            show((kind.__name__, name), lambda: setattr(example, name, 1))
            show((kind.__name__, name), lambda: delattr(example, name))


class Moment(datetime):
    def __new__(cls, *arguments, **named):
        print("made of", arguments, named)
        return super().__new__(cls, *arguments, **named)


class Span(timedelta):
    pass


mine = Moment(2020, 1, 1)
for make in (lambda: mine.replace(year=3, fold=1), lambda: mine + timedelta(1), lambda: Moment.fromisoformat("2020-01-01"),
             lambda: Moment.combine(date(1, 1, 1), time(1, 1, fold=1)), lambda: Moment.fromordinal(5),
             lambda: datetime.combine(day, time(1, fold=1)), lambda: Moment.fromtimestamp(0, timezone.utc)):
    show("moment", make)
print([type(each) for each in (abs(Span(1)), abs(Span(-1)), Span(1) + Span(2), -Span(1), Span(1) * 2)])
