"""A thousand workers at one master, as a Markdown table: what they cost the master, and how long a swap takes.

Usage: python3 Benchmarks/swarm.py PATH_TO_KATYDID

The workers are simulated (swarm_workers.py): each sends a heartbeat a second and 200 rows of statistics every three. The
master has its console's tables on. The swap is one of a spec of 50 KB; it is timed by the master, from the change of the
file until the last worker has said that its users have changed over.
"""
import contextlib
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

from bench import locust, processor_seconds, progress, proportional_bytes, running, table, wait_until

WORKERS, ROWS, PROCESSES = 1000, 200, 2
USERS_EACH = 10
MEASURED = 15
SPEC = """from locust import User, constant, task


class Alpha(User):
    wait_time = constant(1)

    @task
    def nothing(self):
        pass


"""


def padded(version):
    """A spec of 50 KB."""
    lines = "".join(f"TEXT_{i} = '{os.urandom(16).hex()}'\n" for i in range(1150))
    return f"{SPEC}VERSION = {version}\n{lines}"


def longest_pause(log, begin):
    """The longest time between two tables of the console, by the bytes that come; measured while the caller waits."""
    size, last, longest = log.stat().st_size, time.monotonic(), 0.0
    while time.monotonic() < begin + MEASURED:
        time.sleep(0.05)
        if (now := log.stat().st_size) > size + 1000:
            longest = max(longest, time.monotonic() - last)
            size, last = now, time.monotonic()
    return longest


def measure(katydid):
    python = pathlib.Path(locust()).parent / "python"
    script = pathlib.Path(__file__).parent / "swarm_workers.py"
    with tempfile.TemporaryDirectory() as folder, contextlib.ExitStack() as stack:
        spec, log = pathlib.Path(folder, "spec.py"), pathlib.Path(folder, "log")
        spec.write_text(padded(1))
        command = [
            katydid, "-f", str(spec), "--headless", "--master", "--master-bind-host", "127.0.0.1", "--master-bind-port",
            "0", "--expect-workers", str(WORKERS), "-u", str(WORKERS * USERS_EACH), "-r", "1000000", "--stop-timeout", "5",
        ]
        master = stack.enter_context(running(command, stack.enter_context(log.open("w"))))

        def said(pattern):
            return re.search(pattern, log.read_text())

        wait_until(lambda: said(r"listens at 127.0.0.1:\d+"), "the master", master)
        port = said(r"listens at 127.0.0.1:(\d+)")[1]
        begin = time.monotonic()
        share = WORKERS // PROCESSES
        workers = [
            stack.enter_context(running([python, script, port, str(index * share), str(share), str(ROWS)]))
            for index in range(PROCESSES)
        ]
        wait_until(lambda: said(r"total users\)"), "all workers", master, 120)
        connected = time.monotonic() - begin
        progress(f"swarm: {WORKERS} workers after {connected:.1f} s")
        time.sleep(4)
        begin, busy = time.monotonic(), sum(processor_seconds(master.pid))
        peers = sum(sum(processor_seconds(worker.pid)) for worker in workers)
        pause = longest_pause(log, begin)
        seconds = time.monotonic() - begin
        share_of_core = (sum(processor_seconds(master.pid)) - busy) / seconds
        share_of_peers = (sum(sum(processor_seconds(worker.pid)) for worker in workers) - peers) / seconds
        memory = proportional_bytes(master.pid) / 1e6
        progress(f"swarm: the simulation takes {share_of_peers:.0%} of a core")
        spec.write_text(padded(2))
        wait_until(lambda: said(r"Version 2 of the spec \(.*\) is in use"), "the swap", master, 30)
        swap = said(r"Version 2 .*: (\d+) users of (\d+) workers changed over in (\d+) ms")
        swapped, milliseconds = int(swap[2]), int(swap[3])
        time.sleep(6)
        after = proportional_bytes(master.pid) / 1e6
    rows = [
        ["all workers connected", f"{connected:.1f} s", "20 s"],
        ["processor time of the master", f"{share_of_core:.0%} of a core", "50 %"],
        ["memory of the master", f"{memory:.0f} MB", "300 MB"],
        ["memory after the swap", f"{after:.0f} MB", "300 MB"],
        ["longest pause between two tables on the console", f"{pause:.1f} s", "3 s"],
        [f"swap of {spec_size(padded(2))} KB: {swapped} workers changed over", f"{milliseconds} ms", "2000 ms"],
    ]
    return table(["", f"{WORKERS:,} workers", "at most"], rows)


def spec_size(text):
    return round(len(text) / 1000)


if __name__ == "__main__":
    print(measure(sys.argv[1]))
