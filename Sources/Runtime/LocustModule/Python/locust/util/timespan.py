import re

_spans = re.compile(r"(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?")


def parse_timespan(time_str):
    """The seconds of a time such as 20, 20s, 3m or 1h20m."""
    if not time_str:
        raise ValueError("Invalid time span format")
    if time_str.isdigit():
        return int(time_str)
    match = _spans.fullmatch(time_str)
    if match is None:
        raise ValueError("Invalid time span format. Valid formats: 20, 20s, 3m, 2h, 1h20m, 3h30m10s, etc.")
    hours, minutes, seconds = (int(part or 0) for part in match.groups())
    return hours * 3600 + minutes * 60 + seconds
