"""A script written for Locust's web page, run against any address: prints what it got as JSON, with kinds for values.

usage: locust_client.py ADDRESS HOST
"""

import json
import sys
import time
import urllib.error
import urllib.parse
import urllib.request


def kinds(value):
    """The shape of an answer: keys and kinds of values."""
    if isinstance(value, dict):
        return {key: kinds(item) for key, item in sorted(value.items())}
    if isinstance(value, list):
        return [kinds(value[0])] if value else []
    if isinstance(value, bool):
        return "flag"
    if value is None or isinstance(value, (int, float)):
        return "number"
    return "text"


class Client:
    def __init__(self, address):
        self.address = address

    def ask(self, method, path, form=None):
        data = urllib.parse.urlencode(form or {}, doseq=True).encode() if method == "POST" else None
        request = urllib.request.Request(self.address + path, data=data, method=method)
        try:
            with urllib.request.urlopen(request, timeout=20) as answer:
                return answer.status, answer.headers, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.headers, error.read().decode()

    def json(self, method, path, form=None):
        return json.loads(self.ask(method, path, form)[2])


def run(address, host):
    client = Client(address)
    seen = {}
    seen["start without a number"] = client.json("POST", "/swarm", {"user_count": "x", "spawn_rate": 1})["success"]
    seen["start with a wrong time"] = client.json(
        "POST", "/swarm", {"user_count": 1, "spawn_rate": 1, "run_time": "soon"})["success"]
    started = client.json("POST", "/swarm", {"user_count": 3, "spawn_rate": 3, "host": host})
    seen["start"] = kinds(started)
    seen["message"] = started["message"]
    end = time.monotonic() + 20
    while time.monotonic() < end:
        stats = client.json("GET", "/stats/requests")
        if stats["state"] == "running" and len(stats["stats"]) == 3 and stats["errors"] and stats["user_count"] == 3:
            break
        time.sleep(0.5)
    seen["statistics"] = kinds(stats)
    seen["users"] = stats["user_count"]
    seen["names"] = sorted(row["name"] for row in stats["stats"])
    end = time.monotonic() + 10
    while not (exceptions := client.json("GET", "/exceptions"))["exceptions"] and time.monotonic() < end:
        time.sleep(0.5)
    seen["exceptions"] = kinds(exceptions)
    seen["tasks"] = client.json("GET", "/tasks")
    seen["worker count"] = kinds(client.json("GET", "/worker-count"))
    seen["logs"] = kinds({"master": client.json("GET", "/logs")["master"]})
    for path in ["/stats/requests/csv", "/stats/failures/csv", "/exceptions/csv"]:
        status, headers, text = client.ask("GET", path)
        kind = headers["Content-Disposition"].rsplit("_", 1)[1]
        seen[path] = [status, headers["Content-Type"].split(";")[0], kind, text.splitlines()[0]]
    seen["no history"] = client.ask("GET", "/stats/requests_full_history/csv")[0]
    status, headers, text = client.ask("GET", "/stats/report?download=1&theme=dark")
    seen["report"] = [status, headers["Content-Type"].split(";")[0], headers["Content-Disposition"].split("_")[0], "html" in text]
    edited = client.json("POST", "/swarm", {"user_count": 5, "spawn_rate": 10, "host": host})
    seen["edit"] = edited["success"]
    end = time.monotonic() + 10
    while client.json("GET", "/stats/requests")["user_count"] != 5 and time.monotonic() < end:
        time.sleep(0.3)
    seen["users after"] = client.json("GET", "/stats/requests")["user_count"]
    seen["wrong methods"] = [client.ask("GET", path)[0] for path in ["/stop", "/stats/reset", "/swarm"]]
    seen["reset"] = client.ask("POST", "/stats/reset")[2].strip()
    request = urllib.request.Request(
        address + "/user", data=b'{"user_class_name": "Visitor", "weight": 2}', method="POST",
        headers={"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=20) as answer:
        seen["user"] = [answer.status, json.load(answer)]
    seen["stop"] = client.json("POST", "/stop")
    end = time.monotonic() + 10
    while (state := client.json("GET", "/stats/requests")["state"]) == "running" and time.monotonic() < end:
        time.sleep(0.2)
    seen["state"] = state
    seen["nothing"] = client.ask("GET", "/nothing/here")[0]
    return seen


if __name__ == "__main__":
    print(json.dumps(run(sys.argv[1].rstrip("/"), sys.argv[2]), indent=1))
