"""Client processor time per task of a realistic spec against Locust's two clients, on nginx, as a Markdown table.

Usage: python3 Benchmarks/realistic.py PATH_TO_KATYDID

The task gets a page whose name groups many addresses, takes a token from it with a regular expression, posts an order as
JSON, and asserts something of the JSON that comes back. Katydid and Locust run the same file. As in requests.py, 50 users
keep one nginx busy, its counter says how many requests there were (two a task), and processor time is that of a window in
the middle of each run.
"""
import collections
import statistics
import sys

import requests
from bench import load_test, locust, progress, table

ROUNDS = 5

# A page of 1.4 KB with the token in its middle, and the answer to an order.
PAGE = (
    "<!doctype html><title>Item</title><ul>" + "<li><a href=/items/1>another</a></li>" * 16
    + '</ul><form method=post action=/orders><input type="hidden" name="token" value="0123456789abcdef">'
    + "<button>Order</button></form>" + "<p>Sizes run small; take one more than usual.</p>" * 12)
ANSWER = (
    '{"state": "accepted", "number": 48211, "total": 59.85, "lines": ['
    + ", ".join('{"size": "%s", "quantity": 3, "price": 19.95, "stock": true}' % size for size in "SML")
    + '], "delivery": {"days": [2, 3, 4], "carrier": "post", "note": null}}')
PLACES = """
    location /items/ {{ default_type text/html; return 200 '%s'; }}
    location = /orders {{ default_type application/json; return 200 '%s'; }}
""" % (PAGE, ANSWER.replace("{", "{{").replace("}", "}}"))


def peers(katydid, address):
    """Name, command and the client that the spec is to use."""
    def tester(command, *more):
        return load_test(command, "realistic.py", requests.CONNECTIONS, requests.CONNECTIONS, address, *more)

    return {
        "Katydid HttpUser": (tester(katydid, "--processes", "1"), ""),
        "Katydid FastHttpUser": (tester(katydid, "--processes", "1"), "fast"),
        "Locust FastHttpUser": (tester(locust()), "fast"),
        "Locust HttpUser": (tester(locust()), ""),
    }


def measure(katydid):
    configuration = requests.CONFIGURATION.replace("    location = /status", PLACES + "    location = /status")
    samples = collections.defaultdict(list)
    with requests.nginx(configuration) as server:
        for turn in range(ROUNDS):
            for name, (command, client) in peers(katydid, server.address).items():
                user, system, rate = requests.sample(server, command, {"BUYER": client})
                samples[name].append((2 * (user + system), 2 * user, 2 * system, rate / 2))
                progress(f"realistic {turn + 1}/{ROUNDS}: {name}: {2 * (user + system):.1f} µs, {rate / 2:,.0f} tasks/s")
    medians = {name: [statistics.median(column) for column in zip(*rows)] for name, rows in samples.items()}
    rows = []
    for name, (*parts, rate) in medians.items():
        ratio = parts[0] / medians["Katydid " + name.split()[1]][0]
        rows.append([name, *(f"{part:.1f}" for part in parts), f"{rate:,.0f}", f"{ratio:.1f}"])
    return table(["tester", "µs per task", "user", "system", "tasks/s", "this / Katydid's of that name"], rows)


if __name__ == "__main__":
    print(measure(sys.argv[1]))
