"""strftime and strptime with each directive."""
from datetime import date, datetime, timedelta, timezone

from facts import calls

moments = [datetime(2024, 2, 29, 13, 5, 9, 42), datetime(1999, 12, 31, 0, 0), datetime(5, 1, 2, 23, 59, 59, 999999),
           datetime(2024, 1, 1, 12, tzinfo=timezone.utc), datetime(2024, 7, 1, tzinfo=timezone(timedelta(hours=-5,
               minutes=-30), "X"))]
for moment in moments:
    for letter in "aAwdbBmyHIpMSfzZjUWxXcGuV%":
        print(letter, moment.strftime("%" + letter))
    print(moment, repr(moment), moment.isoformat(), moment.isoformat(" ", "minutes"), moment.date(), moment.time(),
        moment.timetuple()[:9])
    print(moment.isocalendar(), moment.toordinal(), moment.weekday(), moment.ctime(), f"{moment:%H:%M}",
        moment.replace(year=2023, day=1))
calls(datetime.strptime, ("2024-02-29", "%Y-%m-%d"), ("13:05", "%H:%M"), ("Feb 3 24", "%b %d %y"), ("01/02/99 1 PM",
    "%m/%d/%y %I %p"),
      ("2024-13-01", "%Y-%m-%d"), ("x", "%Y"), ("2024 x", "%Y"), ("2024", "%Q"), ("1.5", "%S.%f"), ("+0530",
          "%z"), ("Z", "%z"),
      ("2024-060", "%Y-%j"), ("Monday", "%A"), ("2023-02-29", "%Y-%m-%d"), ("10:11:12.123456", "%H:%M:%S.%f"), ("",
          ""), ("a%", "a%%"))
calls(datetime.fromisoformat, "2024-02-29", "2024-02-29T13:05", "2024-02-29 13:05:09.5", "20240229T130509Z",
    "2024-02-29T13:05+05:30", "x",
      "2024-W09-4", "2024-02-30", "2024-02-29T25:00", "", 5)
calls(date.fromisoformat, "2024-02-29", "20240229", "2024-2-9", "x")
