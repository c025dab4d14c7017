"""Reads dates and times by a format: what time.strptime and datetime.strptime share."""
import re as _re

_MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December"]
_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def _names(names, length=None):
    words = sorted((name[:length].lower() for name in names), key=len, reverse=True)
    return "|".join(words)


_PATTERNS = {
    "d": r"(?P<d>3[0-1]|[1-2]\d|0[1-9]|[1-9]| [1-9])",
    "f": r"(?P<f>[0-9]{1,6})",
    "H": r"(?P<H>2[0-3]|[0-1]\d|\d)",
    "I": r"(?P<I>1[0-2]|0[1-9]|[1-9])",
    "G": r"(?P<G>\d\d\d\d)",
    "j": r"(?P<j>36[0-6]|3[0-5]\d|[1-2]\d\d|0[1-9]\d|00[1-9]|[1-9]\d|0[1-9]|[1-9])",
    "m": r"(?P<m>1[0-2]|0[1-9]|[1-9])",
    "M": r"(?P<M>[0-5]\d|\d)",
    "S": r"(?P<S>6[0-1]|[0-5]\d|\d)",
    "U": r"(?P<U>5[0-3]|[0-4]\d|\d)",
    "W": r"(?P<W>5[0-3]|[0-4]\d|\d)",
    "V": r"(?P<V>5[0-3]|0[1-9]|[1-4]\d|\d)",
    "w": r"(?P<w>[0-6])",
    "u": r"(?P<u>[1-7])",
    "y": r"(?P<y>\d\d)",
    "Y": r"(?P<Y>\d\d\d\d)",
    "z": r"(?P<z>[+-]\d\d:?[0-5]\d(:?[0-5]\d(\.\d{1,6})?)?|(?-i:Z))",
    "A": "(?P<A>%s)" % _names(_DAYS),
    "a": "(?P<a>%s)" % _names(_DAYS, 3),
    "B": "(?P<B>%s)" % _names(_MONTHS),
    "b": "(?P<b>%s)" % _names(_MONTHS, 3),
    "p": "(?P<p>am|pm)",
    "Z": "(?P<Z>utc|gmt)",
    "%": "%",
}
_COMPOSED = {"c": "%a %b %d %H:%M:%S %Y", "x": "%m/%d/%y", "X": "%H:%M:%S"}
_cache = {}


def _compile(format):
    known = _cache.get(format)
    if known is not None:
        return known
    out, at = [], 0
    text = format
    for letter, whole in _COMPOSED.items():
        text = text.replace("%" + letter, whole)
    while at < len(text):
        character = text[at]
        at += 1
        if character.isspace():
            while at < len(text) and text[at].isspace():
                at += 1
            out.append(r"\s+")
        elif character == "%":
            if at == len(text):
                raise ValueError("stray %% in format '%s'" % format) from None
            letter = text[at]
            at += 1
            if letter not in _PATTERNS:
                raise ValueError("'%s' is a bad directive in format '%s'" % (letter, format)) from None
            if letter == "Z":
                import time
                zones = sorted({"utc", "gmt", *(name.lower() for name in time.tzname)}, key=len, reverse=True)
                out.append("(?P<Z>%s)" % "|".join(map(_re.escape, zones)))
            else:
                out.append(_PATTERNS[letter])
        else:
            out.append(_re.escape(character))
    pattern = _re.compile("".join(out), _re.IGNORECASE)
    if len(_cache) > 50:
        _cache.clear()
    _cache[format] = pattern
    return pattern


def _week_day(year, week, weekday, starts_monday):
    """The day of the year of a weekday in a week counted from the first Sunday or Monday."""
    import datetime
    first = datetime.date(year, 1, 1).weekday()
    if not starts_monday:
        first = (first + 1) % 7
        weekday = (weekday + 1) % 7
    days = (7 - first) % 7
    if week == 0:
        return 1 + weekday - first
    return 1 + days + 7 * (week - 1) + weekday


