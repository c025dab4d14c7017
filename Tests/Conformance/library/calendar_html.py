"""Calendars as HTML."""
import calendar


class Marked(calendar.HTMLCalendar):
    cssclasses = ["mon text-bold", "tue", "wed", "thu", "fri", "sat red", "sun red"]
    cssclass_noday = "none"

    def formatmonthname(self, theyear, themonth, withyear=True):
        return f"<caption>{super().formatmonthname(theyear, themonth, withyear)}</caption>"


for made in (calendar.HTMLCalendar(), calendar.HTMLCalendar(calendar.SUNDAY), Marked()):
    print(made.formatmonth(2024, 2), made.formatmonth(2023, 10, withyear=False))
    print(made.formatday(0, 1), made.formatweekday(2), made.formatweekheader())
print(calendar.HTMLCalendar().formatyear(2024), calendar.HTMLCalendar().formatyear(2023, 5))
print(calendar.HTMLCalendar().formatyearpage(2024))
print(calendar.HTMLCalendar().formatyearpage(2024, 2, css=None, encoding="ascii"))
print(repr(calendar.formatstring(["a", "b"], 5, 1)))
calendar.format(["a", "b"], 5, 1)
