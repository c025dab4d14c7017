import os as _os

from _refusals import refuser as _refuser


def get_localzone_name():
    """The name of the machine's zone: what `TZ` says, or else UTC."""
    name = _os.environ.get("TZ", "").lstrip(":")
    return name or "UTC"


def get_localzone():
    from zoneinfo import ZoneInfo

    return ZoneInfo(get_localzone_name())


__getattr__ = _refuser(__name__, "there are get_localzone and get_localzone_name")
