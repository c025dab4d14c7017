"""Two workers on two cores against one worker on one core, as a Markdown table.

Usage: python3 Benchmarks/scaling.py PATH_TO_KATYDID

Both workers need a core to themselves, and there are only two: master and target share them. So the first task is one
whose cost is nearly all its own (an order book of 400 orders, as JSON and back, then one request), of which the target
has next to nothing to do. The second is the one-line task of requests.py, where nginx needs as much as a worker: what is
gained there is what the target leaves. Rounds in turn, medians; nginx's own counter says how many requests there were.
"""
import collections
import os
import statistics
import sys

import requests
from bench import load_test, progress, table

ROUNDS = 5
USERS = 20
SPECS_NAMED = {"work of its own": "heavy.py", "one request": "one_get.py"}


def measure(katydid):
    if os.cpu_count() < 2:
        sys.exit("two workers on two cores need two cores")
    samples = collections.defaultdict(list)
    with requests.nginx() as server:
        for turn in range(ROUNDS):
            for task, spec in SPECS_NAMED.items():
                for workers in (1, 2):
                    command = load_test(
                        katydid, spec, USERS, USERS, server.address, "--processes", str(workers))
                    user, system, rate = requests.sample(server, command)
                    samples[task, workers].append((rate, user + system))
                    progress(f"scaling {turn + 1}/{ROUNDS}: {task}, {workers} workers: {rate:,.0f} tasks/s")
    medians = {key: [statistics.median(column) for column in zip(*rows)] for key, rows in samples.items()}
    rows = []
    for task in SPECS_NAMED:
        (one, cost_of_one), (two, cost_of_two) = medians[task, 1], medians[task, 2]
        rows.append([
            task, f"{one:,.0f}", f"{two:,.0f}", f"{cost_of_one:,.1f}", f"{cost_of_two:,.1f}", f"{two / one:.2f}"])
    return table(
        ["task", "tasks/s, one worker", "tasks/s, two", "µs a task, one worker", "µs a task, two", "two / one"], rows)


if __name__ == "__main__":
    print(measure(sys.argv[1]))
