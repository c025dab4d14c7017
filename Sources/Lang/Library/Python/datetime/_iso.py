"""Reading ISO 8601 texts; read when it is asked for."""
from datetime._calendar import _from_iso_week
from datetime._delta import timedelta
from datetime._zones import timezone

__name__ = "datetime"


def _digits(text):
    if not text or not text.isascii() or not text.isdigit():
        raise ValueError
    return int(text)


def _parse_date(text):
    """Year, month and day of an ISO date: with or without hyphens, with a week, too."""
    year = _digits(text[:4])
    has_hyphen = text[4:5] == "-"
    at = 5 if has_hyphen else 4
    if text[at:at + 1] == "W":
        week = _digits(text[at + 1:at + 3])
        if len(text[at + 1:at + 3]) != 2:
            raise ValueError
        rest = text[at + 3:]
        if not rest:
            day = 1
        else:
            if (rest[0] == "-") != has_hyphen:
                raise ValueError
            rest = rest[1:] if has_hyphen else rest
            if len(rest) != 1:
                raise ValueError
            day = _digits(rest)
        return _from_iso_week(year, week, day)
    rest = text[at:]
    if has_hyphen:
        if len(rest) != 5 or rest[2] != "-":
            raise ValueError
        return year, _digits(rest[:2]), _digits(rest[3:])
    if len(rest) != 4:
        raise ValueError
    return year, _digits(rest[:2]), _digits(rest[2:])


def _parse_clock(text):
    """Hour, minute, second and microsecond of an ISO time without zone."""
    main, dot, fraction = text, "", ""
    for at, character in enumerate(text):
        if character in ".,":
            main, dot, fraction = text[:at], character, text[at + 1:]
            break
    parts = main.split(":") if ":" in main else [main[at:at + 2] for at in range(0, len(main), 2)]
    if not 1 <= len(parts) <= 3 or any(len(part) != 2 for part in parts) or dot and len(parts) != 3:
        raise ValueError
    numbers = [_digits(part) for part in parts] + [0] * (3 - len(parts))
    microsecond = 0
    if dot:
        _digits(fraction)
        microsecond = int((fraction + "000000")[:6])
    return numbers[0], numbers[1], numbers[2], microsecond


def _parse_time(text):
    if not text:
        raise ValueError
    zone, body = None, text
    for at, character in enumerate(text):
        if character in "+-Z":
            body = text[:at]
            if character == "Z":
                if at + 1 != len(text):
                    raise ValueError
                zone = timezone.utc
            else:
                hour, minute, second, microsecond = _parse_clock(text[at + 1:])
                delta = timedelta(hours=hour, minutes=minute, seconds=second, microseconds=microsecond)
                zone = timezone.utc if not delta else timezone(-delta if character == "-" else delta)
            break
    return (*_parse_clock(body), zone)


def _date_length(text):
    """Where the date of an ISO date and time ends."""
    if text[4:5] == "-":
        if text[5:6] == "W":
            return 10 if text[8:9] == "-" and len(text) > 9 and text[9:10].isdigit() else 8
        return 10
    if text[4:5] == "W":
        # Without hyphens the weekday may be missing: the digits before the separator tell.
        at = 7
        while at < len(text) and text[at].isdigit():
            at += 1
        return 7 if at < 9 and at == 7 or at > 8 and at % 2 == 0 and at != 8 else 8
    return 8
