"""What open web pages cost the master of a run with a thousand rows of statistics, as a Markdown table.

Usage: python3 Benchmarks/web.py PATH_TO_KATYDID
"""
import json
import pathlib
import re
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request

from bench import SPECS, TICKS, progress, table

SECONDS = 20
PAGES = 20
ROWS = 1000


def cpu(pid):
    """The seconds of processor time that a process has used, its children's not counted."""
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def start(words, pattern, folder):
    """Starts a program that says where it listens."""
    process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=folder)
    for line in process.stdout:
        if found := re.search(pattern, line):
            threading.Thread(target=process.stdout.read, daemon=True).start()
            return process, found[1]
    sys.exit(f"{words[0]} doesn't start")


def page(port, counts, ends):
    """Reads events as a page does."""
    with socket.create_connection(("127.0.0.1", port), timeout=30) as stream:
        stream.sendall(b"GET /api/v1/events HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
        while not ends.is_set():
            data = stream.recv(1 << 18)
            if not data:
                sys.exit("the stream of events has ended")
            counts[0] += len(data)


def load(pid, counts):
    """The share of a core that a process takes, in percent, and the bytes a second that pages get."""
    begin, sent = cpu(pid), counts[0]
    time.sleep(SECONDS)
    return 100 * (cpu(pid) - begin) / SECONDS, (counts[0] - sent) / SECONDS


def measure(katydid):
    with tempfile.TemporaryDirectory() as folder:
        target, host = start([katydid, "demo-target", "--port", "0"], r"listening on (\S+)", folder)
        options = ["--web-host", "127.0.0.1", "--web-port", "0", "--autostart", "-u", "10", "-r", "10", "--host", host]
        master, address = start(
            [katydid, "-f", str(SPECS / "many_names.py"), *options, "--processes", "2"],
            r"web interface at (http://[^ ,\n]+)", folder)
        counts, ends = [0], threading.Event()
        try:
            end, rows = time.monotonic() + 60, 0
            while rows < ROWS and time.monotonic() < end:
                time.sleep(1)
                with urllib.request.urlopen(address + "/api/v1/statistics") as answer:
                    statistics = json.load(answer)
                rows = len(statistics["rows"])
            alone, _ = load(master.pid, counts)
            for _ in range(PAGES):
                port = int(address.rsplit(":", 1)[1])
                threading.Thread(target=page, args=(port, counts, ends), daemon=True).start()
            time.sleep(3)
            together, sent = load(master.pid, counts)
            with urllib.request.urlopen(address + "/api/v1/statistics") as answer:
                rate = json.load(answer)["total"]["current_rps"]
        finally:
            ends.set()
            for process in (master, target):
                process.terminate()
                process.wait()
    progress(f"web: {together - alone:.1f} % of a core for {PAGES} pages")
    return table(["open pages", "rows", "requests/s", "master, % of a core", "KiB/s a page"], [
        ["0", str(rows), f"{rate:.0f}", f"{alone:.1f}", ""],
        [str(PAGES), str(rows), f"{rate:.0f}", f"{together:.1f}", f"{sent / PAGES / 1024:.0f}"]])


if __name__ == "__main__":
    print(measure(sys.argv[1]))
