"""Memory per connected, waiting user, of Katydid and of Locust, as a Markdown table.

Usage: python3 Benchmarks/memory.py PATH_TO_KATYDID

A user's share is the proportional set size of all the tester's processes, less that of the same test with one user,
divided by the users in between. The users have each made one request to `katydid demo-target`, hold their
connection and wait. The target's memory is not counted, nor is the kernel's part of a connection. Of 100,000 users in one
process only as many hold a connection of their own as the process may have descriptors; the others have made their request
over five hundred that they share. They are fewer than descriptors, too: once half of the local ports lead to one address,
Linux takes a millisecond to find another one for each further connection.
"""
import contextlib
import os
import re
import resource
import subprocess
import sys
import time

from bench import load_test, locust, progress, proportional_bytes, running, table, wait_until

PEER_USERS = 2_000
USERS = 10_000
MANY_USERS = 100_000
MANY_CONNECTIONS = 12_000
SHARED = 500
RATE = 2_000
SETTLING = 5.0


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


def resident(katydid, command_for, users, connections=None):
    """Bytes of all processes of a test once all its users are connected and wait."""
    connections, environment = (connections, {"CONNECTED": str(connections)}) if connections else (users, {})
    with demo_target(katydid) as (target, address):
        descriptors = f"/proc/{target.pid}/fd"
        before = len(os.listdir(descriptors))
        with running(command_for(users, address), environment=environment) as process:
            def connected():
                return len(os.listdir(descriptors)) - before

            wait_until(lambda: connected() >= connections, f"{connections} connections", process)
            # All users of a kind with a fixed count come first; the others add connections that they share.
            time.sleep(SETTLING + (users - connections) / RATE)
            if not connections <= connected() <= connections + (SHARED if users > connections else 0):
                sys.exit(f"{users} users hold {connected()} connections")
            return proportional_bytes(process.pid)


def measure(katydid):
    def tester(command, spec, *more):
        return lambda users, address: load_test(command, spec, users, RATE, address, *more)

    limit = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    connected = min(MANY_CONNECTIONS, limit - SHARED - 500)
    ours, peer = tester(katydid, "idle.py", "--processes", "1"), tester(locust(), "idle_fast.py")
    many = tester(katydid, "idle_many.py", "--processes", "1")
    runs = [
        ("Locust FastHttpUser", peer, PEER_USERS, None),
        ("Katydid", ours, PEER_USERS, None),
        ("Katydid", ours, USERS, None),
        ("Katydid", many, MANY_USERS, connected),
    ]
    measured = []
    with descriptors_for(max(USERS, connected + SHARED)):
        singles = {name: resident(katydid, command_for, 1) for name, command_for, _, _ in runs[:2]}
        for name, command_for, users, connections in runs:
            one, all_of_them = singles[name], resident(katydid, command_for, users, connections)
            measured.append((name, users, connections or users, one, all_of_them, (all_of_them - one) / (users - 1)))
            progress(f"memory: {name}, {users:,} users: {measured[-1][-1] / 1024:.1f} KiB a user")
    columns = ["tester", "users", "connections", "with one user, MiB", "with all, MiB", "KiB a user", "Locust / this"]
    rows = []
    for name, users, connections, one, all_of_them, each in measured:
        sizes = [f"{one / 2**20:.1f}", f"{all_of_them / 2**20:.1f}", f"{each / 1024:.1f}"]
        rows.append([name, f"{users:,}", f"{connections:,}", *sizes, f"{measured[0][-1] / each:.1f}"])
    return table(columns, rows)


if __name__ == "__main__":
    print(measure(sys.argv[1]))
