import calendar
print(calendar.month(2024,2)); print(calendar.calendar(2023)); print(calendar.monthrange(2024,2),
    calendar.isleap(1900), calendar.leapdays(1900,2000), calendar.weekday(2024,2,29))
print(calendar.monthcalendar(2024,9)); print(list(calendar.Calendar(6).itermonthdays2(2024,3))[:5],
    list(calendar.day_name), list(calendar.month_abbr), calendar.timegm((2024,1,2,3,4,5)))
c=calendar.TextCalendar(6); c.prmonth(2024,12); print(list(c.iterweekdays())); print(list(c.itermonthdates(2024,2))[:2])
try: calendar.monthrange(2024,13)
except calendar.IllegalMonthError as e: print(e)
try: calendar.setfirstweekday(9)
except Exception as e: print(type(e).__name__, e)
print(c.yeardayscalendar(2024,2)[0][0][0]); print(calendar.weekheader(3))