def read(text, format):
    """The fields in the order of a struct_time, then the microseconds, the zone's name and its offset in seconds."""
    import datetime
    for number, argument in enumerate((text, format)):
        if not isinstance(argument, str):
            raise TypeError("strptime() argument %d must be str, not %s" % (number, type(argument)))
    match = _compile(format).match(text)
    if not match:
        raise ValueError("time data %r does not match format %r" % (text, format))
    if len(text) != match.end():
        raise ValueError("unconverted data remains: %s" % text[match.end():])
    found = match.groupdict()
    iso_year = year = None
    month = day = 1
    hour = minute = second = micros = 0
    dst = -1
    offset = offset_micros = zone = None
    weekday = julian = week = iso_week = None
    starts_monday = False
    for letter, value in found.items():
        if value is None:
            continue
        if letter == "y":
            year = int(value)
            year += 2000 if year <= 68 else 1900
        elif letter == "Y":
            year = int(value)
        elif letter == "G":
            iso_year = int(value)
        elif letter == "m":
            month = int(value)
        elif letter == "B":
            month = [name.lower() for name in _MONTHS].index(value.lower()) + 1
        elif letter == "b":
            month = [name[:3].lower() for name in _MONTHS].index(value.lower()) + 1
        elif letter == "d":
            day = int(value)
        elif letter == "H":
            hour = int(value)
        elif letter == "I":
            hour = int(value) % 12
            if (found.get("p") or "").lower() == "pm":
                hour += 12
        elif letter == "M":
            minute = int(value)
        elif letter == "S":
            second = int(value)
        elif letter == "f":
            micros = int(value + "0" * (6 - len(value)))
        elif letter == "A":
            weekday = [name.lower() for name in _DAYS].index(value.lower())
        elif letter == "a":
            weekday = [name[:3].lower() for name in _DAYS].index(value.lower())
        elif letter == "w":
            weekday = (int(value) - 1) % 7
        elif letter == "u":
            weekday = int(value) - 1
        elif letter == "j":
            julian = int(value)
        elif letter in "UW":
            week = int(value)
            starts_monday = letter == "W"
        elif letter == "V":
            iso_week = int(value)
        elif letter == "z":
            if value in "zZ":
                offset = offset_micros = 0
            else:
                if value[3] == ":" and value[6:] and value[6] != ":":
                    raise ValueError("Inconsistent use of : in " + value)
                if value[3] != ":" and ":" in value:
                    # CPython takes what follows for the seconds.
                    int(value[5:7])
                digits = value[1:].replace(":", "")
                fraction = ""
                if "." in digits:
                    digits, fraction = digits.split(".")
                offset = int(digits[:2]) * 3600 + int(digits[2:4]) * 60 + int(digits[4:6] or 0)
                offset_micros = int((fraction + "000000")[:6])
                if value[0] == "-":
                    offset, offset_micros = -offset, -offset_micros
        elif letter == "Z":
            zone = value
            import time
            names = [name.lower() for name in time.tzname]
            if value.lower() in ("utc", "gmt"):
                dst = 0
            elif value.lower() in names and not (names[0] == names[1] and time.daylight):
                dst = names.index(value.lower())
    if iso_year is not None:
        if julian is not None:
            raise ValueError("Day of the year directive '%j' is not compatible with ISO year directive '%G'. "
                             "Use '%Y' instead.")
        if iso_week is None or weekday is None:
            raise ValueError("ISO year directive '%G' must be used with the ISO week directive '%V' and a weekday "
                             "directive ('%A', '%a', '%w', or '%u').")
    elif iso_week is not None:
        if year is None or weekday is None:
            raise ValueError("ISO week directive '%V' must be used with the ISO year directive '%G' and a weekday "
                             "directive ('%A', '%a', '%w', or '%u').")
        raise ValueError("ISO week directive '%V' is incompatible with the year directive '%Y'. "
                         "Use the ISO year '%G' instead.")
    leap = False
    if year is None:
        if month == 2 and day == 29:
            year, leap = 1904, True
        else:
            year = 1900
    if julian is None and weekday is not None:
        if week is not None:
            julian = _week_day(year, week, weekday, starts_monday)
        elif iso_year is not None and iso_week is not None:
            # A week too many is the first one of the next year.
            first = datetime.date.fromisocalendar(iso_year, 1, 1).toordinal()
            date = datetime.date.fromordinal(first + 7 * (iso_week - 1) + weekday)
            year, month, day = date.year, date.month, date.day
            julian = date.toordinal() - datetime.date(year, 1, 1).toordinal() + 1
        if julian is not None and julian <= 0:
            year -= 1
            julian += 366 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 365
    if julian is None:
        julian = datetime.date(year, month, day).toordinal() - datetime.date(year, 1, 1).toordinal() + 1
    else:
        date = datetime.date.fromordinal(julian - 1 + datetime.date(year, 1, 1).toordinal())
        year, month, day = date.year, date.month, date.day
    if weekday is None:
        weekday = datetime.date(year, month, day).weekday()
    if leap:
        year = 1900
    return (year, month, day, hour, minute, second, weekday, julian, dst), micros, zone, offset, offset_micros


def read_datetime(cls, text, format):
    import datetime
    for number, argument in enumerate((text, format), 1):
        if not isinstance(argument, str):
            raise TypeError("strptime() argument %d must be str, not %s" % (
                number, "None" if argument is None else type(argument).__name__))
    fields, micros, zone, offset, offset_micros = read(text, format)
    arguments = fields[:6] + (micros,)
    if offset is None:
        return cls(*arguments)
    delta = datetime.timedelta(seconds=offset, microseconds=offset_micros)
    return cls(*arguments, datetime.timezone(delta, zone) if zone else datetime.timezone(delta))
