"""Time from starting a prompt on a terminal until it takes input, as a Markdown table.

Usage: python3 Benchmarks/prompt.py PATH_TO_KATYDID
"""
import os
import pathlib
import pty
import select
import signal
import statistics
import sys
import tempfile
import time

from bench import ROOT, progress, table


def prompt(command, text, home):
    """Seconds from just before the process is started on a terminal until it shows its prompt."""
    start = time.perf_counter()
    pid, terminal = pty.fork()
    if pid == 0:
        os.environ.update(HOME=home, TERM="xterm")
        os.execvp(command[0], command)
    try:
        shown = b""
        while text not in shown:
            if not select.select([terminal], [], [], 20)[0]:
                sys.exit(f"{command[0]} shows no prompt: {shown[-200:]!r}")
            shown += os.read(terminal, 65536)
        return time.perf_counter() - start
    finally:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        os.close(terminal)


def measure(katydid):
    spec = str(ROOT / "examples" / "seed_locustfile.py")
    commands = {
        "katydid repl": ([katydid, "repl"], b"katydid> "),
        "katydid repl --host": ([katydid, "repl", "--host", "http://127.0.0.1:8080"], b"katydid> "),
        "katydid repl -f seed_locustfile.py": ([katydid, "repl", "-f", spec], b"katydid> "),
        "python3": (["python3", "-q"], b">>> "),
    }
    rows = []
    with tempfile.TemporaryDirectory() as home:
        # A history as long as it gets.
        lines = ["_HiStOrY_V2_"] + [f"client.get('/page/{number}')" for number in range(2000)]
        pathlib.Path(home, ".katydid_history").write_text("\n".join(lines) + "\n")
        times = {name: [] for name in commands}
        for _ in range(21):
            for name, (command, text) in commands.items():
                times[name].append(prompt(command, text, home))
    for name, taken in times.items():
        progress(f"prompt: {name}: {1000 * statistics.median(taken):.1f} ms")
        figures = [statistics.median(taken), min(taken), max(taken)]
        rows.append([name, str(len(taken)), *(f"{1000 * figure:.1f}" for figure in figures)])
    return table(["prompt", "runs", "median, ms", "least, ms", "most, ms"], rows)


if __name__ == "__main__":
    print(measure(sys.argv[1]))
