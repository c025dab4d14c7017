"""URLs, HTML, XML, bytes, files' names, configurations, queues and threads."""

import urllib.parse as up, html, http, http.cookies, html.parser, xml.etree.ElementTree as ET, struct, zlib, gzip, base64, binascii, hashlib, hmac, secrets, csv, io, os, os.path, pathlib, sys, string, statistics, decimal, fractions, bisect, heapq, calendar, configparser, argparse, queue, threading, time, zoneinfo, datetime, logging

print(
    up.urlparse("https://user:p%40ss@example.com:8443/a/b;p?q=1&r=a+b&q=2#frag"),
    up.urlparse("//x/y").netloc,
    up.urlsplit("http://[::1]:80/").port,
)
print(
    up.parse_qs("a=1&a=2&b=&c", keep_blank_values=True),
    up.parse_qsl("x=%20y&z=1;2"),
    up.urlencode({"a": [1, 2], "b": "x y&é"}, doseq=True),
    up.quote("/a b/é?", safe=""),
    up.quote_plus("a b+c"),
    up.unquote("%E9%20%C3%A9"),
    up.unquote_plus("a+b%2B"),
    up.urljoin("http://a/b/c/d?q", "../e;x?y#z"),
    up.urljoin("http://a/b/", "//c/d"),
    up.urlunparse(("http", "h", "/p", "", "q=1", "f")),
    up.urldefrag("http://x/#y"),
    up.quote_from_bytes(b"\xff a"),
)
u = up.urlsplit("HTTP://User@Host:99999/x")
try:
    print(u.hostname, u.username, u.port)
except ValueError as e:
    print(e)
print(
    html.escape("<a href='x'>&\"</a>"),
    html.unescape("&lt;&eacute;&#x27;&amp;amp;&notit;&#128;"),
    http.HTTPStatus(404).phrase,
    http.HTTPStatus.OK,
    repr(http.HTTPStatus.CREATED),
    http.HTTPStatus.OK == 200,
    http.HTTPMethod.GET if hasattr(http, "HTTPMethod") else "",
)
c = http.cookies.SimpleCookie('a=1; b="x y"; c=d')
c["s"] = "v"
c["s"]["path"] = "/"
c["s"]["httponly"] = True
c["s"]["max-age"] = 10
print(c.output(), {k: m.value for k, m in c.items()}, c["s"].OutputString())


class L(html.parser.HTMLParser):
    def handle_starttag(self, t, a):
        print("S", t, a, self.getpos())

    def handle_endtag(self, t):
        print("E", t)

    def handle_data(self, d):
        print("D", repr(d))

    def handle_comment(self, d):
        print("C", d)

    def handle_startendtag(self, t, a):
        print("SE", t, a)

    def handle_decl(self, d):
        print("DECL", d)


L().feed(
    "<!DOCTYPE html><p class=x id='y' disabled>a &amp; b<br/><!-- c --><script>if (a<b) {}</script></P>\n<a href=/x?a=1&b=2>l</a>"
)
r = ET.fromstring(
    '<root a="1"><item id="1">one<b>bold</b>tail</item><item id="2"/><ns:x xmlns:ns="urn:n">t</ns:x></root>'
)
print(
    r.tag,
    r.attrib,
    [e.get("id") for e in r.findall("item")],
    r.find("item").text,
    r.find("item/b").tail,
    r.findtext("item[@id='1']/b"),
    [e.tag for e in r.iter()],
    ET.tostring(r, encoding="unicode"),
    len(r),
    r.find("{urn:n}x").text,
)
try:
    ET.fromstring("<a><b></a>")
except ET.ParseError as e:
    print(e, e.position, e.code)
e = ET.Element("n", {"k": 'v&"<'})
ET.SubElement(e, "c").text = "é<"
print(ET.tostring(e), ET.tostring(e, encoding="unicode"))
ET.indent(e)
print(ET.tostring(e, encoding="unicode"))
print(
    struct.pack(">IhB3sf?", 1, -2, 255, b"ab", 1.5, True),
    struct.unpack("<HHi", b"\x01\x00\x02\x00\xff\xff\xff\xff"),
    struct.calcsize("iqb"),
    list(struct.iter_unpack("B", b"abc")),
)
try:
    struct.pack("B", 256)
