"""Memory per connected, waiting user, of Katydid and of Locust, as a Markdown table.

Usage: python3 Benchmarks/memory.py PATH_TO_KATYDID

A user's share is the proportional set size of all the tester's processes, less that of the same test with one user,
divided by the users in between. The users have each made one request to `katydid demo-target`, hold their
connection and wait. The target's memory is not counted.
"""
import contextlib
import os
import re
import resource
import subprocess
import sys
import time

from bench import load_test, locust, progress, proportional_bytes, running, table, wait_until

USERS = 10_000
RATE = 2_000
SETTLING = 3.0


@contextlib.contextmanager
def demo_target(katydid):
    """Its process and address."""
    with running([katydid, "demo-target", "--port", "0"], subprocess.PIPE) as process:
        line = process.stdout.readline().decode()
        address = re.search(r"http://\S+", line)
        if not address:
            sys.exit(f"{katydid} demo-target did not say where it listens: {line!r}")
        yield process, address.group()


@contextlib.contextmanager
def descriptors_for(connections):
    """Lets this process and those it starts hold so many connections."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if hard < connections + 100:
        sys.exit(f"{connections} connections need as many descriptors; this process may have {hard}")
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def resident(katydid, command_for, users):
    """Bytes of all processes of a test once all its users are connected and wait, and the test's connections."""
    with demo_target(katydid) as (target, address):
        descriptors = f"/proc/{target.pid}/fd"
        before = len(os.listdir(descriptors))
        with running(command_for(users, address)) as process:
            def connected():
                return len(os.listdir(descriptors)) - before

            wait_until(lambda: connected() >= users, f"{users} connections", process)
            time.sleep(SETTLING)
            if connected() != users:
                sys.exit(f"{users} users hold {connected()} connections")
            return proportional_bytes(process.pid)


def measure(katydid):
    def tester(command, spec):
        return lambda users, address: load_test(command, spec, users, RATE, address)

    testers = [
        ("Katydid", tester(katydid, "idle.py")),
        ("Locust FastHttpUser", tester(locust(), "idle_fast.py")),
    ]
    measured = []
    with descriptors_for(USERS):
        for name, command_for in testers:
            one = resident(katydid, command_for, 1)
            many = resident(katydid, command_for, USERS)
            measured.append((name, one, many, (many - one) / (USERS - 1)))
            progress(f"memory: {name}: {measured[-1][-1] / 1024:.1f} KiB a user")
    columns = ["tester", "users", "with one user, MiB", "with all, MiB", "KiB a user", "this / Katydid"]
    rows = []
    for name, one, many, each in measured:
        sizes = [f"{one / 2**20:.1f}", f"{many / 2**20:.1f}", f"{each / 1024:.1f}"]
        rows.append([name, f"{USERS:,}", *sizes, f"{each / measured[0][-1]:.1f}"])
    return table(columns, rows)


if __name__ == "__main__":
    print(measure(sys.argv[1]))
