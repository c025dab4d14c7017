"""Runs every benchmark and writes its table into docs/performance.md, between that benchmark's two markers.

Usage: python3 Benchmarks/run.py PATH_TO_KATYDID [BENCHMARK …]    (all of them, unless some are named)
"""
import pathlib
import re
import sys
import time

sys.dont_write_bytecode = True

import calls
import interpreter
import latency
import lint
import memory
import prompt
import realistic
import requests
import scaling
import secure
import startup
import swap
import swarm
import users
import web
from bench import ROOT, progress

BENCHMARKS = {
    "requests": requests.measure,
    "secure": secure.measure,
    "realistic": realistic.measure,
    "scaling": scaling.measure,
    "latency": latency.measure,
    "interpreter": interpreter.measure,
    "calls": calls.measure,
    "memory": memory.measure,
    "users": users.measure,
    "startup": startup.measure,
    "prompt": prompt.measure,
    "lint": lint.measure,
    "web": web.measure,
    "swarm": swarm.measure,
    "swap": swap.measure,
}


def write(name, text):
    """Replaces what stands between the benchmark's markers in the document."""
    path = ROOT / "docs" / "performance.md"
    between = re.compile(rf"(<!-- {name}:begin -->\n).*?(<!-- {name}:end -->)", re.DOTALL)
    document, count = between.subn(lambda found: f"{found[1]}{text}\n{found[2]}", path.read_text())
    if count != 1:
        sys.exit(f"{path.name} must have the markers of {name} once, not {count} times")
    path.write_text(document)


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    katydid = str(pathlib.Path(sys.argv[1]).resolve())
    names = sys.argv[2:] or list(BENCHMARKS)
    if unknown := [name for name in names if name not in BENCHMARKS]:
        sys.exit(f"no benchmark is named {unknown[0]}; there are {', '.join(BENCHMARKS)}")
    start = time.monotonic()
    for name in names:
        text = BENCHMARKS[name](katydid)
        print(text + "\n", flush=True)
        write(name, text)
    progress(f"{len(names)} benchmarks in {time.monotonic() - start:.0f} s")


main()
