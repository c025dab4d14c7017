"""Reading ISO 8601 texts as CPython does, odd ones too; read when it is asked for.

The texts are bytes that end in a zero, as in C, so that reading beyond the end finds no digit.
"""
from datetime._calendar import _from_iso_week
from datetime._delta import timedelta
from datetime._zones import timezone

__name__ = "datetime"

_SEPARATORS = (7, 8, 10)


def _terminated(text):
    """The bytes of a text; a lone surrogate is only right as what separates date and time."""
    try:
        return text.encode() + b"\0"
    except UnicodeEncodeError:
        if len(text) > 7:
            for at in _SEPARATORS:
                if at < len(text) and "\ud800" <= text[at] <= "\udfff":
                    return (text[:at] + "T" + text[at + 1:]).encode() + b"\0"
        raise


def _reader(read):
    """A function of a text from one of its bytes, with the errors of `fromisoformat`."""
    def checked(text):
        if not isinstance(text, str):
            raise TypeError("fromisoformat: argument must be str")
        try:
            return read(_terminated(text))
        except ValueError as error:
            if error.args and not isinstance(error, UnicodeError):
                raise
            raise ValueError("Invalid isoformat string: %r" % text) from None
    return checked


def _is_digit(byte):
    return 48 <= byte <= 57


def _digits(data, at, count):
    """A number of that many digits, and what follows it."""
    number = 0
    for place in range(at, at + count):
        if not _is_digit(data[place]):
            raise ValueError
        number = number * 10 + data[place] - 48
    return number, at + count


def _parse_date(data, length):
    """Year, month and day of an ISO date: with or without hyphens, with a week, too."""
    year, at = _digits(data, 0, 4)
    has_hyphen = data[at] == 45
    at += has_hyphen
    if data[at] == 87:
        week, at = _digits(data, at + 1, 2)
        day = 1
        if at < length:
            if has_hyphen:
                if data[at] != 45:
                    raise ValueError
                at += 1
            day, at = _digits(data, at, 1)
        try:
            return _from_iso_week(year, week, day)
        except ValueError:
            raise ValueError from None
    month, at = _digits(data, at, 2)
    if has_hyphen:
        if data[at] != 45:
            raise ValueError
        at += 1
    return year, month, _digits(data, at, 2)[0]


def _parse_clock(data, at, end):
    """The four numbers of an ISO time without zone between two places, and whether more follows them."""
    values = [0, 0, 0, 0]
    has_separator = True
    for index in range(3):
        values[index], at = _digits(data, at, 2)
        mark = data[at]
        at += 1
        if index == 0:
            has_separator = mark == 58
        if at >= end:
            return values, mark != 0
        if has_separator and mark == 58:
            continue
        if mark in b".,":
            break
        if has_separator:
            raise ValueError
        at -= 1
    count = min(end - at, 6)
    micros, at = _digits(data, at, count)
    values[3] = micros * 10 ** (6 - count)
    while _is_digit(data[at]):
        at += 1
    return values, data[at] != 0


def _parse_time(data, at):
    end = len(data) - 1
    sign = at
    while data[sign] not in b"+-Z":
        sign += 1
        if sign >= end:
            break
    values, is_more = _parse_clock(data, at, sign)
    if sign >= end:
        if is_more:
            raise ValueError
        return (*values, None)
    if data[sign] == 90:
        if data[sign + 1]:
            raise ValueError
        return (*values, timezone.utc)
    (hours, minutes, seconds, micros), is_more = _parse_clock(data, sign + 1, end)
    if is_more:
        raise ValueError
    seconds += hours * 3600 + minutes * 60
    if not seconds:
        return (*values, timezone.utc)
    delta = timedelta(0, seconds, micros)
    return (*values, timezone(-delta if data[sign] == 45 else delta))


def _date_length(data):
    """Where the date of an ISO date and time ends."""
    length = len(data) - 1
    if length == 7:
        return 7
    if data[4] == 45:
        if data[5] != 87:
            return 10
        if length > 8 and data[8] == 45:
            if length == 9:
                raise ValueError
            # A hyphen is more likely before a time than a digit.
            return 8 if length > 10 and _is_digit(data[10]) else 10
        return 8
    if data[4] != 87:
        return 8
    # Without hyphens the weekday may be missing: the digits before the separator tell.
    at = 7
    while at < length and _is_digit(data[at]):
        at += 1
    if at < 9:
        return at
    return 7 if at % 2 == 0 else 8


@_reader
def read_date(data):
    """Year, month and day."""
    if len(data) - 1 not in _SEPARATORS:
        raise ValueError
    return _parse_date(data, len(data) - 1)


@_reader
def read_time(data):
    """Hour, minute, second, microsecond and zone."""
    return _parse_time(data, 1 if data[0] == 84 else 0)


@_reader
def read_datetime(data):
    """What the constructor of a date and time takes."""
    if len(data) < 8:
        raise ValueError
    at = _date_length(data)
    date = _parse_date(data, at)
    if len(data) - 1 <= at:
        return (*date, 0, 0, 0, 0, None)
    first = data[at]
    if first & 0x80:
        at += {0xE0: 3, 0xF0: 4}.get(first & 0xF0, 2)
    else:
        at += 1
    return date + _parse_time(data, at)
