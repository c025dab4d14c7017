"""The response times that Katydid reports at half its greatest load against those on the wire, as a Markdown table.

Usage: python3 Benchmarks/latency.py PATH_TO_KATYDID    (as root, or where tcpdump may capture)

The truth is the kernel's: tcpdump notes when each request and each answer passes the loopback interface. As with wrk2 the
rate is constant (`constant_pacing`): half of what one worker reaches with the same task without waiting. The demo target
draws out its answers by a time that is chosen at random for each request, most a few ms, some 20 times as much; and, in a
second run, answers at once, so that the tester's own share is at its greatest. Both runs are measured from the first request
to the last, and every request that is reported must have been captured.
"""
import json
import os
import pathlib
import signal
import struct
import subprocess
import sys
import tempfile
import time

from bench import SPECS, progress, running, table, tool
from memory import demo_target

USERS = 200
SEARCH, SECONDS = 6, 15
SHARES = ["0.5", "0.9", "0.99", "0.999"]
RUNS = {"delays of 2 ms and more": "yes", "no delay": ""}


def run(katydid, folder, address, pace, delayed, seconds):
    """The summary of one run."""
    summary = folder / "summary.json"
    command = [
        katydid, "-f", str(SPECS / "latency.py"), "--headless", "-u", str(USERS), "-r", str(USERS), "-t", f"{seconds}s",
        "--processes", "1", "--host", address, "--only-summary", "--stop-timeout", "5", "--summary-export", str(summary),
    ]
    environment = {**os.environ, "PACE": str(pace), "DELAYED": delayed}
    result = subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    if result.returncode != 0:
        sys.exit(f"a run ended with status {result.returncode}: {result.stderr[-2000:]}")
    return json.loads(summary.read_text())["entries"][0]


def capture(path, port):
    """Captures the heads of the segments that carry data, with the kernel's timestamps."""
    command = [
        tool("tcpdump"), "-i", "lo", "-s", "96", "-B", "262144", "-n", "--time-stamp-precision=nano", "-w", str(path),
        f"tcp port {port} and greater 70"]
    return running(command, subprocess.PIPE)


def response_times(path, port):
    """The time from each request's first segment to its answer's last, in ms, of a capture file."""
    data = path.read_bytes()
    at, begun, ended, times = 24, {}, {}, []
    while at + 16 <= len(data):
        seconds, nanoseconds, length, _ = struct.unpack_from("<IIII", data, at)
        ip = at + 16 + 14
        tcp = ip + (data[ip] & 15) * 4
        source, destination = struct.unpack_from(">HH", data, tcp)
        total, = struct.unpack_from(">H", data, ip + 2)
        at += 16 + length
        if total <= tcp - ip + (data[tcp + 12] >> 4) * 4:
            continue
        now = seconds * 1_000_000_000 + nanoseconds
        if source == port:
            ended[destination] = now
        else:
            if source in ended:
                times.append((ended.pop(source) - begun.pop(source)) / 1e6)
            begun.setdefault(source, now)
    return times + [(ended[client] - begun[client]) / 1e6 for client in ended]


def measure(katydid):
    rows = []
    for name, delayed in RUNS.items():
        with demo_target(katydid) as (_, address), tempfile.TemporaryDirectory() as scratch:
            folder, port = pathlib.Path(scratch), int(address.rpartition(":")[2])
            most = run(katydid, folder, address, 0, delayed, SEARCH)["requests_per_second"]
            with capture(folder / "capture", port) as dump:
                time.sleep(1)
                entry = run(katydid, folder, address, USERS / (most / 2), delayed, SECONDS)
                time.sleep(1)
                dump.send_signal(signal.SIGINT)
                said = dump.communicate()[0].decode()
            wire = sorted(response_times(folder / "capture", port))
        if len(wire) != entry["requests"]:
            sys.exit(f"{entry['requests']} requests reported, {len(wire)} captured: {said}")
        for share in SHARES:
            truth = wire[min(len(wire) - 1, int(float(share) * len(wire)))]
            ours = entry["percentiles_ms"][share]
            progress(f"latency: {name}: {share}: {ours:.3f} ms, on the wire {truth:.3f} ms")
            rows.append([
                name, f"{most / 2:,.0f}", f"{100 * float(share):g} %", f"{truth:.3f}", f"{ours:.3f}",
                f"{100 * (ours / truth - 1):+.1f} %"])
    return table(["answers", "requests/s", "percentile", "on the wire, ms", "reported, ms", "error"], rows)


if __name__ == "__main__":
    print(measure(sys.argv[1]))