except struct.error as e:
    print(e)
print(
    zlib.crc32(b"hello"),
    zlib.decompress(zlib.compress(b"x" * 100)) == b"x" * 100,
    gzip.decompress(gzip.compress(b"data")),
    base64.b64encode(b"\xff\xfe\xfd"),
    base64.urlsafe_b64encode(b"\xff\xfe\xfd"),
    base64.b64decode("aGk="),
    base64.b32encode(b"hi"),
    base64.b16encode(b"hi"),
    base64.b85encode(b"hello"),
    binascii.hexlify(b"ab", ":"),
    binascii.unhexlify("6162"),
)
try:
    base64.b64decode("abc")
except binascii.Error as e:
    print(e)
print(
    hashlib.md5(b"a").hexdigest(),
    hashlib.sha256(b"a").hexdigest()[:16],
    hashlib.new("sha1", b"x").digest_size,
    hashlib.sha3_256(b"").hexdigest()[:8],
    hashlib.blake2b(b"a", digest_size=8).hexdigest(),
    hmac.new(b"k", b"m", hashlib.sha256).hexdigest(),
    hmac.compare_digest("a", "a"),
    hashlib.pbkdf2_hmac("sha256", b"p", b"s", 10).hex()[:16],
    len(secrets.token_hex(8)),
    len(secrets.token_urlsafe(8)) > 5,
)
out = io.StringIO()
w = csv.writer(out)
w.writerow(["a", 'b"c', "d,e", None, 1.5, "x\ny"])
w.writerows([[1, 2], []])
print(repr(out.getvalue()), list(csv.reader(io.StringIO(out.getvalue()))))
rows = list(csv.DictReader(io.StringIO("u,p\na,1\nb,2,3\nc\n")))
print(rows)
o = io.StringIO()
dw = csv.DictWriter(o, ["x", "y"], extrasaction="ignore", quoting=csv.QUOTE_ALL, lineterminator="\n")
dw.writeheader()
dw.writerow({"x": 1, "z": 2})
print(o.getvalue())
print(
    os.path.join("a", "/b", "c"),
    os.path.splitext("x.tar.gz"),
    os.path.basename("/a/b/"),
    os.path.dirname("/a/b"),
    os.path.normpath("a//b/../c/."),
    os.path.relpath("/a/b", "/a/c"),
    os.path.exists("/nope"),
    os.path.isabs("x"),
    os.path.commonprefix(["abc", "abd"]),
    os.sep,
    os.environ.get("NOPE", "dflt"),
    os.getenv("NOPE"),
)
p = pathlib.PurePosixPath("/a/b/c.tar.gz")
print(
    p.name,
    p.stem,
    p.suffix,
    p.suffixes,
    p.parent,
    p.parts,
    p / "x",
    p.with_suffix(".txt"),
    p.relative_to("/a"),
    p.match("*.gz"),
    pathlib.Path("x") / "y",
    pathlib.Path(__file__).name,
    repr(p),
)
print(
    string.Template("$a ${b} $$").substitute(a=1, b=2),
    string.Template("$a $c").safe_substitute(a=1),
    string.capwords("hello world"),
    string.punctuation,
    string.Formatter().format("{0} {x!r:>5}", 1, x="a"),
)
d = [2, 4, 4, 4, 5, 5, 7, 9]
print(
    statistics.mean(d),
    statistics.median(d),
    statistics.mode(d),
    statistics.stdev(d),
    statistics.pstdev(d),
    statistics.quantiles(d, n=4),
    statistics.median_low(d),
    statistics.multimode("aabb"),
    statistics.fmean(d),
    statistics.harmonic_mean([40, 60]),
    statistics.NormalDist(0, 1).cdf(1.96),
    statistics.correlation([1, 2, 3], [1, 5, 7]),
)
D = decimal.Decimal
print(
    D("1.10") + D("2.205"),
    D(1) / D(3),
    D("1.005").quantize(D("0.01")),
    D("NaN"),
    D("-0"),
    D("1E+5"),
    D(0.1),
    round(D("2.5")),
    D("123.456").as_tuple(),
    D("1.5").is_signed(),
    D("7") // 2,
    D("7") % D("-3"),
    f"{D('1234567.891'):,.2f}",
    D("1").compare(D("2")),
    D(2).sqrt(),
)
F = fractions.Fraction
print(
    F(1, 3) + F("0.5"),
    F(0.25),
    F(7, 3).limit_denominator(2),
    F("3/4") ** 2,
    float(F(1, 8)),
    divmod(F(7, 2), 1),
    round(F(5, 2)),
    str(F(6, 3)),
)
l = [1, 3, 5]
bisect.insort(l, 4)
h = [5, 1, 4]
heapq.heapify(h)
heapq.heappush(h, 0)
print(
    l,
    bisect.bisect_left(l, 3),
    h,
    heapq.heappop(h),
    heapq.nsmallest(2, h),
    heapq.nlargest(2, [3, 9, 1], key=lambda x: -x),
    list(heapq.merge([1, 4], [2, 3])),
)
print(
    calendar.monthrange(2024, 2),
    calendar.isleap(1900),
    calendar.month(2024, 2),
    calendar.day_name[0],
    calendar.timegm((2024, 1, 1, 0, 0, 0)),
)
cp = configparser.ConfigParser()
cp.read_string("[DEFAULT]\nhost=h\n[a]\nurl = http://%(host)s/x\nn: 5\nflag=yes\n; c\n[b]\nmulti = 1\n  2\n")
print(
    cp.sections(),
    cp["a"]["url"],
    cp.getint("a", "n"),
    cp["a"].getboolean("flag"),
    cp.get("b", "nope", fallback="fb"),
    dict(cp["b"]),
    cp.has_option("a", "host"),
)
ap = argparse.ArgumentParser(prog="p", description="d")
ap.add_argument("pos", nargs="*", type=int)
ap.add_argument("-v", "--verbose", action="count", default=0, help="more")
ap.add_argument("--x", choices=["a", "b"], required=False, metavar="X")
ap.add_argument("--no-y", dest="y", action="store_false")
print(ap.parse_args(["1", "2", "-vv", "--x", "a"]), ap.format_help(), ap.parse_known_args(["--zz", "3"]))
try:
    ap.parse_args(["--x", "q"])
