"""The rest of time."""
import _katydid


class struct_time(tuple):
    n_fields = 11
    n_sequence_fields = 9
    n_unnamed_fields = 0
    _names = ("tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst")
    __match_args__ = _names

    def __new__(cls, sequence, dict=None):
        items = tuple(sequence)
        if len(items) < 9:
            raise TypeError("time.struct_time() takes an at least 9-sequence (%d-sequence given)" % len(items))
        if len(items) > 11:
            raise TypeError("time.struct_time() takes an at most 11-sequence (%d-sequence given)" % len(items))
        return tuple.__new__(cls, items[:9])

    tm_year = property(lambda self: self[0])
    tm_mon = property(lambda self: self[1])
    tm_mday = property(lambda self: self[2])
    tm_hour = property(lambda self: self[3])
    tm_min = property(lambda self: self[4])
    tm_sec = property(lambda self: self[5])
    tm_wday = property(lambda self: self[6])
    tm_yday = property(lambda self: self[7])
    tm_isdst = property(lambda self: self[8])

    def _zone(self):
        return _katydid.local_zone(int(mktime(self)))

    @property
    def tm_gmtoff(self):
        return 0 if self == gmtime(int(mktime(self))) else self._zone()[0]

    @property
    def tm_zone(self):
        return "UTC" if self == gmtime(int(mktime(self))) else self._zone()[1]

    def __repr__(self):
        return "time.struct_time(%s)" % ", ".join(["%s=%r" % pair for pair in zip(self._names, self)])


_set_struct_time(struct_time)


def strptime(data_string, format="%a %b %d %H:%M:%S %Y", /):
    import _strptime
    return struct_time(_strptime.read(data_string, format)[0])


def _zones():
    """The names and offsets of the zone in winter and in summer."""
    year = gmtime()[0]
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


def clock_getres(clk_id):
    return 1e-09


def clock_settime(clk_id, time):
    raise PermissionError(1, "Operation not permitted")


clock_settime_ns = clock_settime


def clock_gettime(clk_id):
    return time() if clk_id == CLOCK_REALTIME else monotonic()


def clock_gettime_ns(clk_id):
    return time_ns() if clk_id == CLOCK_REALTIME else monotonic_ns()


def tzset():
    pass


class _ClockInfo:
    def __init__(self, implementation, monotonic, adjustable):
        self.implementation = implementation
        self.monotonic = monotonic
        self.adjustable = adjustable
        self.resolution = 1e-09


def get_clock_info(name):
    if name == "time":
        return _ClockInfo("clock_gettime(CLOCK_REALTIME)", False, True)
    if name in ("monotonic", "perf_counter", "process_time", "thread_time"):
        return _ClockInfo("clock_gettime(CLOCK_MONOTONIC)", True, False)
    raise ValueError("unknown clock")
