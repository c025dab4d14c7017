"""Processor time of `katydid lint` and of `ruff check` on the same files, as a Markdown table.

Usage: python3 Benchmarks/lint.py PATH_TO_KATYDID
"""
import os
import pathlib
import resource
import statistics
import subprocess
import sys
import tempfile
import time

from bench import ROOT, progress, table

RUFF_VERSION = "0.17.6"

HEAD = "import random\nimport string\n\nfrom locust import HttpUser, between, task\n"
CLASS = '''

class Member{number}(HttpUser):
    wait_time = between(0.2, 0.6)

    def on_start(self):
        self.name = "user-" + "".join(random.choices(string.ascii_lowercase, k=6))
        self.client.post("/login", data={{"username": self.name, "password": "secret"}})

    @task(2)
    def profile(self):
        with self.client.get("/me", catch_response=True) as response:
            if response.status_code != 200:
                response.failure(f"not logged in: {{response.status_code}}")
            elif self.name not in response.text:
                response.failure("somebody else's profile")

    @task
    def change(self):
        answer = self.client.post("/echo", json={{"name": self.name, "tags": ["a", "b"]}}).json()
        assert answer["method"] == "POST", answer
'''


def spec(lines):
    """A clean locustfile of so many lines."""
    text = HEAD
    number = 0
    while text.count("\n") + CLASS.count("\n") <= lines:
        text += CLASS.format(number=number)
        number += 1
    return text + "# end\n" * (lines - text.count("\n"))


def ruff():
    """The ruff command: KATYDID_RUFF, or one in a virtual environment that is made when missing."""
    if given := os.environ.get("KATYDID_RUFF"):
        return given
    environment = ROOT / ".build-ruff"
    command = environment / "bin" / "ruff"
    if not command.exists():
        progress(f"installing ruff {RUFF_VERSION} into {environment.name}/")
        subprocess.run([sys.executable, "-m", "venv", environment], check=True)
        pip = [environment / "bin" / "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, f"ruff=={RUFF_VERSION}"], check=True)
    return str(command)


def seconds(command):
    """The wall and processor time of a run on one core, which must find nothing."""
    core = min(os.sched_getaffinity(0))
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    run = subprocess.run(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, preexec_fn=lambda: os.sched_setaffinity(0, {core})
    )
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if run.returncode != 0:
        sys.exit(f"{command[0]} found something: {run.stdout[-300:]!r}")
    return wall, after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def measure(katydid):
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        many = pathlib.Path(folder, "many")
        many.mkdir()
        for number in range(1000):
            (many / f"spec{number}.py").write_text(spec(100))
        one = pathlib.Path(folder, "long.py")
        one.write_text(spec(10_000))
        for name, path in [("1,000 files of 100 lines", many), ("one file of 10,000 lines", one)]:
            commands = {
                "katydid lint": [katydid, "lint", "--isolated", "--output-format", "concise", str(path)],
                "ruff check": [ruff(), "check", "--no-cache", "--isolated", str(path)],
            }
            times = {command: [] for command in commands}
            for _ in range(7):
                for command, line in commands.items():
                    times[command].append(seconds(line))
            cpu = {command: statistics.median(t[1] for t in taken) for command, taken in times.items()}
            for command, taken in times.items():
                wall = statistics.median(t[0] for t in taken)
                progress(f"lint: {name}: {command}: {1000 * wall:.0f} ms")
                ratio = f"{cpu[command] / cpu['ruff check']:.1f}"
                rows.append([name, command, f"{1000 * wall:.0f}", f"{1000 * cpu[command]:.0f}", ratio])
    return table(["what", "linter", "wall, ms", "processor, ms", "this / ruff"], rows)


if __name__ == "__main__":
    print(measure(sys.argv[1]))