except SystemExit as e:
    print("exit", e.code)
q = queue.Queue(maxsize=2)
q.put(1)
q.put(2)
print(q.full(), q.get(), q.qsize(), q.empty())
try:
    q.get_nowait()
    q.get_nowait()
except queue.Empty as e:
    print("empty", repr(e))
pq = queue.PriorityQueue()
[pq.put(x) for x in (3, 1, 2)]
print([pq.get() for _ in range(3)])
res = []
lock = threading.Lock()
ev = threading.Event()


def work(n):
    ev.wait(1)
    with lock:
        res.append(n)


ts = [threading.Thread(target=work, args=(i,), name=f"t{i}") for i in range(3)]
[t.start() for t in ts]
ev.set()
[t.join() for t in ts]
print(sorted(res), threading.current_thread().name, ts[0].is_alive())
z = zoneinfo.ZoneInfo("Europe/Berlin")
dt = datetime.datetime(2024, 3, 31, 3, 30, tzinfo=z)
print(
    dt,
    dt.utcoffset(),
    dt.tzname(),
    dt.astimezone(zoneinfo.ZoneInfo("America/New_York")),
    z,
    datetime.datetime(2024, 10, 27, 2, 30, tzinfo=z, fold=1).isoformat(),
)
print(
    time.strftime("%Y-%m-%d", time.gmtime(0)),
    time.strptime("2024-05-06", "%Y-%m-%d")[:3],
    type(time.perf_counter()).__name__,
    time.gmtime(86400 * 365).tm_yday,
)
print(
    sys.version_info[:2],
    sys.maxsize,
    sys.argv[1:],
    sys.byteorder,
    sys.platform,
    sys.getrecursionlimit(),
    sys.float_info.epsilon,
)
logging.basicConfig(stream=sys.stdout, level="INFO", format="%(levelname)-8s|%(name)s|%(message)s|%(lineno)d")
logging.getLogger("x.y").info("hi %s %d", "a", 3)
logging.debug("no")
logging.getLogger().warning({"a": 1})
logging.info("%(k)s", {"k": "v"})
try:
    raise ValueError("v")
except ValueError:
    logging.exception("exc", extra={"z": 1})
