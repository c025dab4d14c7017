"""Times every program under programs/ with Katydid and with CPython, alternating, and prints a Markdown table.

Usage: python3 Benchmarks/interpreter.py PATH_TO_KATYDID. Each figure is the median of five whole runs in seconds.
"""
import math
import pathlib
import statistics
import subprocess
import sys
import time


def run(command):
    start = time.perf_counter()
    result = subprocess.run(command, capture_output=True, check=True)
    return time.perf_counter() - start, result.stdout


katydid = sys.argv[1]
logarithms = []
print("| program | Katydid, s | CPython, s | CPython / Katydid |\n|---|---|---|---|")
for program in sorted((pathlib.Path(__file__).parent / "programs").glob("*.py")):
    ours, theirs = [], []
    for _ in range(5):
        seconds, output = run([katydid, "exec", str(program)])
        ours.append(seconds)
        seconds, expected = run(["python3", str(program)])
        theirs.append(seconds)
        if output != expected:
            sys.exit(f"{program.name}: the outputs differ")
    ratio = statistics.median(theirs) / statistics.median(ours)
    logarithms.append(math.log(ratio))
    print(f"| {program.stem} | {statistics.median(ours):.3f} | {statistics.median(theirs):.3f} | {ratio:.2f} |")
print(f"| geometric mean | | | {math.exp(statistics.mean(logarithms)):.2f} |")
