"""Client processor time per request over TLS against wrk, and over HTTP/2 against h2load, as a Markdown table.

Usage: python3 Benchmarks/secure.py PATH_TO_KATYDID

As in requests.py: 50 connections to one nginx are kept busy with a small static file, nginx's own counter says how
many requests there were, and processor time is that of a window in the middle of each run. With HTTP/2 there is a
connection for each user with one request at a time on it, as h2load has with one stream a client; and, apart, one
connection that all 50 share.
"""
import collections
import contextlib
import statistics
import subprocess
import sys

import requests
from bench import SPECS, free_port, load_test, progress, table, tool

ROUNDS = 5

# nginx ends a connection of HTTP/2 after so many requests, and h2load doesn't open another.
SERVERS = """
  server {{
    listen 127.0.0.1:{tls} ssl; listen 127.0.0.1:{http2} ssl http2; root {folder}/www;
    ssl_certificate {folder}/tls.crt; ssl_certificate_key {folder}/tls.key;
  }}
  server {{
    listen 127.0.0.1:{port};
"""


@contextlib.contextmanager
def servers():
    """nginx with a port for TLS and one for HTTP/2 over TLS beside the plain one of requests.py."""
    ports = {"tls": free_port(), "http2": free_port()}
    plain = requests.CONFIGURATION
    start, rest = plain.split("  server {{\n    listen 127.0.0.1:{port};\n")

    def prepare(folder):
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days",
             "2", "-subj", "/CN=localhost", "-keyout", f"{folder}/tls.key", "-out", f"{folder}/tls.crt"],
            check=True, stderr=subprocess.DEVNULL)
        return ports

    with requests.nginx(start + SERVERS + rest, prepare) as server:
        yield server, ports


def peers(katydid, ports):
    tls, http2 = (f"https://127.0.0.1:{ports[name]}" for name in ("tls", "http2"))
    count = str(requests.CONNECTIONS)

    def tester(spec, address):
        return load_test(katydid, spec, requests.CONNECTIONS, requests.CONNECTIONS, address, "--processes", "1")

    h2load = [tool("h2load"), "-t1", "-D120"]
    return {
        "wrk, TLS": [tool("wrk"), "-t1", f"-c{count}", "-d120s", tls + "/"],
        "wrk with Lua, TLS": [tool("wrk"), "-t1", f"-c{count}", "-d120s", "-s", str(SPECS / "format.lua"), tls + "/"],
        "Katydid, TLS": tester("one_get_tls.py", tls),
        "h2load": [*h2load, f"-c{count}", "-m1", http2 + "/"],
        "Katydid, HTTP/2": tester("one_get_http2.py", http2),
        "h2load, one connection": [*h2load, "-c1", f"-m{count}", http2 + "/"],
        "Katydid, HTTP/2, one connection": tester("one_get_http2_shared.py", http2),
    }


# What each of ours is compared with.
AGAINST = {
    "Katydid, TLS": "wrk with Lua, TLS",
    "Katydid, HTTP/2": "h2load",
    "Katydid, HTTP/2, one connection": "h2load, one connection",
}


def measure(katydid):
    samples = collections.defaultdict(list)
    with servers() as (server, ports):
        for turn in range(ROUNDS):
            for name, command in peers(katydid, ports).items():
                user, system, rate = requests.sample(server, command)
                samples[name].append((user, system, user + system, rate))
                progress(f"secure {turn + 1}/{ROUNDS}: {name}: {user + system:.2f} µs, {rate:,.0f} requests/s")
    medians = {name: [statistics.median(column) for column in zip(*rows)] for name, rows in samples.items()}
    rows = []
    for name, (user, system, total, rate) in medians.items():
        peer = AGAINST.get(name, name)
        times = [f"{part:.2f}" for part in (total, user, system)]
        rows.append([name, *times, f"{rate:,.0f}", f"{total / medians[peer][2]:.2f}"])
    return table(["peer", "µs per request", "user", "system", "requests/s", "this / its peer"], rows)


if __name__ == "__main__":
    print(measure(sys.argv[1]))
