"""What the benchmarks share: peers that are started and surely ended, their processor time and memory, tables."""
import contextlib
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
SPECS = ROOT / "Benchmarks" / "specs"
LOCUST_VERSION = "2.47.0"
TICKS = os.sysconf("SC_CLK_TCK")


def progress(text):
    print(text, file=sys.stderr, flush=True)


def table(columns, rows):
    """A Markdown table: the first column as text, the others aligned to the right."""
    lines = ["| " + " | ".join(columns) + " |", "|---" + "|---:" * (len(columns) - 1) + "|"]
    lines += ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join(lines)


def tool(name):
    """The path of a program that a Debian package installs, which may be outside an ordinary user's PATH."""
    found = shutil.which(name) or shutil.which(name, path="/usr/sbin:/usr/local/sbin")
    if found is None:
        sys.exit(f"{name} is not installed: run 'make bench', or apt-get install nginx-light wrk")
    return found


def python():
    """CPython to compare with: Debian's, which is built with profiles and link-time optimisation, where there is one.

    Others are often built without, and take half as long again.
    """
    debian = pathlib.Path("/usr/bin/python3")
    return str(debian) if debian.exists() else sys.executable


def locust():
    """The locust command: KATYDID_LOCUST, or one in a virtual environment that is made when missing."""
    if given := os.environ.get("KATYDID_LOCUST"):
        return given
    environment = ROOT / ".build-locust"
    command = environment / "bin" / "locust"
    if not command.exists():
        progress(f"installing locust {LOCUST_VERSION} into {environment.name}/")
        subprocess.run([python(), "-m", "venv", environment], check=True)
        pip = [environment / "bin" / "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, f"locust=={LOCUST_VERSION}"], check=True)
    return str(command)


def load_test(command, spec, users, rate, host, *more):
    """The command line of a headless load test; the same options for Katydid and for Locust."""
    options = ["--headless", "-u", str(users), "-r", str(rate), "-t", "180s", "--host", host]
    return [command, "-f", str(SPECS / spec), *options, *more]


@contextlib.contextmanager
def running(command, output=subprocess.DEVNULL, environment={}):
    """Starts a command; ends it and all its descendants, by their ids, when the block is left."""
    process = subprocess.Popen(
        command, env={**os.environ, **environment}, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT)
    try:
        yield process
    finally:
        family = descendants(process.pid)
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(10)
        for pid in family:
            with contextlib.suppress(ProcessLookupError):
                if pid == process.pid or alive(pid):
                    os.kill(pid, signal.SIGKILL)
        process.wait()
        if process.stdout:
            process.stdout.close()


def stat(pid):
    """The fields of /proc/PID/stat after the name (the state first), or None when the process is gone."""
    try:
        return pathlib.Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return None


def alive(pid):
    fields = stat(pid)
    return fields is not None and fields[0] != "Z"


def descendants(pid):
    """The process and all its children, theirs and so on."""
    family = [pid]
    for parent in family:
        for task in pathlib.Path(f"/proc/{parent}/task").glob("*/children"):
            with contextlib.suppress(OSError):
                family += [int(child) for child in task.read_text().split()]
    return family


def processor_seconds(pid):
    """User and system seconds that a process and its descendants have used so far."""
    user = system = 0
    for member in descendants(pid):
        if fields := stat(member):
            user += int(fields[11])
            system += int(fields[12])
    return user / TICKS, system / TICKS


def proportional_bytes(pid):
    """The proportional set size of a process and its descendants: shared pages are counted once among them."""
    total = 0
    for member in descendants(pid):
        for line in pathlib.Path(f"/proc/{member}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                total += int(line.split()[1]) * 1024
    return total


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_until(condition, what, process, seconds=60):
    """Waits until the condition holds; ends the benchmark when the process ends first or the time is over."""
    deadline = time.monotonic() + seconds
    while not condition():
        if process.poll() is not None:
            sys.exit(f"{what}: {process.args[0]} ended with status {process.returncode}")
        if time.monotonic() > deadline:
            sys.exit(f"{what}: not within {seconds} s")
        time.sleep(0.02)
