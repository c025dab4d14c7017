"""Times every program under programs/ with Katydid and with CPython, alternating, as a Markdown table.

Usage: python3 Benchmarks/interpreter.py PATH_TO_KATYDID. Each figure is the median of five whole runs in seconds.
"""
import statistics
import subprocess
import sys
import time

from bench import ROOT, progress, python, table

ROUNDS = 5


def run(command):
    start = time.perf_counter()
    result = subprocess.run(command, capture_output=True, check=True)
    return time.perf_counter() - start, result.stdout


def measure(katydid):
    rows, ratios = [], []
    for program in sorted((ROOT / "Benchmarks" / "programs").glob("*.py")):
        ours, theirs = [], []
        for _ in range(ROUNDS):
            seconds, output = run([katydid, "exec", str(program)])
            ours.append(seconds)
            seconds, expected = run([python(), str(program)])
            theirs.append(seconds)
            if output != expected:
                sys.exit(f"{program.name}: the outputs differ")
        ratios.append(statistics.median(theirs) / statistics.median(ours))
        medians = [f"{statistics.median(times):.3f}" for times in (ours, theirs)]
        rows.append([program.stem, *medians, f"{ratios[-1]:.2f}"])
        progress(f"interpreter: {program.stem}: {ratios[-1]:.2f}")
    rows.append(["geometric mean", "", "", f"{statistics.geometric_mean(ratios):.2f}"])
    return table(["program", "Katydid, s", "CPython, s", "CPython / Katydid"], rows)


if __name__ == "__main__":
    print(measure(sys.argv[1]))
