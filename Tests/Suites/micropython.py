"""Measures the language by MicroPython's tests/basics: each file that runs under CPython is run under
`katydid exec` too, and what both print is compared.

    python3 Tests/Suites/micropython.py FOLDER [-v]

FOLDER is the `tests/basics` folder of a checkout of MicroPython, whose files are not part of this project.
"""
import concurrent.futures
import os
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
KATYDID = os.environ.get("KATYDID", str(ROOT / ".build/release/katydid"))
SECONDS = 20
REFUSALS = ("is refused", "[unsupported]", "not supported in a spec", "are not supported", "is not supported")


def run(command, folder):
    """A command's output and status; the status is None when it took too long."""
    try:
        done = subprocess.run(
            command, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            timeout=SECONDS,
        )
    except subprocess.TimeoutExpired:
        return "", "", None
    return done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace"), done.returncode


def measure(path):
    """What became of one file: (kind, detail)."""
    theirs, _, status = run([sys.executable, "-W", "ignore", path.name], path.parent)
    if status != 0:
        return "not for CPython", ""
    if theirs.strip() == "SKIP":
        return "skipped", ""
    ours, errors, status = run([KATYDID, "exec", path.name], path.parent)
    if ours == theirs and status == 0:
        return "same", ""
    text = ours + errors
    last = errors.strip().splitlines()[-1:] or [""]
    refusals = [line for line in text.splitlines() if any(word in line for word in REFUSALS)]
    if refusals:
        return "refused", refusals[-1]
    for number, (a, b) in enumerate(zip(ours.splitlines(), theirs.splitlines()), 1):
        if a != b:
            return "differs", f"line {number}: {a!r} instead of {b!r}; {last[0]}"
    return "differs", f"status {status}; {last[0]}"


def main():
    files = sorted(pathlib.Path(sys.argv[1]).glob("*.py"))
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        results = list(zip(files, pool.map(measure, files)))
    kinds = {}
    for path, (kind, detail) in results:
        kinds.setdefault(kind, []).append((path.name, detail))
    for kind in ("differs", "refused"):
        for name, detail in kinds.get(kind, ()):
            print(f"{kind}: {name}: {detail}")
    counted = sum(len(kinds.get(kind, ())) for kind in ("same", "differs", "refused"))
    same = len(kinds.get("same", ()))
    print(", ".join(f"{len(entries)} {kind}" for kind, entries in sorted(kinds.items())))
    refused = len(kinds.get("refused", ()))
    print(f"{same} of {counted} print the same: {100 * same / max(counted, 1):.1f} %; "
          f"of those not refused {100 * same / max(counted - refused, 1):.1f} %")


main()
