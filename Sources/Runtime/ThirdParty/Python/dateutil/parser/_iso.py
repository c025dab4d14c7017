import datetime
import re

from dateutil import tz

_DATE = re.compile(
    r"(?P<year>\d{4})(?:-?W(?P<week>\d\d)(?:-?(?P<weekday>\d))?|-?(?P<ordinal>\d{3})(?=$|\D|[T ])"
    r"|(?P<sep>-?)(?P<month>\d\d)(?:(?P=sep)(?P<day>\d\d))?)?")
_TIME = re.compile(
    r"(?P<hour>\d\d)(?:(?P<sep>:?)(?P<minute>\d\d)(?:(?P=sep)(?P<second>\d\d)(?:[.,](?P<fraction>\d{1,9}))?)?)?"
    r"(?P<zone>Z|z|[+-]\d\d(?::?\d\d)?)?$")


class isoparser:
    """ISO 8601, strictly."""

    def __init__(self, sep=None):
        self._sep = sep

    def isoparse(self, text):
        if hasattr(text, "read"):
            text = text.read()
        if isinstance(text, bytes):
            text = text.decode("ascii")
        found = _DATE.match(text)
        if found is None:
            raise ValueError("ISO string too short")
        year = int(found.group("year"))
        if found.group("week"):
            date = datetime.date.fromisocalendar(year, int(found.group("week")), int(found.group("weekday") or 1))
        elif found.group("ordinal"):
            date = datetime.date(year, 1, 1) + datetime.timedelta(days=int(found.group("ordinal")) - 1)
        else:
            date = datetime.date(year, int(found.group("month") or 1), int(found.group("day") or 1))
        moment = datetime.datetime(date.year, date.month, date.day)
        rest = text[found.end():]
        if not rest:
            return moment
        if self._sep is not None and rest[0] != self._sep or len(rest) < 2:
            raise ValueError("String contains unknown ISO components")
        clock = _TIME.match(rest[1:])
        if clock is None:
            raise ValueError("Unused components in ISO string" if rest[1:2].isdigit() else "ISO time too short")
        hour = int(clock.group("hour"))
        next_day = hour == 24
        micro = int(((clock.group("fraction") or "") + "000000")[:6])
        moment = moment.replace(
            hour=0 if next_day else hour, minute=int(clock.group("minute") or 0), second=int(clock.group("second") or 0),
            microsecond=micro)
        if next_day:
            if moment.minute or moment.second or micro:
                raise ValueError("Hour may only be 24 at 24:00:00.000")
            moment += datetime.timedelta(days=1)
        zone = clock.group("zone")
        if zone:
            moment = moment.replace(tzinfo=self._zone(zone))
        return moment

    @staticmethod
    def _zone(text):
        if text in "Zz":
            return tz.UTC
        digits = text[1:].replace(":", "")
        seconds = int(digits[:2]) * 3600 + int(digits[2:] or 0) * 60
        if int(digits[2:] or 0) > 59:
            raise ValueError("Invalid minutes in time zone offset")
        if int(digits[:2]) > 23:
            raise ValueError("Invalid hours in time zone offset")
        return tz.UTC if seconds == 0 else tz.tzoffset(None, -seconds if text[0] == "-" else seconds)


isoparse = isoparser().isoparse
