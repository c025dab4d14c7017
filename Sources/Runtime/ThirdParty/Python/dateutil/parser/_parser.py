"""Dates as people write them: a text is cut into words and numbers, and each finds its place."""
import datetime
import re

from dateutil import tz
from dateutil._common import days_in
from dateutil.relativedelta import relativedelta


class ParserError(ValueError):
    def __str__(self):
        try:
            return self.args[0] % self.args[1:]
        except (TypeError, IndexError):
            return super().__str__()

    def __repr__(self):
        return "%s(%s)" % (type(self).__name__, ", ".join("'%s'" % item for item in self.args))


class UnknownTimezoneWarning(RuntimeWarning):
    pass


class parserinfo:
    JUMP = [" ", ".", ",", ";", "-", "/", "'", "at", "on", "and", "ad", "m", "t", "of", "st", "nd", "rd", "th"]
    WEEKDAYS = [("Mon", "Monday"), ("Tue", "Tuesday"), ("Wed", "Wednesday"), ("Thu", "Thursday"), ("Fri", "Friday"),
                ("Sat", "Saturday"), ("Sun", "Sunday")]
    MONTHS = [("Jan", "January"), ("Feb", "February"), ("Mar", "March"), ("Apr", "April"), ("May", "May"), ("Jun", "June"),
              ("Jul", "July"), ("Aug", "August"), ("Sep", "Sept", "September"), ("Oct", "October"), ("Nov", "November"),
              ("Dec", "December")]
    HMS = [("h", "hour", "hours"), ("m", "minute", "minutes"), ("s", "second", "seconds")]
    AMPM = [("am", "a"), ("pm", "p")]
    UTCZONE = ["UTC", "GMT", "Z", "z"]
    PERTAIN = ["of"]
    TZOFFSET = {}

    def __init__(self, dayfirst=False, yearfirst=False):
        self.dayfirst = dayfirst
        self.yearfirst = yearfirst
        self._jump = {word.lower() for word in self.JUMP}
        self._weekdays = self._table(self.WEEKDAYS)
        self._months = self._table(self.MONTHS)
        self._hms = self._table(self.HMS)
        self._ampm = self._table(self.AMPM)
        self._year = datetime.datetime.now().year

    @staticmethod
    def _table(groups):
        return {word.lower(): place for place, group in enumerate(groups) for word in group}

    def convertyear(self, year, century_specified=False):
        if year < 100 and not century_specified:
            year += self._year // 100 * 100
            if year >= self._year + 50:
                year -= 100
            elif year < self._year - 50:
                year += 100
        return year


class _Fault(Exception):
    pass


_TOKEN = re.compile(r"\d+(?:[.,]\d+)?(?=[a-zA-Z])|\d+\.\d+\.\d+|\d+[.,]\d+|\d+|[^\W\d_]+(?:\.[^\W\d_]+)*\.?|\s+|.", re.S)


class _Result:
    def __init__(self):
        self.year = self.month = self.day = self.weekday = None
        self.hour = self.minute = self.second = self.microsecond = None
        self.zone_name = self.zone_offset = None
        self.ampm = None
        self.numbers = []
        self.century = False
        self.month_place = self.year_place = self.day_place = None


