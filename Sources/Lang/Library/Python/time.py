"""The rest of time."""
import _katydid


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
