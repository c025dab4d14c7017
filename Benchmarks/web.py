"""What the web page costs the master: a run with a thousand rows, without a page and with twenty of them open.

usage: web.py KATYDID        prints one line of JSON for run.py

The extra CPU is the master process's, in percent of a core, over twenty seconds each; the goal is under 10.
"""

import json
import os
import pathlib
import re
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request

SPEC = """
from locust import HttpUser, constant, task
import itertools

numbers = itertools.count()

class Visitor(HttpUser):
    wait_time = constant(0.01)

    @task
    def page(self):
        self.client.get("/index.html", name=f"/page/{next(numbers) % 1000}")
"""
SECONDS = 20
PAGES = 20


def cpu(pid):
    """The seconds of processor time that a process has used, its children not counted."""
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def start(words, pattern, folder):
    process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=folder)
    for line in process.stdout:
        found = re.search(pattern, line)
        if found:
            threading.Thread(target=process.stdout.read, daemon=True).start()
            return process, found.group(1)
    raise SystemExit(f"{words[0]} doesn't start")


def page(port, counts, ends):
    """Reads events as a page does."""
    with socket.create_connection(("127.0.0.1", port), timeout=30) as stream:
        stream.sendall(b"GET /api/v1/events HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
        while not ends.is_set():
            data = stream.recv(1 << 18)
            if not data:
                raise SystemExit("the stream of events has ended")
            counts[0] += len(data)


def main():
    katydid = str(pathlib.Path(sys.argv[1]).resolve())
    with tempfile.TemporaryDirectory() as folder:
        (pathlib.Path(folder) / "locustfile.py").write_text(SPEC)
        target, host = start([katydid, "demo-target", "--port", "0"], r"listening on (\S+)", folder)
        master, address = start(
            [katydid, "--web-host", "127.0.0.1", "--web-port", "0", "--autostart", "-u", "10", "-r", "10", "--host", host,
             "--processes", "2"],
            r"web interface at (http://[^ ,\n]+)", folder)
        try:
            rows = 0
            end = time.monotonic() + 60
            while rows < 1000 and time.monotonic() < end:
                time.sleep(1)
                rows = len(json.load(urllib.request.urlopen(address + "/api/v1/statistics"))["rows"])
            begin = cpu(master.pid)
            time.sleep(SECONDS)
            alone = cpu(master.pid) - begin
            counts, ends = [0], threading.Event()
            pages = [threading.Thread(target=page, args=(int(address.rsplit(":", 1)[1]), counts, ends), daemon=True) for _ in range(PAGES)]
            for thread in pages:
                thread.start()
            time.sleep(3)
            begin, sent = cpu(master.pid), counts[0]
            time.sleep(SECONDS)
            together = cpu(master.pid) - begin
            sent = counts[0] - sent
            ends.set()
            rate = json.load(urllib.request.urlopen(address + "/stats/requests"))["current_rps"]
        finally:
            for process in (master, target):
                process.terminate()
                process.wait()
    print(json.dumps({
        "rows": rows, "pages": PAGES, "requests_per_second": round(rate), "alone_percent": round(100 * alone / SECONDS, 1),
        "with_pages_percent": round(100 * together / SECONDS, 1),
        "extra_percent": round(100 * (together - alone) / SECONDS, 1),
        "kib_per_page_and_second": round(sent / 1024 / PAGES / SECONDS, 1)}))


if __name__ == "__main__":
    main()