class parser:
    def __init__(self, info=None):
        self.info = info or parserinfo()

    def parse(self, timestr, default=None, ignoretz=False, tzinfos=None, **kwargs):
        if isinstance(timestr, (bytes, bytearray)):
            timestr = timestr.decode()
        if hasattr(timestr, "read"):
            timestr = timestr.read()
        if not isinstance(timestr, str):
            raise TypeError("Parser must be a string or character stream, not %s" % type(timestr).__name__)
        if kwargs.get("fuzzy_with_tokens"):
            raise NotImplementedError("fuzzy_with_tokens= is not supported by Katydid's dateutil")
        if default is None:
            default = datetime.datetime.now().replace(hour=0, minute=0, second=0, microsecond=0)
        try:
            result = self._read(timestr, **kwargs)
        except _Fault:
            raise ParserError("Unknown string format: %s", timestr) from None
        if result is None:
            raise ParserError("String does not contain a date: %s", timestr)
        try:
            moment = self._build(result, default)
        except ValueError as error:
            raise ParserError(str(error) + ": %s", timestr) from error
        return moment if ignoretz else self._with_zone(moment, result, tzinfos)

    def _build(self, result, default):
        replaced = {}
        for name in ("year", "month", "day", "hour", "minute", "second", "microsecond"):
            value = getattr(result, name)
            if value is not None:
                replaced[name] = value
        if "day" not in replaced:
            year = replaced.get("year", default.year)
            month = replaced.get("month", default.month)
            if not 1 <= month <= 12:
                raise ValueError("month must be in 1..12")
            replaced["day"] = min(default.day, days_in(year, month))
        moment = default.replace(**replaced)
        if result.weekday is not None and result.day is None:
            from dateutil._common import weekdays

            moment += relativedelta(weekday=weekdays[result.weekday])
        return moment

    def _with_zone(self, moment, result, tzinfos):
        if result.zone_offset == 0 and not result.zone_name or result.zone_name in ("Z", "z"):
            result.zone_name, result.zone_offset = "UTC", 0
        name = result.zone_name
        if tzinfos is not None and name is not None and (callable(tzinfos) or name in tzinfos):
            zone = tzinfos(name, result.zone_offset) if callable(tzinfos) else tzinfos.get(name)
            if isinstance(zone, int):
                zone = tz.tzoffset(name, zone)
            elif isinstance(zone, str):
                zone = tz.gettz(zone)
            return moment.replace(tzinfo=zone)
        import time

        if name and name in time.tzname:
            return moment.replace(tzinfo=tz.tzlocal())
        if result.zone_offset == 0:
            return moment.replace(tzinfo=tz.UTC)
        if result.zone_offset:
            return moment.replace(tzinfo=tz.tzoffset(name, result.zone_offset))
        if name:
            import warnings

            warnings.warn(
                "tzname %s identified but not understood.  Pass `tzinfos` argument in order to correctly return a "
                "timezone-aware datetime.  In a future version, this will raise an exception." % name,
                category=UnknownTimezoneWarning)
        return moment

    # Reading

    def _read(self, text, dayfirst=None, yearfirst=None, fuzzy=False, fuzzy_with_tokens=False):
        info = self.info
        dayfirst = info.dayfirst if dayfirst is None else dayfirst
        yearfirst = info.yearfirst if yearfirst is None else yearfirst
        tokens = _TOKEN.findall(text)
        tokens = [token[:-1] if len(token) > 2 and token.endswith(".") and token[:-1].lower() in info._months else token
                  for token in tokens]
        result = _Result()
        place = 0
        while place < len(tokens):
            token = tokens[place]
            lower = token.lower()
            if token[0].isdigit():
                place = self._number(tokens, place, result, fuzzy)
                continue
            if lower.rstrip(".") in info._weekdays and len(lower) > 1:
                result.weekday = info._weekdays[lower.rstrip(".")]
            elif lower in info._months:
                place = self._month(tokens, place, result)
                continue
            elif lower.replace(".", "") in info._ampm and result.hour is not None and result.ampm is None and (
                    len(lower) > 1 or place and tokens[place - 1].strip()):
                self._meridiem(result, info._ampm[lower.replace(".", "")], fuzzy)
            elif self._is_zone(token, result):
                place = self._named_zone(tokens, place, result)
                continue
            elif token in "+-" and result.hour is not None and place + 1 < len(tokens) and tokens[place + 1].isdigit():
                place = self._offset(tokens, place, result)
                continue
            elif lower not in info._jump and token.strip() and not fuzzy:
                raise _Fault
            place += 1
        self._settle(result, dayfirst, yearfirst)
        if all(getattr(result, name) is None for name in (
                "year", "month", "day", "weekday", "hour", "minute", "second", "microsecond")):
            return None
        return result

    def _number(self, tokens, place, result, fuzzy):
        info = self.info
        token = tokens[place]
        following = tokens[place + 1] if place + 1 < len(tokens) else ""
        plain = token.replace(",", ".")
        digits = len(token)
        if token.count(".") == 2:
            for part in token.split("."):
                self._add(result, part)
            return place + 1
        if following == ":":
            return self._clock(tokens, place, result)
        if digits in (2, 4) and token.isdigit() and len(result.numbers) == 3 and result.hour is None and (
                following.lower() not in info._hms):
            # "20200102T2359"
            result.hour = int(token[:2])
            if digits == 4:
                result.minute = int(token[2:])
            return place + 1
        unit = following.lower()
        skip = 1
        if not unit.strip() and place + 2 < len(tokens):
            unit, skip = tokens[place + 2].lower(), 2
        if unit in info._hms and not (skip == 2 and len(unit) == 1 and unit != "h" and result.hour is None):
            self._measure(result, float(plain), info._hms[unit], plain)
            place += skip + 1
            # "12h00": what follows is the next smaller unit.
            blank = 1 if place + 1 < len(tokens) and tokens[place].isspace() else 0
            if place + blank < len(tokens) and tokens[place + blank].replace(".", "").isdigit():
                place += blank
                after = tokens[place + 1].lower() if place + 1 < len(tokens) else ""
                if info._hms[unit] < 2 and after not in info._hms:
                    self._measure(result, float(tokens[place]), info._hms[unit] + 1, tokens[place])
                    place += 1
            return place
        meridiem = unit.replace(".", "")
        if meridiem in info._ampm and 0 <= float(plain) < 24 and "." not in plain and result.ampm is None:
            result.hour = int(plain)
            self._meridiem(result, info._ampm[meridiem], fuzzy)
            return place + skip + 1
        if "." not in plain and "," not in token:
            if digits == 8 and not result.numbers:
                self._add(result, token[:4], is_year=True)
                self._add(result, token[4:6])
                self._add(result, token[6:])
                return place + 1
            if digits in (12, 14) and not result.numbers:
                self._add(result, token[:4], is_year=True)
                self._add(result, token[4:6])
                self._add(result, token[6:8])
                result.hour, result.minute = int(token[8:10]), int(token[10:12])
                if digits == 14:
                    result.second = int(token[12:])
                return place + 1
            if digits == 6:
                if not result.numbers:
                    for start in (0, 2, 4):
                        self._add(result, token[start:start + 2])
                else:
                    result.hour, result.minute, result.second = int(token[:2]), int(token[2:4]), int(token[4:])
                return place + 1
        elif len(result.numbers) == 3 and result.hour is None and digits > 6 and plain.index(".") == 6:
            result.hour, result.minute = int(plain[:2]), int(plain[2:4])
            self._seconds(result, plain[4:])
            return place + 1
        if following in ("-", "/", ".") or following == "":
            if "." in plain:
                if not fuzzy:
                    raise _Fault
                return place + 1
            return self._dashed(tokens, place, result)
        if "." in plain:
            if fuzzy:
                return place + 1
            raise _Fault
        if len(result.numbers) >= 3:
            if fuzzy:
                return place + 1
            raise _Fault
        self._add(result, token)
        return place + 1

    def _dashed(self, tokens, place, result):
        """Numbers, or a month's name, with one sign between them."""
        sign = tokens[place + 1] if place + 1 < len(tokens) else ""
        if len(result.numbers) >= 3:
            raise _Fault
        self._add(result, tokens[place])
        place += 1
        while sign and place + 1 < len(tokens) and tokens[place] == sign and len(result.numbers) < 3:
            part = tokens[place + 1]
            if part.isdigit():
                if place + 2 < len(tokens) and tokens[place + 2] == ":":
                    break
                self._add(result, part)
            elif part.lower() in self.info._months:
                result.month_place = len(result.numbers)
                result.numbers.append(self.info._months[part.lower()] + 1)
            elif part.lower() in self.info._jump:
                break
            else:
                raise _Fault
            place += 2
        return place

    def _add(self, result, text, is_year=False):
        if len(result.numbers) >= 3:
            raise _Fault
        value = int(text)
        if len(text) > 2 and result.century:
            # A second year.
            raise _Fault
        if is_year or len(text) > 2 or value > 31:
            if len(text) > 2:
                result.century = True
            if result.year_place is None and (is_year or len(text) > 2 or value > 31):
                result.year_place = len(result.numbers)
        result.numbers.append(value)

    def _month(self, tokens, place, result):
        if result.month_place is not None or len(result.numbers) >= 3:
            raise _Fault
        result.month_place = len(result.numbers)
        result.numbers.append(self.info._months[tokens[place].lower()] + 1)
        place += 1
        if place < len(tokens) and tokens[place] in ("-", "/"):
            sign = tokens[place]
            if place + 1 < len(tokens) and tokens[place + 1].isdigit():
                self._add(result, tokens[place + 1])
                place += 2
                if place + 1 < len(tokens) and tokens[place] == sign and tokens[place + 1].isdigit():
                    self._add(result, tokens[place + 1])
                    place += 2
        elif place + 3 < len(tokens) and tokens[place].isspace() and tokens[place + 1].lower() == "of" and (
                tokens[place + 3].isdigit()):
            value = self.info.convertyear(int(tokens[place + 3]))
            result.year_place = len(result.numbers)
            result.century = True
            result.numbers.append(value)
            place += 4
        return place

    def _clock(self, tokens, place, result):
        """`10:20`, `10:20:30`, `10:20:30.5`"""
        result.hour = int(tokens[place])
        if place + 2 >= len(tokens) or not tokens[place + 2][0].isdigit():
            raise _Fault
        minute = tokens[place + 2].replace(",", ".")
        result.minute = int(float(minute))
        if "." in minute:
            result.second = int(60 * (float(minute) % 1))
        place += 3
        if place + 1 < len(tokens) and tokens[place] == ":" and tokens[place + 1][0].isdigit():
            self._seconds(result, tokens[place + 1].replace(",", "."))
            place += 2
        return place

    @staticmethod
    def _seconds(result, text):
        whole, _, fraction = text.partition(".")
        result.second = int(whole)
        result.microsecond = int(fraction.ljust(6, "0")[:6]) if fraction else 0

    def _measure(self, result, value, unit, text):
        if unit == 0:
            result.hour = int(value)
            if value % 1:
                result.minute = int(60 * (value % 1))
        elif unit == 1:
            result.minute = int(value)
            if value % 1:
                result.second = int(60 * (value % 1))
        else:
            self._seconds(result, text.replace(",", "."))

    @staticmethod
    def _meridiem(result, which, fuzzy):
        if not 0 <= result.hour <= 12:
            if fuzzy:
                return
            raise ValueError("Invalid hour specified for 12-hour clock.")
        result.ampm = which
        if which == 1 and result.hour < 12:
            result.hour += 12
        elif which == 0 and result.hour == 12:
            result.hour = 0

    def _is_zone(self, token, result):
        return result.hour is not None and result.zone_name is None and result.zone_offset is None and (
            token in self.info.UTCZONE or len(token) in (3, 4, 5) and token.isalpha() and token.isupper())

    def _named_zone(self, tokens, place, result):
        token = tokens[place]
        result.zone_name = token
        if token in self.info.UTCZONE:
            result.zone_offset = 0
        following = tokens[place + 1] if place + 1 < len(tokens) else ""
        if following in ("+", "-"):
            # "GMT+3" means three hours ahead of Greenwich, other than POSIX.
            tokens[place + 1] = "-" if following == "+" else "+"
            result.zone_offset = None
            if token in self.info.UTCZONE:
                result.zone_name = None
        return place + 1

    @staticmethod
    def _offset(tokens, place, result):
        sign = -1 if tokens[place] == "-" else 1
        digits = tokens[place + 1]
        end = place + 2
        if len(digits) == 4:
            hours, minutes = int(digits[:2]), int(digits[2:])
        elif end + 1 < len(tokens) and tokens[end] == ":" and tokens[end + 1].isdigit():
            hours, minutes = int(digits), int(tokens[end + 1])
            end += 2
        elif len(digits) <= 2:
            hours, minutes = int(digits), 0
        else:
            raise _Fault
        result.zone_offset = sign * (hours * 3600 + minutes * 60)
        if end + 3 < len(tokens) and tokens[end].isspace() and tokens[end + 1] == "(" and tokens[end + 3] == ")":
            result.zone_name = tokens[end + 2]
            end += 4
        return end

    # Which number is what

    def _settle(self, result, dayfirst, yearfirst):
        numbers = result.numbers
        month, year = result.month_place, result.year_place
        count = len(numbers)
        if count == 0:
            return
        if count == 1:
            if month is not None:
                result.month = numbers[0]
            elif numbers[0] > 31 or year is not None:
                result.year = numbers[0]
            else:
                result.day = numbers[0]
        elif count == 2:
            if month is not None:
                result.month = numbers[month]
                other = numbers[1 - month]
                if other > 31 or year is not None:
                    result.year = other
                else:
                    result.day = other
            elif numbers[0] > 31 or year == 0:
                result.year, result.month = numbers
            elif numbers[1] > 31 or year == 1:
                result.month, result.year = numbers
            elif dayfirst and numbers[1] <= 12:
                result.day, result.month = numbers
            else:
                result.month, result.day = numbers
                if result.month > 12:
                    result.day, result.month = numbers
        else:
            self._settle_three(result, numbers, month, year, dayfirst, yearfirst)
        if result.year is not None:
            result.year = self.info.convertyear(result.year, result.century)

    @staticmethod
    def _settle_three(result, numbers, month, year, dayfirst, yearfirst):
        a, b, c = numbers
        if month is not None:
            rest = [place for place in range(3) if place != month]
            if year is None:
                # Behind a month's name comes the day or the year: what is too large for a day is the year.
                year = rest[0] if numbers[rest[0]] > 31 or month == 1 and yearfirst and numbers[rest[1]] <= 31 else rest[1]
            result.month = numbers[month]
            result.year = numbers[year]
            result.day = numbers[next(place for place in rest if place != year)]
        elif a > 31 or year == 0 or yearfirst and b <= 12 and c <= 31:
            result.year = a
            if dayfirst and c <= 12:
                result.day, result.month = b, c
            else:
                result.month, result.day = b, c
        elif a > 12 or dayfirst and b <= 12:
            result.day, result.month, result.year = a, b, c
        else:
            result.month, result.day, result.year = a, b, c


_default = parser()


def parse(timestr, parserinfo=None, **kwargs):
    if parserinfo is not None:
        return parser(parserinfo).parse(timestr, **kwargs)
    return _default.parse(timestr, **kwargs)
