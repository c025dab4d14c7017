"""Runs programs made by a grammar under CPython and under `katydid exec`; both have to print the same.

    python3 Tests/Fuzz/fuzz.py [--seed N] [--seconds S] [--programs N] [--size N] [--all] [--settled]

Without --seconds and --programs it goes on until it is interrupted. What `katydid` refuses is no difference. A difference is made
small and shown; then the status is 1.
"""
import argparse
import concurrent.futures
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

from grammar import Grammar
from shrink import Shrinker

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
KATYDID = os.environ.get("KATYDID", str(ROOT / ".build/release/katydid"))
SECONDS = 20
# What a spec can't do is said in these words.
REFUSED = re.compile(
    r"not supported|is refused|\[unsupported\]|complex number|has too many digits|too many digits in integer|MemoryError")
ADDRESS = re.compile(r" at 0x[0-9a-f]+")


def run(command, folder, seed=1):
    """A command's output, errors and status; `seed` decides in what order CPython walks over a set of texts."""
    try:
        done = subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, timeout=SECONDS, env={**os.environ, "PYTHONHASHSEED": str(seed)})
    except subprocess.TimeoutExpired:
        return "", "", "more than %d s" % SECONDS
    return done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace"), done.returncode


def difference(text, folder, name="program.py"):
    """What a program does differently under both: a line of ours and of theirs; None when nothing, or when it does
    something else under CPython each time."""
    path = pathlib.Path(folder) / name
    path.write_text(text, encoding="utf-8")
    python = [sys.executable, "-W", "ignore", name]
    reference = run(python, folder)
    found = compare(reference, run([KATYDID, "exec", name], folder))
    if found is None or compare(reference, run(python, folder, seed=2)) is not None:
        return None
    return found


def compare(reference, own):
    """What differs between two runs' outputs, errors and statuses: a line of ours and of CPython's."""
    (theirs, their_errors, their_status), (ours, errors, status) = reference, own
    if not isinstance(their_status, int) or "SyntaxError" in their_errors or "MemoryError" in theirs + their_errors:
        return None
    if REFUSED.search(errors) and not ours:
        return None
    ours_lines, their_lines = (ADDRESS.sub(" at 0x", side).split("\n") for side in (ours, theirs))
    for a, b in zip(ours_lines, their_lines):
        if a != b and not REFUSED.search(a):
            return a, b
    if REFUSED.search(errors):
        return None
    if len(ours_lines) != len(their_lines):
        return f"{len(ours_lines)} lines, {errors[-300:]}", f"{len(their_lines)} lines, {their_errors[-300:]}"
    if status != their_status or not same_errors(errors, their_errors):
        return f"status {status}: {errors[-900:]}", f"status {their_status}: {their_errors[-900:]}"
    return None


# A frame of the library: its file, and under CPython its line and carets.
LIBRARY_FRAME = re.compile(r'  File "(?:<[a-z_.]+>|/[^"]*/python3\.11/[^"]*)", .*\n(?:    .*\n)*')


def same_errors(ours, theirs):
    """Whether what ended the programs reads alike, with its traceback and its carets; frames of the library and warnings
    before it aside."""
    ours, theirs = (
        LIBRARY_FRAME.sub("", ADDRESS.sub(" at 0x", side[max(0, side.find("Traceback (most")):]))
        for side in (ours, theirs))
    return ours == theirs or not theirs.startswith("Traceback")


def kind(found):
    """What a difference is about, so that shrinking keeps to it: the exceptions' names, or that values differ."""
    return tuple(re.sub(r"^\S+ (\w+(Error|Exception|Iteration))?.*", r"\1", side, flags=re.S)[:40] for side in found)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--seconds", type=float)
    parser.add_argument("--programs", type=int, help="how many, in eights")
    parser.add_argument("--size", type=int, default=40)
    parser.add_argument("--all", action="store_true", help="go on after a difference")
    parser.add_argument("--settled", action="store_true", help="without the library and odd classes, which have known gaps")
    options = parser.parse_args()
    start = time.monotonic()
    ran, failed = 0, 0

    def one(seed):
        text = Grammar(seed, options.settled).program(options.size)
        with tempfile.TemporaryDirectory() as folder:
            return seed, text, difference(text, folder)

    seed = options.seed
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        while (options.seconds is None or time.monotonic() - start < options.seconds) and (
                options.programs is None or ran < options.programs):
            for number, text, found in pool.map(one, range(seed, seed + 8)):
                ran += 1
                if found is not None:
                    failed += 1
                    tell(number, text, found)
            seed += 8
            if failed and not options.all:
                break
    print(f"{ran} programs from seed {options.seed}, {failed} with differences")
    sys.exit(1 if failed else 0)


def tell(seed, text, found):
    with tempfile.TemporaryDirectory() as folder:
        def is_bad(candidate):
            now = difference(candidate, folder)
            return now is not None and kind(now) == kind(found)

        small = Shrinker(text, is_bad).result()
        now = difference(small, folder) or found
    print(f"seed {seed}: katydid prints\n    {now[0]}\nCPython\n    {now[1]}\nfor\n")
    print("\n".join("    " + line for line in small.split("\n")) + "\n", flush=True)


main()
