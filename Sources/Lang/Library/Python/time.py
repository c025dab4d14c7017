"""The rest of time."""
import _katydid
from _sequences import make as _make, sequence as _sequence
from operator import index as _index


_FIELDS = ("tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst")
struct_time = _sequence("time.struct_time", _FIELDS, ("tm_zone", "tm_gmtoff"))
_LARGEST_YEAR = 2147483647
_at_localtime, _at_gmtime, _ctime, _strftime, _mktime = localtime, gmtime, ctime, strftime, mktime
_clock = time


def _outer(function):
    """A function that classes don't bind: `converter = time.gmtime` is usual in those of `logging`."""
    return _katydid.built_in(function, "time")


def _taken(name, least, most, args, kwargs):
    """A function's arguments, with None for those that are left out."""
    if not kwargs and least <= len(args) <= most:
        return args if len(args) == most else args + (None,) * (most - len(args))
    # Functions of one argument or none, and those of many, are told apart.
    shown = f"time.{name}()" if name in ("mktime", "tzset") else name + "()"
    if kwargs:
        raise TypeError(shown + " takes no keyword arguments")
    if name == "asctime":
        raise TypeError(f"asctime expected at most 1 argument, got {len(args)}")
    if shown != name + "()":
        wanted = "exactly one argument" if most else "no arguments"
    else:
        count, bound = (least, "at least") if len(args) < least else (most, "at most")
        wanted = f"{'exactly' if least == most else bound} {count} argument{'' if count == 1 else 's'}"
    raise TypeError(f"{shown} takes {wanted} ({len(args)} given)")


