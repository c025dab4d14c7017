import ujson, orjson, simplejson, datetime, uuid, pytz
from colorama import Fore, Style, Back, init
init(); print(repr(Fore.RED + Back.LIGHTBLUE_EX + Style.RESET_ALL))
o = {"a": [1, 2.5, None, True], "u": "ü/é", "n": {"x": "y"}}
print(ujson.dumps(o), ujson.loads('{"a": 1}'), ujson.dumps(o, indent=2), ujson.dumps(o, ensure_ascii=False, escape_forward_slashes=False))
print(orjson.dumps(o), orjson.loads(b'[1, "\xc3\xbc"]'), orjson.dumps({"d": datetime.datetime(2020, 1, 2, 3, 4, 5), "u": uuid.UUID(int=5)}, option=orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS | orjson.OPT_APPEND_NEWLINE), orjson.dumps(float("nan")))
for f in (lambda: orjson.dumps({1: 2}), lambda: orjson.dumps(object()), lambda: orjson.loads("{"), lambda: orjson.dumps({1, 2})):
    try: f()
    except Exception as e: print(type(e).__name__, e if type(e) is TypeError else "")
print(simplejson.dumps(o), simplejson.loads("[1]"), simplejson.dumps(o, sort_keys=True, indent=1))
t = pytz.timezone("Europe/Berlin"); d = t.localize(datetime.datetime(2020, 7, 1, 12)); print(d.isoformat(), d.astimezone(pytz.utc).isoformat(), d.tzname(), datetime.datetime(2020, 1, 1, tzinfo=pytz.UTC).astimezone(t).isoformat(), t.zone, str(t), repr(pytz.utc), pytz.FixedOffset(90), t.normalize(d + datetime.timedelta(days=150)).isoformat(), "Asia/Tokyo" in pytz.all_timezones)
try: pytz.timezone("X/Y")
except pytz.UnknownTimeZoneError as e: print(type(e).__name__, e)
from prometheus_client import Counter, Gauge, Histogram, Summary, generate_latest, CollectorRegistry
import re
r = CollectorRegistry()
c = Counter("reqs_total", "All", ["m"], registry=r); c.labels("get").inc(); c.labels(m="post").inc(2.5)
g = Gauge("temp", "T", registry=r); g.set(5); g.dec(); h = Histogram("lat", "L", buckets=(1, 2, 5), registry=r); h.observe(1.5); h.observe(9); s = Summary("s", "S", registry=r); s.observe(2)
print(re.sub(r"(_created\S*) .*", r"\1 X", generate_latest(r).decode())); print(r.get_sample_value("reqs_total", {"m": "get"}))
