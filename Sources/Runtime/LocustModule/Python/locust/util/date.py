from datetime import datetime, timezone

UTC = timezone.utc


def format_utc_timestamp(unix_timestamp):
    return datetime.fromtimestamp(int(unix_timestamp), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def format_safe_timestamp(unix_timestamp):
    """A local time that can be part of a file's name."""
    return datetime.fromtimestamp(int(unix_timestamp)).strftime("%Y-%m-%d-%Hh%M")


def format_duration(start_time, end_time):
    rest = int(end_time - start_time)
    parts = []
    for name, size in (("day", 86400), ("hour", 3600), ("minute", 60), ("second", 1)):
        count, rest = divmod(rest, size)
        if count > 0:
            parts.append(f"{count} {name}" + ("s" if count != 1 else ""))
    if not parts:
        return "0 seconds"
    start = ", ".join(parts[:-1])
    return f"{start} and {parts[-1]}" if start else parts[-1]
