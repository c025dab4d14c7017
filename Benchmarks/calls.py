"""What calls cost that specs make between requests, against CPython, as a Markdown table.

Usage: python3 Benchmarks/calls.py PATH_TO_KATYDID

One script has a loop for each call; both run it in turn. A call's time is the least processor time of its loop in five
runs, that of an empty loop taken off.
"""
import math
import subprocess
import sys

from bench import python, progress, table

ROUNDS = 5
SETUP = '''
import base64, collections, copy, functools, hashlib, itertools, json, math, random, re, string, time, urllib.parse, uuid
from datetime import datetime, timedelta

number, words, text = 3.14159, ["one", "two", "three"], "GET /items/17?sort=price HTTP/1.1"
data = {"id": 17, "tags": ["new", "sale"], "price": 19.95, "name": "shoe", "owner": None}
document, items, moment = json.dumps(data), list(range(10)), datetime(2024, 1, 2, 3, 4, 5)
token = re.compile(r'name="token" value="([^"]+)"')
page = "<html>" + "x" * 500 + '<input name="token" value="abc123">'
later, Point = functools.partial(max, 1), collections.namedtuple("Point", "x y")
seen, queue, counts = {1, 2, 3}, collections.deque(), collections.defaultdict(int)


class User:
    kind = "user"

    def __init__(self, name, age):
        self.name = name
        self.age = age

    @property
    def label(self):
        return self.name

    def greet(self, word="hello"):
        return word


user = User("x", 3)
'''
CALLS = """
len(words) | isinstance(text, (int, str)) | getattr(user, "kind") | hasattr(user, "none") | abs(-5) | int(number)
int("12345") | float("12.5") | round(number) | round(number, 2) | str(17) | str(number) | divmod(17, 5) | items[7] ** 2
max(3, 1, 2) | sum(items) | sorted(words) | any(items) | list(map(str, words)) | dict(data) | list(items) | set(words)
text.upper() | text.split() | text.split("/") | text.replace("/", "-") | text.startswith("GET") | text.find("sort")
"  x ".strip() | ",".join(words) | text[4:9] | "items" in text | text.partition("?") | text.encode() | b"abc".decode()
"17".zfill(5) | f"/items/{number:.2f}?id={17:05d}" | "/items/%d?name=%s" % (17, "x") | "/items/{}".format(17)
data["id"] | data.get("none") | {**data, "id": 18} | [word.upper() for word in words] | {word: 1 for word in words}
user.label | user.greet() | user.greet(word="hi") | User("y", 4) | Point(1, 2) | later(2) | seen & {2, 3} | copy.deepcopy(data)
queue.append(1) | counts["x"] | random.random() | random.randint(1, 100) | random.choice(words) | random.uniform(1, 5)
random.choices(string.ascii_letters, k=8) | random.sample(items, 3) | json.dumps(data) | json.loads(document)
token.search(page) | re.findall(r"[0-9]+", text) | re.sub(r"[0-9]+", "#", text) | time.time() | datetime.now()
moment.isoformat() | moment.strftime("%Y-%m-%d %H:%M") | moment + timedelta(days=1) | str(uuid.uuid4())
hashlib.sha256(b"abc").hexdigest() | base64.b64encode(b"user:secret") | urllib.parse.quote("a b/c")
urllib.parse.urlencode({"q": "a b", "page": 2}) | urllib.parse.urlparse("https://example.com/a?b=c") | math.floor(number)
"""


def script(calls):
    """Prints the seconds of each call's loop, an empty loop's first."""
    lines = [SETUP]
    for index, call in enumerate(["pass", *calls]):
        lines.append(f"def loop{index}():\n    for _ in range(20000): {call}\n")
        lines.append(f"start = time.process_time(); loop{index}(); print(time.process_time() - start)\n")
    return "".join(lines)


def measure(katydid):
    calls = [call.strip() for line in CALLS.strip().splitlines() for call in line.split(" | ")]
    best = {}
    for turn in range(ROUNDS):
        for command in ([katydid, "exec", "-"], [python(), "-"]):
            done = subprocess.run(command, input=script(calls), capture_output=True, check=True, text=True)
            times = [float(line) for line in done.stdout.split()]
            kept = best.setdefault(command[0], times)
            best[command[0]] = [min(pair) for pair in zip(kept, times)]
        progress(f"calls {turn + 1}/{ROUNDS}")
    ours, theirs = ([1e9 * (seconds - times[0]) / 20000 for seconds in times[1:]] for times in best.values())
    rows, ratios = [], []
    for call, mine, other in sorted(zip(calls, ours, theirs), key=lambda row: row[2] / row[1]):
        ratios.append(max(other, 1) / max(mine, 1))
        rows.append([f"`{call}`".replace("|", "\\|"), f"{mine:,.0f}", f"{other:,.0f}", f"{ratios[-1]:.2f}"])
    mean = math.exp(sum(map(math.log, ratios)) / len(ratios))
    rows.append(["geometric mean", "", "", f"{mean:.2f}"])
    return table(["call", "Katydid, ns", "CPython, ns", "CPython / Katydid"], rows)


if __name__ == "__main__":
    print(measure(sys.argv[1]))
