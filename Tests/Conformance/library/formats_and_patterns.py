"""JSON, regular expressions, containers, random numbers and dates as specs use them."""

import json, re, random, string, uuid, itertools, functools, operator, collections, datetime, time, math, os, sys

random.seed(42)
USERS = [
    {"id": i, "name": "".join(random.choices(string.ascii_lowercase, k=8)), "score": round(random.gauss(50, 10), 3)}
    for i in range(5)
]
print(json.dumps(USERS, indent=2, sort_keys=True))
print(json.dumps({"a": float("inf"), "b": None, 1: True, None: 2, 1.5: "x", True: 0}, separators=(",", ":")))
for bad in [
    '{"a": 1,}',
    "[1 2]",
    "",
    '{"a"}',
    '"\\x"',
    "[1,\n 2,\n oops]",
    "nul",
    '{"a": 1} x',
    "{'a': 1}",
    '"abc',
    "[",
    '"\t"',
    "1.e5",
    "-",
    "01",
]:
    try:
        print(json.loads(bad))
    except json.JSONDecodeError as e:
        print(repr(bad), e, e.pos, e.lineno, e.colno, e.msg)
print(json.loads('{"x": 1e400, "y": NaN, "z": -0, "w": 1E5, "u": "\\ud83d\\ude00\\u00e9"}'))


class Enc(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, (datetime.datetime, datetime.date)):
            return o.isoformat()
        if isinstance(o, uuid.UUID):
            return str(o)
        if isinstance(o, set):
            return sorted(o)
        return super().default(o)


print(json.dumps({"t": datetime.datetime(2024, 2, 29, 12, 30, 1, 5), "u": uuid.UUID(int=5), "s": {3, 1, 2}}, cls=Enc))
try:
    json.dumps({"x": object()})
except TypeError as e:
    print(e)
try:
    json.dumps({(1, 2): 3})
except TypeError as e:
    print(e)
print(
    json.dumps({(1, 2): 3, "a": 1}, skipkeys=True),
    json.dumps("é\u2028\x7f\x00", ensure_ascii=False),
    json.dumps("é😀"),
)
print(re.findall(r'name="csrf" value="([^"]+)"', '<input name="csrf" value="abc"><input name="csrf" value="def">'))
m = re.search(r"(?P<year>\d{4})-(?P<month>\d\d)", "on 2024-05-06")
print(
    m.groupdict(),
    m.span("month"),
    m.expand(r"\g<month>/\1"),
    m.start(),
    m.end(),
    m.lastgroup,
    m.lastindex,
    m.string,
    m.re.pattern,
)
print(
    re.sub(r"(\w+) (\w+)", lambda m: m.group(2).upper() + " " + m[1], "hello world foo bar"),
    re.subn(r"a*", "-", "baac"),
)
print(
    re.split(r"[,;]\s*", "a, b;c;  d", maxsplit=2),
    re.split(r"(,)", "a,b,c"),
    re.escape("a.b*c[d]-e f"),
    re.fullmatch(r"\d+", "12a"),
)
print(
    [m.span() for m in re.finditer(r"\b\w", "the quick brown")],
    re.compile(
        r"""
   (\d+)   # number
   \s* ([a-z]+)
""",
        re.X | re.I,
    )
    .match("12 Apples")
    .groups(),
)
for p in ["(", "[a", "a{2,1}", "*a", "(?P<n>a)(?P<n>b)", r"\1", "(?<=a+)b", "(?P<1>a)", "(?z)", "a**"]:
    try:
        re.compile(p)
    except re.error as e:
        print(repr(p), e, e.pos)
print(repr(re.compile("a", re.I | re.M)), re.compile("a") == re.compile("a"), re.match("a", "abc"))
print(
    list(itertools.accumulate([1, 2, 3, 4], operator.mul)),
    list(itertools.groupby("aaabbc"))[0][0],
    [(k, len(list(g))) for k, g in itertools.groupby("aaabbc")],
)
print(
    list(itertools.zip_longest("ab", "xyz", fillvalue="-")),
    list(itertools.islice(itertools.cycle("ab"), 5)),
    list(itertools.pairwise("abcd")),
    list(itertools.batched("abc", 2)) if hasattr(itertools, "batched") else "no batched",
)
print(
    functools.reduce(lambda a, b: a * b, range(1, 6)),
    functools.partial(int, base=2)("101"),
    operator.itemgetter(1, "a")({1: 2, "a": 3}),
    operator.attrgetter("real", "imag")(5),
    operator.methodcaller("split", ",")("a,b"),
)
c = collections.Counter("mississippi")
print(c.most_common(2), c - collections.Counter("miss"), c + c, c & collections.Counter("sip"), +c, c.total(), c)
d = collections.OrderedDict(a=1, b=2)
d.move_to_end("a")
print(d, d.popitem(last=False), list(reversed(d)))
dd = collections.defaultdict(lambda: collections.defaultdict(int))
dd["a"]["b"] += 1
print(json.dumps(dd), dd["a"] == {"b": 1})
cm = collections.ChainMap({"a": 1}, {"a": 2, "b": 3})
print(cm["a"], cm["b"], dict(cm), cm.parents, cm.new_child({"z": 1}))
dq = collections.deque([1, 2, 3], maxlen=3)
dq.append(4)
dq.rotate(1)
dq.extendleft([9])
print(dq, dq.maxlen, dq.index(2) if 2 in dq else None)
print(
    random.sample(range(100), 5),
    random.choice("abc"),
    random.uniform(1, 2),
    random.randint(1, 6),
    random.triangular(1, 5, 2),
    random.betavariate(1, 2),
    random.expovariate(2),
    random.choices([1, 2, 3], weights=[1, 2, 3], k=4),
    random.shuffle(x := list(range(6))),
    x,
    random.getrandbits(70),
    random.randbytes(4),
)
print(
    uuid.uuid5(uuid.NAMESPACE_DNS, "python.org"),
    uuid.UUID("{12345678-1234-5678-1234-567812345678}").hex,
    repr(uuid.UUID(int=1)),
    uuid.UUID(int=7).fields,
    uuid.uuid3(uuid.NAMESPACE_URL, "x").version,
)
print(
    math.isclose(0.1 + 0.2, 0.3),
    math.comb(10, 3),
    math.perm(5, 2),
    math.dist((0, 0), (3, 4)),
    math.prod([1.5, 2]),
    math.gcd(12, 18, 6),
    math.isqrt(99),
    math.fsum([0.1] * 10),
    math.nextafter(1, 2),
    math.frexp(8.5),
    math.copysign(1, -0.0),
    math.trunc(-2.7),
    math.floor(-2.5),
    math.ceil(2.1),
)
print(
    datetime.timedelta(days=1, hours=-5, milliseconds=3),
    repr(datetime.timedelta(seconds=-1)),
    datetime.datetime(2024, 1, 31) + datetime.timedelta(days=30),
    datetime.datetime.fromisoformat("2024-05-06T07:08:09.123456+02:00").astimezone(datetime.timezone.utc),
    datetime.date(2024, 2, 29).isocalendar(),
    datetime.datetime.strptime("06 May 2024 07:08 PM", "%d %b %Y %I:%M %p"),
    datetime.datetime(2024, 5, 6, 7, 8, 9).strftime("%A %d %B %Y %H:%M:%S %j %U %w %y %p %I %%"),
)
