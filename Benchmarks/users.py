"""The request rate of 100,000 paced users in one process against the one that their wait time promises, as a Markdown table.

Usage: python3 Benchmarks/users.py PATH_TO_KATYDID

Users with `between(5, 10)` send users / 7.5 s requests a second if they are served at once. One worker runs them all, on one
core; their connections come from a pool that they share, as a process may have too few descriptors for one each. The
statistics begin anew once all users are there. A timer's error is the time from when a user's wait was over until the user
went on, as the worker itself counts it (`--summary-export`).
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

from bench import SPECS, descendants, processor_seconds, progress, proportional_bytes, running, table, wait_until
from memory import demo_target, descriptors_for

USERS = 100_000
RATE = 2_500
MEAN_WAIT = 7.5
MEASURED = 30
POOL = 1_000


def measure(katydid):
    with descriptors_for(POOL), demo_target(katydid) as (_, address), tempfile.TemporaryDirectory() as scratch:
        summary, log = pathlib.Path(scratch) / "summary.json", pathlib.Path(scratch) / "log"
        command = [
            katydid, "-f", str(SPECS / "paced.py"), "--headless", "-u", str(USERS), "-r", str(RATE), "--processes", "1",
            "-t", f"{USERS // RATE + MEASURED + 5}s", "--reset-stats", "--only-summary", "--host", address,
            "--summary-export", str(summary),
        ]
        with log.open("w") as output, running(command, output) as process:
            wait_until(lambda: "All users spawned" in log.read_text(), "the users", process, 600)
            worker, = descendants(process.pid)[1:]
            since, start = sum(processor_seconds(worker)), time.monotonic()
            time.sleep(MEASURED - 5)
            load = (sum(processor_seconds(worker)) - since) / (time.monotonic() - start)
            size = proportional_bytes(worker)
            status = process.wait(120)
        if status != 0:
            sys.exit(f"the run ended with status {status}: {log.read_text()[-2000:]}")
        report = json.loads(summary.read_text())
    total = report["total"]
    seconds = report["end"] - report["start"]
    error = next(metric for metric in report["metrics"] if metric["name"] == "timer error")["percentiles"]
    expected = USERS / MEAN_WAIT
    rate = total["requests"] / seconds
    progress(f"users: {rate:.0f} requests/s of {expected:.0f}, {total['failures']} failures, timer error {error}")
    columns = [
        "users", "seconds", "requests", "failures", "expected/s", "requests/s", "of expected",
        "timer error, ms: median", "99 %", "99.9 %", "% of a core", "MiB"]
    row = [
        f"{USERS:,}", f"{seconds:.0f}", f"{total['requests']:,}", f"{total['failures']:,}", f"{expected:,.0f}",
        f"{rate:,.0f}", f"{rate / expected:.3f}", *(f"{error[share]:.2f}" for share in ("0.5", "0.99", "0.999")),
        f"{100 * load:.0f}", f"{size / 2**20:.0f}"]
    return table(columns, [row])


if __name__ == "__main__":
    print(measure(sys.argv[1]))