def _seconds(seconds):
    """Whole seconds since 1970, of which the system can tell the date."""
    if seconds is None:
        return int(_clock())
    if isinstance(seconds, float):
        if seconds != seconds:
            raise ValueError("Invalid value NaN (not a number)")
        if not -9.223372036854775e18 < seconds < 9.223372036854775e18:
            raise OverflowError("timestamp out of range for platform time_t")
        seconds = int(seconds // 1)
    else:
        seconds = _index(seconds)
        if not -1 << 63 <= seconds < 1 << 63:
            raise OverflowError("timestamp out of range for platform time_t")
    # The years in which the system's `int` ends.
    if not -67768040609740800 <= seconds <= 67768036191676799:
        raise OSError(75, "Value too large for defined data type")
    return seconds


@_outer
def localtime(*args, **kwargs):
    seconds, = _taken("localtime", 0, 1, args, kwargs)
    seconds = _seconds(seconds)
    offset, zone = _katydid.local_zone(seconds)
    return _make(struct_time, _at_localtime(seconds), (zone, offset))


@_outer
def gmtime(*args, **kwargs):
    seconds, = _taken("gmtime", 0, 1, args, kwargs)
    return _make(struct_time, _at_gmtime(_seconds(seconds)), ("GMT", 0))


def _fields(given, function, is_checked=True):
    """The nine numbers that C's functions are given, in the ranges that these take."""
    if type(given) is not struct_time and not isinstance(given, tuple):
        raise TypeError("Tuple or struct_time argument required")
    if len(given) != 9:
        raise TypeError(function + "(): illegal time tuple argument")
    fields = []
    for each in given:
        number = _index(each)
        if not -1 << 63 <= number < 1 << 63:
            raise OverflowError("Python int too large to convert to C long")
        if not -1 << 31 <= number < 1 << 31:
            raise OverflowError("signed integer is %s" % ("greater than maximum" if number > 0 else "less than minimum"))
        fields.append(number)
    year, month, day, hour, minute, second, weekday, yearday, dst = fields
    if year < 1900 - (1 << 31):
        raise OverflowError("year out of range")
    if is_checked:
        # 0 stands for the first month, day, or day of a year.
        month, day, yearday = month or 1, day or 1, yearday or 1
        for name, value, least, most in (
                ("month", month, 1, 12), ("day of month", day, 1, 31), ("hour", hour, 0, 23),
                ("minute", minute, 0, 59), ("seconds", second, 0, 61), ("day of week", weekday, -1, _LARGEST_YEAR),
                ("day of year", yearday, 1, 366)):
            if not least <= value <= most:
                raise ValueError(name + " out of range")
        weekday, dst = weekday % 7, max(-1, min(dst, 1))
    return year, month, day, hour, minute, second, weekday, yearday, dst


@_outer
def strftime(*args, **kwargs):
    format, t = _taken("strftime", 1, 2, args, kwargs)
    if not isinstance(format, str):
        raise TypeError("strftime() argument 1 must be str, not %s" % (
            "None" if format is None else type(format).__name__))
    fields = _at_localtime(_seconds(None)) if t is None else _fields(t, "strftime")
    if "\0" in format:
        raise ValueError("embedded null character")
    return _strftime(format, fields)


_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def _shown(fields):
    year, month, day, hour, minute, second, weekday, _, _ = fields
    return "%s %s%3d %.2d:%.2d:%.2d %d" % (_DAYS[weekday], _MONTHS[month - 1], day, hour, minute, second, year)


@_outer
def asctime(*args, **kwargs):
    t, = _taken("asctime", 0, 1, args, kwargs)
    return _shown(_at_localtime(_seconds(None)) if t is None else _fields(t, "asctime"))


@_outer
def ctime(*args, **kwargs):
    seconds, = _taken("ctime", 0, 1, args, kwargs)
    return _shown(_at_localtime(_seconds(seconds)))


@_outer
def mktime(*args, **kwargs):
    t, = _taken("mktime", 1, 1, args, kwargs)
    fields = _fields(t, "mktime", False)
    moment = _mktime(fields)
    # The system says -1 for what it can't tell, and for a second before 1970.
    if moment == -1 and fields[0] not in (1969, 1970):
        raise OverflowError("mktime argument out of range")
    return moment


@_outer
def strptime(*args, **kwargs):
    data_string, format = _taken("strptime", 1, 2, args, kwargs)
    import _strptime

    if format is None and len(args) == 1:
        format = "%a %b %d %H:%M:%S %Y"
    fields, _, zone, offset, _ = _strptime.read(data_string, format)
    return _make(struct_time, fields, (zone, offset))


def _zones():
    """The names and offsets of the zone in winter and in summer."""
    year = _at_gmtime()[0]
    start = (year - 1970) * 31556952
    first, second = _katydid.local_zone(start + 1000000), _katydid.local_zone(start + 16800000)
    winter, summer = (first, second) if first[0] <= second[0] else (second, first)
    return winter, summer


_winter, _summer = _zones()
tzname = (_winter[1], _summer[1])
timezone = -_winter[0]
altzone = -_summer[0]
daylight = int(_winter[0] != _summer[0])
CLOCK_REALTIME = 0
CLOCK_MONOTONIC = 1
CLOCK_PROCESS_CPUTIME_ID = 2
CLOCK_THREAD_CPUTIME_ID = 3
CLOCK_MONOTONIC_RAW = 4
CLOCK_BOOTTIME = 7
CLOCK_TAI = 11


_CLOCKS = {CLOCK_REALTIME: ("time", "time_ns"), CLOCK_TAI: ("time", "time_ns"),
           CLOCK_PROCESS_CPUTIME_ID: ("process_time", "process_time_ns"),
           CLOCK_THREAD_CPUTIME_ID: ("thread_time", "thread_time_ns"), CLOCK_MONOTONIC: ("monotonic", "monotonic_ns"),
           CLOCK_MONOTONIC_RAW: ("monotonic", "monotonic_ns"), CLOCK_BOOTTIME: ("monotonic", "monotonic_ns")}


def _clock_names(clk_id):
    found = _CLOCKS.get(_index(clk_id))
    if found is None:
        raise OSError(22, "Invalid argument")
    return found


@_outer
def clock_getres(*args, **kwargs):
    clk_id, = _taken("clock_getres", 1, 1, args, kwargs)
    _clock_names(clk_id)
    return 1e-09


@_outer
def clock_settime(*args, **kwargs):
    clk_id, time = _taken("clock_settime", 2, 2, args, kwargs)
    raise PermissionError(1, "Operation not permitted")


clock_settime_ns = clock_settime


@_outer
def clock_gettime(*args, **kwargs):
    clk_id, = _taken("clock_gettime", 1, 1, args, kwargs)
    return globals()[_clock_names(clk_id)[0]]()


@_outer
def clock_gettime_ns(*args, **kwargs):
    clk_id, = _taken("clock_gettime_ns", 1, 1, args, kwargs)
    return globals()[_clock_names(clk_id)[1]]()


@_outer
def tzset(*args, **kwargs):
    _taken("tzset", 0, 0, args, kwargs)
    import os

    if os.environ.get("TZ") != os._environment.get("TZ"):
        raise RuntimeError("time.tzset() is refused after a change of TZ: the zone is that of the process")


@_outer
def get_clock_info(*args, **kwargs):
    name, = _taken("get_clock_info", 1, 1, args, kwargs)
    if not isinstance(name, str):
        raise TypeError("get_clock_info() argument 1 must be str, not %s" % type(name).__name__)
    from types import SimpleNamespace

    if name not in _IMPLEMENTATIONS:
        raise ValueError("unknown clock")
    return SimpleNamespace(implementation="clock_gettime(%s)" % _IMPLEMENTATIONS[name], monotonic=name != "time",
                           adjustable=name == "time", resolution=1e-09)


_IMPLEMENTATIONS = {"time": "CLOCK_REALTIME", "monotonic": "CLOCK_MONOTONIC", "perf_counter": "CLOCK_MONOTONIC",
                    "process_time": "CLOCK_PROCESS_CPUTIME_ID", "thread_time": "CLOCK_THREAD_CPUTIME_ID"}
