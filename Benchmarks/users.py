"""The request rate of many paced users against the one that their wait time promises, as a Markdown table.

Usage: python3 Benchmarks/users.py PATH_TO_KATYDID

20,000 users with `between(1, 2)` send 20,000 / 1.5 s = 13,333 requests a second if they are served at once. Half of them
call on each of two demo targets. The statistics begin anew once all users are there.
"""
import json
import os
import subprocess
import sys

from bench import SPECS, progress, table
from memory import demo_target, descriptors_for

USERS = 20_000
RATE = 2_000
MEAN_WAIT = 1.5
RUN_TIME = USERS // RATE + 30


def measure(katydid):
    rows = []
    with descriptors_for(USERS // 2), demo_target(katydid) as (_, first), demo_target(katydid) as (_, second):
        command = [
            katydid, "-f", str(SPECS / "paced.py"), "--headless", "-u", str(USERS), "-r", str(RATE),
            "-t", f"{RUN_TIME}s", "--reset-stats", "--only-summary", "--json",
        ]
        targets = {"KATYDID_TARGET_1": first, "KATYDID_TARGET_2": second}
        run = subprocess.run(command, env={**os.environ, **targets}, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    entries = json.loads(run.stdout)
    count = sum(entry["num_requests"] for entry in entries)
    failures = sum(entry["num_failures"] for entry in entries)
    seconds = max(e["last_request_timestamp"] for e in entries) - min(e["start_time"] for e in entries)
    expected = USERS / MEAN_WAIT
    progress(f"users: {count / seconds:.0f} requests/s of {expected:.0f}, {failures} failures, status {run.returncode}")
    rows.append([
        f"{USERS:,}", f"{seconds:.0f}", f"{count:,}", f"{failures:,}", f"{expected:,.0f}", f"{count / seconds:,.0f}",
        f"{count / seconds / expected:.3f}",
    ])
    return table(["users", "seconds", "requests", "failures", "expected/s", "requests/s", "of expected"], rows)


if __name__ == "__main__":
    print(measure(sys.argv[1]))
