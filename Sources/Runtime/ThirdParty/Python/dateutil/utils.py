import datetime


def today(tzinfo=None):
    now = datetime.datetime.now(tzinfo)
    return datetime.datetime.combine(now.date(), datetime.time(0, tzinfo=tzinfo))


def default_tzinfo(dt, tzinfo):
    return dt if dt.tzinfo is not None else dt.replace(tzinfo=tzinfo)


def within_delta(dt1, dt2, delta):
    return abs(dt1 - dt2) <= abs(delta)
