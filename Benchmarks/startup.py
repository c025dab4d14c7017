"""Time from starting a load test to its first request's arrival, of Katydid and of Locust, as a Markdown table.

Usage: python3 Benchmarks/startup.py PATH_TO_KATYDID
"""
import socket
import statistics
import sys
import time

from bench import load_test, locust, progress, running, table

ANSWER = b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


def first_request(command, spec):
    """Seconds from just before the process is started until its first bytes are read here."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(30)
        address = f"http://127.0.0.1:{listener.getsockname()[1]}"
        start = time.perf_counter()
        with running(load_test(command, spec, 1, 1, address)):
            connection, _ = listener.accept()
            with connection:
                connection.settimeout(30)
                received = connection.recv(65536)
                seconds = time.perf_counter() - start
                if not received.startswith(b"GET / HTTP/1.1\r\n"):
                    sys.exit(f"not the request that was expected: {received[:80]!r}")
                connection.sendall(ANSWER)
    return seconds


def measure(katydid):
    ours, fast, plain = [], [], []
    for turn in range(20):
        ours.append(first_request(katydid, "idle.py"))
        if turn % 7 == 0:
            fast.append(first_request(locust(), "idle_fast.py"))
            plain.append(first_request(locust(), "idle.py"))
    rows = []
    for name, times in [("Katydid", ours), ("Locust FastHttpUser", fast), ("Locust HttpUser", plain)]:
        median = statistics.median(times)
        progress(f"startup: {name}: {1000 * median:.1f} ms")
        figures = [median, min(times), max(times)]
        ratio = f"{median / statistics.median(ours):.1f}"
        rows.append([name, str(len(times)), *(f"{1000 * figure:.1f}" for figure in figures), ratio])
    return table(["tester", "runs", "median, ms", "least, ms", "most, ms", "this / Katydid"], rows)


if __name__ == "__main__":
    print(measure(sys.argv[1]))
