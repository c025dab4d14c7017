"""The date of Easter."""
import datetime

EASTER_JULIAN = 1
EASTER_ORTHODOX = 2
EASTER_WESTERN = 3


def easter(year, method=EASTER_WESTERN):
    """The Sunday of Easter: by the Julian calendar, that one's day in the Gregorian, or by the Gregorian one."""
    if not 1 <= method <= 3:
        raise ValueError("invalid method")
    golden = year % 19
    extra = 0
    if method < 3:
        moon = (19 * golden + 15) % 30
        weekday = (year + year // 4 + moon) % 7
        if method == 2:
            extra = 10
            if year > 1600:
                century = year // 100
                extra += century - 16 - (century - 16) // 4
    else:
        century = year // 100
        epact = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
        moon = epact - (epact // 28) * (1 - (epact // 28) * (29 // (epact + 1)) * ((21 - golden) // 11))
        weekday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    days = moon - weekday + extra
    day = 1 + (days + 27 + (days + 6) // 40) % 31
    month = 3 + (days + 26) // 30
    return datetime.date(int(year), int(month), int(day))
