"""Many workers at one master: how long they take to connect, what they cost the master, how long a swap takes.

usage: python3 Benchmarks/swarm.py KATYDID [WORKERS] [SECONDS]

The workers are simulated, but true to the protocol: a ZeroMQ DEALER each over loopback TCP, a heartbeat a second, 200 rows
of statistics every three. It needs `zmq` and `msgpack`: run it with the Python of `.build-locust`.
"""

import multiprocessing
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

SPEC = "from locust import User, task, constant\n\nclass Alpha(User):\n    wait_time = constant(1)\n\n    @task\n    def nothing(self):\n        pass\n\n"
ROWS = 200
PROCESSES = 4


def padded(version):
    """A spec of 50 KB."""
    return SPEC + f"VERSION = {version}\n" + "".join(f"TEXT_{i} = '{os.urandom(16).hex()}'\n" for i in range(1150))


def rows(now):
    second = int(now)
    return [
        {
            "name": f"/page/{i}", "method": "GET", "last_request_timestamp": now, "start_time": now - 3,
            "num_requests": 30, "num_none_requests": 0, "num_failures": 0, "total_response_time": 300.0,
            "max_response_time": 20.0, "min_response_time": 5.0, "total_content_length": 3000,
            "response_times": {5: 10, 10: 10, 20: 10}, "num_reqs_per_sec": {second: 10, second - 1: 10, second - 2: 10},
            "num_fail_per_sec": {}, "katydid_latencies": [5000, 10, 10000, 10, 20000, 10],
        }
        for i in range(ROWS)
    ]


def simulate(port, first, count):
    import msgpack
    import zmq

    context = zmq.Context()
    context.set(zmq.MAX_SOCKETS, count + 10)
    poller = zmq.Poller()
    names, users, versions, states = {}, {}, {}, {}
    sockets = []
    for index in range(first, first + count):
        socket = context.socket(zmq.DEALER)
        name = f"sim{index}_x"
        socket.setsockopt(zmq.ROUTING_ID, name.encode())
        socket.connect(f"tcp://127.0.0.1:{port}")
        names[socket], users[socket], versions[socket], states[socket] = name, {}, "", "ready"
        poller.register(socket, zmq.POLLIN)
        sockets.append(socket)
        socket.send(msgpack.dumps(("client_ready", "0.1.0", name)))
    begin = time.monotonic()
    beats = {socket: begin + i / count for i, socket in enumerate(sockets)}
    reports = {socket: begin + 3 * i / count for i, socket in enumerate(sockets)}
    pending = {}
    while True:
        for socket, _ in poller.poll(20):
            kind, data, _ = msgpack.loads(socket.recv(), strict_map_key=False)
            name = names[socket]
            if kind == "spawn":
                users[socket], states[socket] = data["user_classes_count"], "running"
                total = sum(users[socket].values())
                done = {"user_classes_count": users[socket], "user_count": total}
                socket.send(msgpack.dumps(("spawning_complete", done, name)))
            elif kind == "katydid_spec":
                pending[socket] = data["id"]
                socket.send(msgpack.dumps(("katydid_loaded", {"id": data["id"]}, name)))
            elif kind == "katydid_activate":
                versions[socket] = data["id"]
                done = {"id": data["id"], "users": sum(users[socket].values())}
                socket.send(msgpack.dumps(("katydid_active", done, name)))
            elif kind == "quit":
                socket.send(msgpack.dumps(("quit", None, name)))
                beats.pop(socket, None)
                reports.pop(socket, None)
        now = time.monotonic()
        for socket in [s for s, due in beats.items() if due <= now]:
            beats[socket] += 1
            state = {"state": states[socket], "current_cpu_usage": 5.0, "current_memory_usage": 10**7,
                     "katydid_spec": versions[socket]}
            socket.send(msgpack.dumps(("heartbeat", state, names[socket])))
        wall = time.time()
        message = None
        for socket in [s for s, due in reports.items() if due <= now]:
            reports[socket] += 3
            message = message or rows(wall)
            report = {"stats": message, "stats_total": message[0], "errors": {},
                      "user_classes_count": users[socket], "user_count": sum(users[socket].values())}
            socket.send(msgpack.dumps(("stats", report, names[socket])))
        if not beats:
            time.sleep(1)
            return


def main():
    katydid = os.path.abspath(sys.argv[1])
    workers = int(sys.argv[2]) if len(sys.argv) > 2 else 1000
    seconds = int(sys.argv[3]) if len(sys.argv) > 3 else 30
    with tempfile.TemporaryDirectory() as folder:
        spec = pathlib.Path(folder, "spec.py")
        spec.write_text(padded(1))
        log = pathlib.Path(folder, "log")
        with log.open("w") as output:
            master = subprocess.Popen(
                [katydid, "-f", "spec.py", "--headless", "--master", "--master-bind-host", "127.0.0.1",
                 "--master-bind-port", "0", "--expect-workers", str(workers), "-u", str(workers), "-r", "100000",
                 "-t", str(seconds), "--only-summary"], cwd=folder, stderr=output, stdout=subprocess.DEVNULL)
        while not (found := re.search(r"listens at 127.0.0.1:(\d+)", log.read_text())):
            time.sleep(0.05)
        port, share = int(found[1]), workers // PROCESSES
        begin = time.monotonic()
        processes = [
            multiprocessing.Process(target=simulate, args=(port, i * share, share), daemon=True) for i in range(PROCESSES)
        ]
        for process in processes:
            process.start()
        while "total users)" not in log.read_text() and master.poll() is None:
            time.sleep(0.05)
        print(f"{share * PROCESSES} workers connected and running after {time.monotonic() - begin:.1f} s")

        def usage():
            fields = pathlib.Path(f"/proc/{master.pid}/stat").read_text().rsplit(")", 1)[1].split()
            return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

        time.sleep(4)
        cpu, now = usage(), time.monotonic()
        time.sleep(9)
        print(f"master: {(usage() - cpu) / (time.monotonic() - now) * 100:.0f} % of a core")
        status = pathlib.Path(f"/proc/{master.pid}/status").read_text()
        resident = int(re.search(r"VmRSS:\s+(\d+)", status)[1])
        print(f"master: {resident / 1024:.0f} MB")
        spec.write_text(padded(2))
        master.wait()
        swap = re.search(r"Version 2 .* changed over in (\d+) ms", log.read_text())
        print(f"swap of 50 KB: {swap[1] if swap else 'none'} ms from the save until the last worker")
        for process in processes:
            process.terminate()


main()
