"""What the functions of `time` take, and what they say of what they don't."""
import time
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
for bad in (1e60, 2**62, -2**62, 2**80, -2**80, float("nan"), float("inf"), "x", True, 1.9, -1.5, 10**17, [1]):
    for f in (time.gmtime, time.ctime):
        t(lambda: f(bad))
Z=(2000,1,2,3,4,5,6,7,0)
for i in range(9):
    for v in (-1, -2, 0, 13, 24, 32, 60, 61, 62, 366, 367, 7, 2**31, 2**70, "x", 1.5, None):
        z = Z[:i]+(v,)+Z[i+1:]
        print(i, v, end=" "); t(lambda: time.strftime("%d %m %H %M %S %w %j", z))
        print(i, v, end=" "); t(lambda: time.asctime(z))
        print(i, v, end=" "); t(lambda: time.mktime(z))
for z in ((1,2), (), Z+(1,), Z+(1,2), Z+(1,2,3), list(Z), "x", None, 5):
    t(lambda: time.strftime("%Y", z) if z is not None else 0)
    t(lambda: time.asctime(z)if z is not None else 0)
    t(lambda: time.mktime(z))
t(lambda: time.strftime(4))
t(lambda: time.strftime())
t(lambda: time.strftime("%Y", Z, 3))
t(lambda: time.strftime("%Y", t=Z))
t(lambda: time.strftime("a\0b %Y", Z))
t(lambda: time.strftime("é %Y %", Z))
t(lambda: time.strftime("%Y", (1,)+Z[1:]))
t(lambda: time.strftime("%4Y", (1,)+Z[1:]))
t(lambda: time.strftime("%Y %y %G %C", (-5,)+Z[1:]))
t(lambda: time.asctime((-5,)+Z[1:]))
t(lambda: time.asctime((12345,)+Z[1:]))
t(lambda: time.gmtime(0).tm_zone)
t(lambda: time.gmtime(0).tm_gmtoff)
t(lambda: time.localtime(86400*200).tm_gmtoff)
t(lambda: time.localtime(86400*200))
t(lambda: time.mktime(time.localtime(0)))
t(lambda: time.get_clock_info("x"))
t(lambda: time.get_clock_info(1))
t(lambda: time.clock_getres(1))
t(lambda: time.clock_gettime(99))
t(lambda: time.clock_gettime_ns("x"))
class F:
    c = time.gmtime
    d = time.strftime
    e = time.mktime
    g = time.asctime
    h = time.localtime
    i = time.ctime
t(lambda: F().c(0)); t(lambda: F().d("%Y", Z)); t(lambda: F().h(0)[0]); t(lambda: F().g(Z)); t(lambda:F().i(0))
t(lambda: time.gmtime); t(lambda: time.strptime); t(lambda: time.tzset)
t(lambda: time.get_clock_info("time"))
t(lambda: time.get_clock_info("perf_counter"))
t(lambda: time.get_clock_info("process_time"))
t(lambda: time.get_clock_info("monotonic"))
t(lambda: time.get_clock_info("thread_time"))
t(lambda: time.strptime("2020", "%Y"))
t(lambda: time.strptime("2020 +0500", "%Y %z"))
t(lambda: time.strptime("2020 +0500", "%Y %z").tm_gmtoff)
t(lambda: time.strptime("2020 UTC", "%Y %Z").tm_zone)
t(lambda: time.strptime(b"2020 UTC", "%Y %Z").tm_zone)
t(lambda: time.strptime("2020 UTC", b"%Y %Z").tm_zone)
t(lambda: time.strptime("2020 UTC", None).tm_zone)
t(lambda: time.strptime("x"))
t(lambda: time.strptime("Mon Jan  1 00:00:00 2001"))
t(lambda: time.gmtime(1,2))
t(lambda: time.time(1))
t(lambda: time.struct_time(range(9)).tm_gmtoff)
