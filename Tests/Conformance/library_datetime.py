from datetime import *
import datetime as dtm, time
d=date(2024,2,29); print(d, repr(d), d.weekday(), d.isoweekday(), d.isocalendar(), d.isocalendar().week, d.toordinal(), date.fromordinal(738945), d.replace(year=2023,day=1), d.strftime('%Y/%m/%d %a %b %j %U %W'), d.ctime(), d.timetuple(), d+timedelta(1), d-timedelta(60), d-date(2023,1,1), date.fromisoformat('2024-03-01'), date.fromisoformat('20240301'), date.fromisoformat('2024-W10-5'), d<date(2025,1,1), d==date(2024,2,29), hash(d)==hash(date(2024,2,29)), date.min, date.max, f'{d:%d.%m}', f'{d}', date.fromisocalendar(2020,53,7))
for a in [(2023,2,29),(0,1,1),(2023,13,1),(10000,1,1),(2023,1,0),('x',1,1),(2023,)]:
    try: date(*a)
    except Exception as e: print(type(e).__name__, e)
t=time_=dtm.time(1,2,3,4); print(t, repr(t), t.isoformat('minutes'), t.isoformat(timespec='milliseconds'), dtm.time(12,0), repr(dtm.time(12,30)), dtm.time.fromisoformat('04:23:01.5+02:00'), dtm.time.fromisoformat('T0423'), t.replace(hour=5), t<dtm.time(2), bool(dtm.time(0)), t.strftime('%H-%M-%S-%f'), repr(dtm.time(1,tzinfo=timezone.utc)))
for a in [(24,),(0,60),(0,0,60),(0,0,0,1000000)]:
    try: dtm.time(*a)
    except Exception as e: print(type(e).__name__, e)
n=datetime(2024,1,31,13,5,9,123456); print(n, repr(n), n.isoformat(), n.isoformat(' ','seconds'), n.isoformat(timespec='hours'), n.date(), n.time(), n.strftime('%Y-%m-%d %H:%M:%S.%f %p %I %y %B %A %c %x %X %% %s' if 0 else '%Y-%m-%d %H:%M:%S.%f %p %I %y %B %A %c %x %X %%'), n.timestamp(), n+timedelta(days=30,hours=11), n-datetime(2023,1,1), n.replace(tzinfo=timezone.utc), n.timetuple()[:], n.ctime(), n<datetime.max, datetime.min, n.utcoffset(), n.tzinfo, n.weekday(), n.toordinal())
z=datetime(2024,6,1,12,tzinfo=timezone(timedelta(hours=5,minutes=30))); print(z, repr(z), z.utcoffset(), z.tzname(), z.astimezone(timezone.utc), z.timestamp(), z.isoformat(), z.strftime('%z %Z'), z==datetime(2024,6,1,6,30,tzinfo=timezone.utc), z-datetime(2024,6,1,tzinfo=timezone.utc), z.utctimetuple()[:6], z.timetz(), z.dst())
for s in ['2024-01-02','2024-01-02T03:04','2024-01-02 03:04:05','2024-01-02T03:04:05.678','2024-01-02T03:04:05.678901+05:30','2024-01-02T03:04:05Z','20240102T030405','2024-W01-2T03','2024-01-02T03:04:05,123456789','2024-01-02T03:04:05-00:00','2024-01-02T','2024-13-01','x','2024-1-2','2024-01-02T25:00','2024-01-02T03:04:05+25:00']:
    try: print(s, repr(datetime.fromisoformat(s)))
    except Exception as e: print(s, type(e).__name__, e)
for s,f in [('2024-01-02 03:04:05','%Y-%m-%d %H:%M:%S'),('Jan 5 24 3PM','%b %d %y %I%p'),('Monday 01 January 2024','%A %d %B %Y'),('2024-01-02T03:04:05.123+0530','%Y-%m-%dT%H:%M:%S.%f%z'),('2024 060','%Y %j'),('12/31/99','%x'),('Tue Jan  2 03:04:05 2024','%c'),('2024-01-02Z','%Y-%m-%d%z'),('2024 10 1','%Y %U %w'),('2024 10 1','%G %V %u'),('x','%Y'),('2024x','%Y'),('2024-02-30','%Y-%m-%d'),('1','%Q'),('1','%'),('03:04 UTC','%H:%M %Z'),('  5','%d'),('29','%d'),('Feb 29','%b %d')]:
    try: print(s,f,repr(datetime.strptime(s,f)))
    except Exception as e: print(s,f,type(e).__name__, e)
