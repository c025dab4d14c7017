"""What a change of the spec costs a run on this machine, as two Markdown tables.

Usage: python3 Benchmarks/swap.py PATH_TO_KATYDID

First: two workers of 5,000 users each, whose tasks take 10 ms (the demo target's /delay/0.01) with a second's wait between
them; five changes. Second: two workers under full load, 50 changes in 60 s; what the demo target has counted is compared
with the report, and the requests in each second with a change with the mean of all seconds.
"""
import contextlib
import json
import os
import pathlib
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request

from bench import progress, proportional_bytes, running, table, wait_until
from memory import demo_target, descriptors_for

USERS, SWAPS_OF_USERS = 10_000, 5
LOAD_USERS, SWAPS, SECONDS = 40, 50, 60

SPEC = """from locust import HttpUser, constant, task

VERSION = {version}


class Visitor(HttpUser):
    wait_time = constant({wait})

    def on_swap(self, old_version):
        assert old_version == VERSION - 1, old_version

    @task
    def visit(self):
        self.client.get("{path}", name="v{version}")
"""


class Run:
    """A headless run of a spec that changes, of two workers."""

    def __init__(self, katydid, folder, address, users, **spec):
        self.spec_file, self.log, self.options = folder / "spec.py", folder / "log", spec
        self.version = 1
        self.write()
        command = [
            katydid, "-f", str(self.spec_file), "--headless", "-u", str(users), "-r", str(users / 2), "--processes", "2",
            "--only-summary", "--json", "--stop-timeout", "20", "--host", address,
        ]
        with (folder / "out").open("w") as out, self.log.open("w") as log:
            self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, stderr=log)
        self.output = folder / "out"
        wait_until(lambda: self.said("All users spawned"), "the users", self.process, 120)

    def said(self, pattern):
        return re.search(pattern, self.log.read_text())

    def write(self):
        # A new file under the old name, as editors and configuration management write it.
        fresh = self.spec_file.with_suffix(".new")
        fresh.write_text(SPEC.format(version=self.version, **self.options))
        fresh.rename(self.spec_file)

    def swap(self):
        """Changes the spec; the users that have changed over and the ms that it took."""
        self.version += 1
        self.write()
        done = rf"Version {self.version} of the spec .*: (\d+) users of \d+ workers changed over in (\d+) ms"
        wait_until(lambda: self.said(done), f"version {self.version}", self.process, 30)
        found = self.said(done)
        return int(found[1]), int(found[2])

    def end(self):
        """Ends the run; its entries and its exit status."""
        self.process.send_signal(signal.SIGINT)
        self.process.wait(60)
        return json.loads(self.output.read_text()), self.process.returncode


@contextlib.contextmanager
def run_of(katydid, users, **spec):
    with tempfile.TemporaryDirectory() as folder, demo_target(katydid) as (_, address):
        run = Run(katydid, pathlib.Path(folder), address, users, **spec)
        try:
            yield run, address
        finally:
            if run.process.poll() is None:
                run.process.kill()
                run.process.wait()


def many_users(katydid):
    with descriptors_for(USERS), run_of(katydid, USERS, wait=1, path="/delay/0.01") as (run, _):
        time.sleep(3)
        times = []
        for _ in range(SWAPS_OF_USERS):
            users, milliseconds = run.swap()
            if users != USERS:
                sys.exit(f"{users} users have changed over, not {USERS}")
            times.append(milliseconds)
            time.sleep(2)
        entries, status = run.end()
    failures = sum(entry["num_failures"] for entry in entries)
    progress(f"swap: {USERS} users in {times} ms, {failures} failures, status {status}")
    return table(
        ["users", "changes", "median", "longest", "at most", "failures"],
        [[f"{USERS:,}", str(SWAPS_OF_USERS), f"{statistics.median(times):.0f} ms", f"{max(times)} ms", "500 ms",
          str(failures)]])


def counted(address):
    with urllib.request.urlopen(f"{address}/counter") as answer:
        return json.load(answer)["total"]


def full_load(katydid):
    with run_of(katydid, LOAD_USERS, wait=0, path="/json") as (run, address):
        first = time.time()
        time.sleep(5)
        begin, in_seconds, memory = time.monotonic(), [], []
        for index in range(SWAPS):
            time.sleep(max(0, begin + index * SECONDS / SWAPS - time.monotonic()))
            run.swap()
            in_seconds.append(int(time.time()))
            memory.append(proportional_bytes(run.process.pid))
        last = int(time.time())
        time.sleep(1.5)
        entries, status = run.end()
        served = counted(address) - 1
    by_second = {}
    for entry in entries:
        for second, count in entry["num_reqs_per_sec"].items():
            by_second[int(second)] = by_second.get(int(second), 0) + count
    reported = sum(entry["num_requests"] for entry in entries)
    failures = sum(entry["num_failures"] for entry in entries)
    whole = [by_second.get(second, 0) for second in range(int(first) + 2, last)]
    mean = statistics.mean(whole)
    off = sorted(abs(by_second.get(second, 0) - mean) / mean for second in set(in_seconds) if second < last)
    tenth, end = memory[9], statistics.median(memory[-5:])
    rows = [
        ["changes in a minute", str(SWAPS), ""],
        ["requests that the target has counted", f"{served:,}", ""],
        ["requests reported", f"{reported:,}", "the same"],
        ["failures; exit status", f"{failures}; {status}", "0; 0"],
        ["requests a second", f"{mean:,.0f}", ""],
        ["seconds with a change, off the mean: median", f"{statistics.median(off):.1%}", "10 %"],
        ["the furthest", f"{off[-1]:.1%}", "10 %"],
        ["memory of all processes after the tenth change", f"{tenth / 1e6:.1f} MB", ""],
        ["at the end", f"{end / 1e6:.1f} MB", "the same"],
    ]
    progress(f"swap: {served} served, {reported} reported, memory {[round(m / 1e6, 1) for m in memory]}")
    return table(["under full load", "measured", "wanted"], rows)


def measure(katydid):
    return f"{many_users(katydid)}\n\n{full_load(katydid)}"


if __name__ == "__main__":
    print(measure(sys.argv[1]))
