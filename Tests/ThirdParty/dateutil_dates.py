import warnings
warnings.simplefilter("ignore")
from dateutil import parser, tz, relativedelta as rd, rrule
from dateutil.relativedelta import relativedelta, MO, FR
from datetime import datetime, date, timedelta
D = datetime(2003, 9, 25)
for t in """Thu Sep 25 10:36:28 2003|Sep 25 2003|2003-09-25|2003-09-25T10:49:41.5-03:00|2003-09-25T10:49:41Z|20030925T104941|20030925T1049|20030925|10:36:28|10:36|2003-Sep-25|25-Sep-2003|Sep-25-2003|09-25-2003|25-09-2003|10-09-2003|10.09.2003|10/09/03|2003.09.25|10h36m28.5s|10h36m|10h|10 h 36|10pm|10 am|10:00 a.m.|Wed, July 10, '96|1996.07.10 AD at 15:08:56 PDT|July 10, 1996|4 Jul 1976|Tue Jan 2 04:05 UTC 2024|2024-01-02 03:04:05.123456|2024-01-02 03:04:05,5|2024-01-02T03:04:05+0530|Jan 5|5 January|January 2020|2020|12/25/2020 5:30 PM|31/12/2020|2020-12-31 23:59:59 +00:00|Fri, 21 Nov 1997 09:55:06 -0600|21st of November 1997|Mon|Wednesday|2020/02/30|25:00|hello|2020-13-45||12 hello 2020|1 2 3|99 1 2|January 32|3rd of May 2001|5:50 A.M. on June 13, 1990|20240102030405|2024-06|06/2024|Sept 5 2020|12:30 GMT+3|2020-01-01 10:00 EST""".split("|"):
    try: print(repr(t), repr(parser.parse(t, default=D)))
    except Exception as e: print(repr(t), type(e).__name__, e)
print(parser.parse("10/09/2003", dayfirst=True), parser.parse("10-11-12", yearfirst=True), parser.parse("Today is 25 of September of 2003, exactly at 10:49:41", fuzzy=True), parser.parse("2020-01-01 10:00 XYZ", tzinfos={"XYZ": 3600}))
for t in ("2020-01-02", "2020-01-02T03:04:05Z", "20200102T030405.123+01:00", "2020-W10-3", "2020-01", "2020", "2020-01-02T24:00", "2020-060"):
    print(repr(parser.isoparse(t)))
d = datetime(2024, 1, 31, 10)
print(d + relativedelta(months=1), d + relativedelta(months=-2, days=3), d + relativedelta(day=31, month=2), d + relativedelta(weekday=MO(-1)), d + relativedelta(years=1, hour=0), d - relativedelta(weeks=2), relativedelta(datetime(2024, 3, 1), datetime(2020, 2, 29)), relativedelta(date(2020, 1, 1), date(2021, 6, 15)), relativedelta(hours=30, minutes=-90), relativedelta(months=14) * 2, -relativedelta(days=3), relativedelta(days=1) == relativedelta(hours=24), bool(relativedelta()), date(2024, 2, 29) + relativedelta(years=1), relativedelta(months=+3, weekday=FR(2)))
print(list(rrule.rrule(rrule.MONTHLY, dtstart=datetime(2024, 1, 31), count=4)), list(rrule.rrule(rrule.DAILY, dtstart=D, count=3, interval=2)), list(rrule.rrule(rrule.WEEKLY, dtstart=D, count=4, byweekday=(rrule.MO, rrule.FR))), rrule.rrule(rrule.HOURLY, dtstart=D, until=D + timedelta(hours=5)).count(), rrule.rrule(rrule.YEARLY, dtstart=D, count=3)[1], rrule.rrule(rrule.DAILY, dtstart=D).after(datetime(2004, 1, 1)))
print(tz.UTC, tz.tzoffset("X", 3600), tz.tzoffset(None, -3600).utcoffset(None), repr(tz.gettz("Nowhere/X")), datetime(2020, 7, 1, tzinfo=tz.gettz("Europe/Paris")).utcoffset(), datetime(2020, 1, 1, 12, tzinfo=tz.UTC).astimezone(tz.gettz("America/New_York")).isoformat())