td=timedelta(days=1,hours=2,minutes=3,seconds=4.5,milliseconds=6,microseconds=7,weeks=1); print(td, repr(td), td.days, td.seconds, td.microseconds, td.total_seconds(), -td, td*2, td/2, td//timedelta(hours=1), td%timedelta(hours=1), divmod(td,timedelta(hours=1)), td/timedelta(hours=1), td*1.5, td//3, abs(-td), timedelta(-1), timedelta(), repr(timedelta()), timedelta(hours=-1), timedelta.max, timedelta.min, timedelta.resolution, td>timedelta(1), hash(td)==hash(+td), timedelta(seconds=0.1)+timedelta(seconds=0.2), timedelta(microseconds=0.5), timedelta(microseconds=1.5), timedelta(days=0.1), timedelta(1.123456789), str(timedelta(days=-1,seconds=5)), bool(timedelta()))
for f in [lambda: timedelta(days=10**10), lambda: timedelta('x'), lambda: td+1, lambda: n+n, lambda: n<z, lambda: n-z, lambda: n<d, lambda: datetime.max+timedelta(1), lambda: date.max+timedelta(1), lambda: timedelta(1)/0, lambda: timezone(timedelta(1)), lambda: timezone(5), lambda: datetime(2024,1,1,tzinfo=5), lambda: datetime.fromtimestamp('x'), lambda: datetime.combine(1,2), lambda: n.isoformat('xx'), lambda: n.isoformat(timespec='zz'), lambda: date.fromisoformat('x'), lambda: datetime.strptime(1,'x'), lambda: n.astimezone(5), lambda: n.strftime(5)]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(n==d, n!=z, datetime.combine(d,t), datetime.fromtimestamp(0,timezone.utc), datetime.fromtimestamp(1.5,timezone.utc), datetime.utcfromtimestamp(1700000000.123456), datetime.fromtimestamp(-1,timezone.utc), repr(timezone.utc), timezone(timedelta(hours=-5)), repr(timezone(timedelta(hours=1),'X')), timezone(timedelta(hours=1),'X'), timezone.utc==timezone(timedelta(0)), datetime.now(timezone.utc).tzinfo, abs((datetime.now()-datetime.today()).total_seconds())<1, dtm.UTC, dtm.MINYEAR)
from zoneinfo import ZoneInfo
b=ZoneInfo('Europe/Berlin'); ny=ZoneInfo('America/New_York')
for x in [datetime(2024,1,1,12),datetime(2024,7,1,12),datetime(2024,3,31,2,30),datetime(2024,10,27,2,30),datetime(2024,10,27,2,30,fold=1),datetime(2050,7,1),datetime(1900,1,1),datetime(2024,3,31,3,0),datetime(2024,10,27,3,0), datetime(2050,3,27,2,30), datetime(2050,10,30,2,30,fold=1)]:
    y=x.replace(tzinfo=b); print(y, y.tzname(), y.dst(), y.utcoffset(), y.astimezone(ny), y.astimezone(timezone.utc).astimezone(b)==y, repr(y.astimezone(timezone.utc).astimezone(b)))
print(b, repr(b), b.key, datetime(2024,1,1,tzinfo=ZoneInfo('UTC')), ZoneInfo('Asia/Kolkata').utcoffset(datetime(2024,1,1)), b is ZoneInfo('Europe/Berlin'), datetime(2024,10,27,0,30,tzinfo=timezone.utc).astimezone(b), datetime(2024,10,27,1,30,tzinfo=timezone.utc).astimezone(b))
for k in ['Nope/X','/etc','../x']:
    try: ZoneInfo(k)
    except Exception as e: print(type(e).__name__, e)
class TZ(tzinfo):
    def utcoffset(self,dt): return timedelta(hours=3)
    def dst(self,dt): return timedelta(0)
    def tzname(self,dt): return 'T3'
q=datetime(2024,1,1,tzinfo=TZ()); print(q, q.astimezone(timezone.utc), datetime(2024,1,1,tzinfo=timezone.utc).astimezone(TZ()), q.tzname())
class MyD(datetime): pass
m=MyD(2024,1,1); print(repr(m), type(m+timedelta(1)).__name__, type(MyD.now()).__name__, isinstance(m,date), m.year)
print(time.strftime('%Y-%m-%d', time.gmtime(0)), time.gmtime(0), time.strptime('2024-01-02','%Y-%m-%d'), time.mktime(time.struct_time((2024,1,2,3,4,5,0,0,-1))), time.asctime(time.gmtime(0)), time.ctime(0) if 0 else '', type(time.time()), time.gmtime(86400).tm_mday)
import copy; print(copy.deepcopy([n,d,td,z])==[n,d,td,z], sorted([datetime(2024,2,1),datetime(2023,1,1)]), max(d,date(2025,1,1)))
