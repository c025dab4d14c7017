import datetime

import pytz
from dateutil import easter, parser, tz
from dateutil.rrule import DAILY, rrule

D = datetime.datetime(2020, 1, 15, 3, 4, 5)
for text in ("2012/13/12", "2020-13-01", "2003-09-25T10", "20030925T1049", "20030925T104941", "2020-001", "2013-W01", "10 10 10 12",
             "2020-01-02 1030", "Jan 2 2020 1130", "2003-99-01", "2003-Jan-2004", "31-12-2012", "12-31-2012", "2012-12-31T05"):
    for options in ({}, {"dayfirst": True}, {"yearfirst": True}, {"fuzzy": True}):
        try:
            print(text, options, parser.parse(text, default=D, **options))
        except Exception as e:
            print(text, options, type(e).__name__, e)
r = rrule(DAILY, count=5, dtstart=D)
print(r[0], r[-1], r[1:3], r[::-1][0], r[:2], r[3:], list(r.xafter(D, count=2)), list(r.xafter(D, inc=True))[0])
try:
    r[9]
except IndexError as e:
    print("IndexError")
print([easter.easter(year) for year in (1990, 2000, 2019, 2020, 2024, 2025, 2100)], easter.easter(2020, 1), easter.easter(2020, 2))
n = tz.gettz("America/New_York")
print(tz.resolve_imaginary(datetime.datetime(2020, 3, 8, 2, 30, tzinfo=n)), tz.resolve_imaginary(D.replace(tzinfo=n)), tz.resolve_imaginary(D))
print(tz.datetime_ambiguous(datetime.datetime(2020, 11, 1, 1, 30, tzinfo=n)), tz.datetime_ambiguous(D, n), tz.enfold(D, 1).fold)
print(tz.datetime_exists(datetime.datetime(2020, 3, 8, 2, 30), n), tz.datetime_exists(D, n))
for act in (lambda: tz.datetime_exists(D), lambda: tz.datetime_ambiguous(D), lambda: pytz.timezone("Europe/Nowhere"), lambda: pytz.timezone(5)):
    try:
        print(act())
    except Exception as e:
        print(type(e).__name__, e)
z = pytz.timezone("america/new_york")
print(z.zone, repr(z.localize(D)), repr(z.localize(datetime.datetime(2020, 7, 1)).tzinfo), z is pytz.timezone("America/New_York"))
print("UTC" in pytz.all_timezones_set, "x" in pytz.common_timezones_set)
