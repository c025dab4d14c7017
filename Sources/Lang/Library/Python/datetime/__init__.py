"""Dates, times, differences and time zones, in the proleptic Gregorian calendar."""
import _katydid
from datetime._calendar import MAXYEAR, MINYEAR
from datetime._delta import timedelta
from datetime._zones import UTC, timezone, tzinfo
from datetime._dates import IsoCalendarDate, date, time
from datetime._moments import datetime

__all__ = ("date", "datetime", "time", "timedelta", "timezone", "tzinfo", "MINYEAR", "MAXYEAR", "UTC")

datetime_CAPI = None
for _class in (timedelta, tzinfo, timezone, date, time, datetime):
    _katydid.set_message_name(_class, "datetime." + _class.__name__)
