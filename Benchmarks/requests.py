"""Client processor time per request against wrk and Locust, on nginx, as a Markdown table.

Usage: python3 Benchmarks/requests.py PATH_TO_KATYDID

All peers keep 50 connections to one nginx busy with a small static file. nginx's own counter says how many requests
there were. Processor time is that of all the peer's processes over a window in the middle of its run, so that what
happens once (Locust's imports alone take over half a second) is not counted as a cost of requests.
"""
import collections
import contextlib
import os
import pathlib
import statistics
import sys
import tempfile
import time
import urllib.request

from bench import SPECS, free_port, load_test, locust, processor_seconds, progress, running, table, tool, wait_until

CONNECTIONS = 50
ROUNDS = 5
WINDOW = 4.0
WARM_UP = 0.5

CONFIGURATION = """
worker_processes 1;
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 4096; }}
http {{
  access_log off;
  keepalive_requests 1000000000;
  keepalive_timeout 3600s;
  client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
  server {{
    listen 127.0.0.1:{port};
    root {folder}/www;
    location = /status {{ stub_status; }}
  }}
}}
"""


class Nginx:
    def __init__(self, port):
        self.address = f"http://127.0.0.1:{port}"
        self.asked = 0

    def requests(self):
        """Requests answered so far, those for the counter itself left out."""
        with urllib.request.urlopen(self.address + "/status") as answer:
            self.asked += 1
            return int(answer.read().split(b"\n")[2].split()[2]) - self.asked


@contextlib.contextmanager
def nginx(configuration_text=CONFIGURATION, prepare=lambda folder: {}):
    """An nginx of its own; `prepare` puts what it needs into its folder and gives more fields of the configuration."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        folder.chmod(0o755)
        (folder / "www").mkdir()
        (folder / "www" / "index.html").write_text("<!doctype html><title>Hello</title><p>Hello.</p>\n")
        port = free_port()
        configuration = folder / "nginx.conf"
        configuration.write_text(configuration_text.format(folder=folder, port=port, **prepare(folder)))
        command = [tool("nginx"), "-p", name, "-e", str(folder / "error.log"), "-c", str(configuration)]
        with running(command) as process:
            server = Nginx(port)
            wait_until(lambda: answers(server), "nginx's first answer", process, seconds=10)
            yield server


def answers(server):
    try:
        return server.requests() >= 0
    except OSError:
        return False


def peers(katydid, address):
    """Name and command of everything measured. No peer may end by itself before its window does."""
    wrk = [tool("wrk"), "-t1", f"-c{CONNECTIONS}", "-d120s"]
    page = address + "/"

    def tester(command, spec, *more):
        return load_test(command, spec, CONNECTIONS, CONNECTIONS, address, *more)

    return {
        "wrk": [*wrk, page],
        "wrk with Lua": [*wrk, "-s", str(SPECS / "format.lua"), page],
        "Katydid, one process": tester(katydid, "one_get.py", "--processes", "1"),
        f"Katydid, a process per core ({os.cpu_count()})": tester(katydid, "one_get.py"),
        "Locust FastHttpUser": tester(locust(), "one_get_fast.py"),
        "Locust HttpUser": tester(locust(), "one_get.py"),
    }


def sample(server, command, environment={}):
    """One run: user and system microseconds per request, and requests per second."""
    before = server.requests()
    with running(command, environment=environment) as process:
        wait_until(lambda: server.requests() > before + 4 * CONNECTIONS, "the first requests", process)
        time.sleep(WARM_UP)
        first, since, start = server.requests(), processor_seconds(process.pid), time.monotonic()
        time.sleep(WINDOW)
        last, until, end = server.requests(), processor_seconds(process.pid), time.monotonic()
    count = last - first
    user, system = (1e6 * (b - a) / count for a, b in zip(since, until))
    return user, system, count / (end - start)


def measure(katydid):
    samples = collections.defaultdict(list)
    with nginx() as server:
        for turn in range(ROUNDS):
            for name, command in peers(katydid, server.address).items():
                user, system, rate = sample(server, command)
                samples[name].append((user, system, user + system, rate))
                progress(f"requests {turn + 1}/{ROUNDS}: {name}: {user + system:.2f} µs, {rate:,.0f} requests/s")
    medians = {name: [statistics.median(column) for column in zip(*rows)] for name, rows in samples.items()}
    lua, fast = medians["wrk with Lua"][2], medians["Locust FastHttpUser"][2]
    rows = []
    for name, (user, system, total, rate) in medians.items():
        times = [f"{part:.2f}" for part in (total, user, system)]
        rows.append([name, *times, f"{rate:,.0f}", f"{total / lua:.2f}", f"{fast / total:.1f}"])
    columns = ["peer", "µs per request", "user", "system", "requests/s", "this / wrk with Lua", "FastHttpUser / this"]
    return table(columns, rows)


if __name__ == "__main__":
    print(measure(sys.argv[1]))
