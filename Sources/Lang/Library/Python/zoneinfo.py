"""Time zones by name, from the system's database (RFC 8536)."""
import _katydid
import struct as _struct
from datetime import datetime as _datetime, timedelta as _timedelta, tzinfo as _tzinfo

TZPATH = ("/usr/share/zoneinfo",)
_EPOCH = _datetime(1970, 1, 1)


class ZoneInfoNotFoundError(KeyError):
    pass


class InvalidTZPathWarning(RuntimeWarning):
    pass


class _Rule:
    """When a year's change to or from summer time is: Mm.w.d, Jn or n, and the time of the day."""

    def __init__(self, text):
        date, _, clock = text.partition("/")
        self.seconds = _clock(clock) if clock else 7200
        self.kind = date[0] if date[0] in "MJ" else ""
        self.numbers = [int(part) for part in date.lstrip("MJ").split(".")]

    def moment(self, year):
        """The local time of the change in seconds since 1970."""
        first = (_datetime(year, 1, 1) - _EPOCH).days
        if self.kind == "M":
            month, week, day = self.numbers
            start = _datetime(year, month, 1)
            weekday = (start.weekday() + 1) % 7
            number = 1 + (day - weekday) % 7 + (week - 1) * 7
            length = ((_datetime(year + month // 12, month % 12 + 1, 1)) - start).days
            if number > length:
                number -= 7
            days = (start - _EPOCH).days + number - 1
        elif self.kind == "J":
            number = self.numbers[0]
            leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
            days = first + number - 1 + (leap and number >= 60)
        else:
            days = first + self.numbers[0]
        return days * 86400 + self.seconds


def _clock(text):
    sign = -1 if text.startswith("-") else 1
    parts = [int(part) for part in text.lstrip("+-").split(":")] + [0, 0]
    return sign * (parts[0] * 3600 + parts[1] * 60 + parts[2])


def _name_and_offset(text):
    """Splits a zone's name and its offset west of UTC off the front."""
    if text.startswith("<"):
        name, text = text[1:].split(">", 1)
    else:
        at = 0
        while at < len(text) and text[at].isalpha():
            at += 1
        name, text = text[:at], text[at:]
    at = 0
    while at < len(text) and text[at] in "+-0123456789:":
        at += 1
    return name, text[:at], text[at:]


class _Footer:
    """The rule for the times after the table."""

    def __init__(self, text):
        name, offset, rest = _name_and_offset(text)
        self.standard = (-_clock(offset), 0, name)
        self.summer = None
        if rest:
            name, offset, rest = _name_and_offset(rest)
            east = -_clock(offset) if offset else self.standard[0] + 3600
            self.summer = (east, east - self.standard[0], name)
            parts = rest.split(",")
            self.start, self.end = _Rule(parts[1]), _Rule(parts[2])

    def at_utc(self, seconds):
        if self.summer is None:
            return self.standard, 0
        year = (_EPOCH + _timedelta(seconds=seconds + self.standard[0])).year
        start = self.start.moment(year) - self.standard[0]
        end = self.end.moment(year) - self.summer[0]
        inside = start <= seconds < end if start < end else not end <= seconds < start
        turn = end if not inside else start
        fold = int(not inside and 0 <= seconds - turn < self.summer[0] - self.standard[0])
        return self.summer if inside else self.standard, fold

    def at_local(self, seconds, fold):
        if self.summer is None:
            return self.standard
        year = (_EPOCH + _timedelta(seconds=seconds)).year
        start, end = self.start.moment(year), self.end.moment(year)
        difference = self.summer[0] - self.standard[0]
        # In the gap the offset before counts unless fold is set; in the overlap the first one unless it is set.
        if difference >= 0:
            start += 0 if fold else difference
            end -= difference if fold else 0
        else:
            start += difference if fold else 0
            end -= 0 if fold else difference
        inside = start <= seconds < end if start < end else not end <= seconds < start
        return self.summer if inside else self.standard


class ZoneInfo(_tzinfo):
    _cache = {}

    def __new__(cls, key):
        known = cls._cache.get(key)
        if known is None:
            known = cls._cache[key] = cls.no_cache(key)
        return known

    @classmethod
    def no_cache(cls, key):
        if not isinstance(key, str):
            raise TypeError("expected str, bytes or os.PathLike object, not %s" % type(key).__name__)
        if key.startswith("/"):
            raise ValueError("ZoneInfo keys may not be absolute paths, got: %s" % key)
        if ".." in key.split("/"):
            raise ValueError("ZoneInfo keys must refer to subdirectories of TZPATH, got: %s" % key)
        if key != key.strip("/") or "//" in key:
            raise ValueError("ZoneInfo keys must be normalized relative paths, got: %s" % key)
        data = _katydid.zone_data(key)
        if data is None:
            raise ZoneInfoNotFoundError("No time zone found with key " + key)
        self = object.__new__(cls)
        self._key = key
        self._read(data)
        return self

    @classmethod
    def from_file(cls, fobj, /, key=None):
        self = object.__new__(cls)
        self._key = key
        self._read(fobj.read())
        return self

    @classmethod
    def clear_cache(cls, *, only_keys=None):
        for key in list(cls._cache if only_keys is None else only_keys):
            cls._cache.pop(key, None)

    @property
    def key(self):
        return self._key

    def _read(self, data):
        if data[:4] != b"TZif":
            raise ValueError("Invalid TZif file: magic not found")
        at, size, code = 0, 4, "l"
        counts = _struct.unpack(">6l", data[20:44])
        if data[4] >= 0x32:
            isut, isstd, leap, times, types, chars = counts
            at = 44 + times * 5 + types * 6 + chars + leap * 8 + isstd + isut
            size, code = 8, "q"
            counts = _struct.unpack(">6l", data[at + 20:at + 44])
        isut, isstd, leap, times, types, chars = counts
        at += 44
        self._times = list(_struct.unpack(">%d%s" % (times, code), data[at:at + times * size]))
        at += times * size
        indices = list(data[at:at + times])
        at += times
        kinds = [_struct.unpack(">lbB", data[at + 6 * i:at + 6 * i + 6]) for i in range(types)]
        at += types * 6
        names = data[at:at + chars]
        at += chars + leap * (size + 4) + isstd + isut
        table = []
        for offset, is_dst, start in kinds:
            end = names.index(b"\0", start)
            table.append([offset, is_dst, names[start:end].decode()])
        entries = []
        last_standard = None
        for index in indices:
            offset, is_dst, name = table[index]
            saving = 0
            if is_dst:
                saving = offset - last_standard if last_standard is not None else 3600
                if saving == 0:
                    saving = 3600
            else:
                last_standard = offset
            entries.append((offset, saving, name))
        self._entries = entries
        first = next((kind for kind in table if not kind[1]), table[0])
        self._first = (first[0], 0, first[2])
        footer = data[at:].strip(b"\n").decode()
        self._footer = _Footer(footer) if footer else None

    def _find(self, dt):
        seconds = (dt.replace(tzinfo=None) - _EPOCH) // _timedelta(seconds=1)
        times = self._times
        # The local time of each change, by the offset that counts: before it for the first of two times.
        low, high = 0, len(times)
        while low < high:
            middle = (low + high) // 2
            before = self._entries[middle - 1][0] if middle else self._first[0]
            after = self._entries[middle][0]
            local = times[middle] + (min(before, after) if dt.fold else max(before, after))
            if seconds < local:
                high = middle
            else:
                low = middle + 1
        if low == len(times) and self._footer:
            return self._footer.at_local(seconds, dt.fold)
        return self._entries[low - 1] if low else self._first

    def utcoffset(self, dt):
        return None if dt is None and not self._is_fixed() else _timedelta(seconds=self._state(dt)[0])

    def dst(self, dt):
        return None if dt is None and not self._is_fixed() else _timedelta(seconds=self._state(dt)[1])

    def tzname(self, dt):
        return None if dt is None and not self._is_fixed() else self._state(dt)[2]

    def _is_fixed(self):
        return not self._times and (self._footer is None or self._footer.summer is None)

    def _state(self, dt):
        if dt is None:
            return self._footer.standard if self._footer else self._first
        return self._find(dt)

    def fromutc(self, dt):
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        seconds = (dt.replace(tzinfo=None) - _EPOCH) // _timedelta(seconds=1)
        times = self._times
        low, high = 0, len(times)
        while low < high:
            middle = (low + high) // 2
            if seconds < times[middle]:
                high = middle
            else:
                low = middle + 1
        fold = 0
        if low == len(times) and self._footer:
            state, fold = self._footer.at_utc(seconds)
        else:
            state = self._entries[low - 1] if low else self._first
            if low:
                before = self._entries[low - 2] if low > 1 else self._first
                fold = int(0 <= seconds - times[low - 1] < before[0] - state[0])
        result = dt + _timedelta(seconds=state[0])
        return result.replace(fold=1) if fold else result

    def __repr__(self):
        if self._key is None:
            return "zoneinfo.ZoneInfo.from_file(...)"
        return "zoneinfo.ZoneInfo(key=%r)" % self._key

    def __str__(self):
        return repr(self) if self._key is None else self._key


def available_timezones():
    data = _katydid.zone_data("tzdata.zi") or b""
    names = set()
    for line in data.decode().splitlines():
        parts = line.split()
        if parts[:1] == ["Z"]:
            names.add(parts[1])
        elif parts[:1] == ["L"]:
            names.add(parts[2])
    return names


def reset_tzpath(to=None):
    pass
