"""Simulated workers of one master, true to the protocol between Katydids, in one process that costs little itself.

Usage: python3 Benchmarks/swarm_workers.py PORT FIRST COUNT ROWS      (needs zmq and msgpack: the Python of .build-locust)

Each has a ZeroMQ DEALER of its own over loopback TCP, sends a heartbeat a second and ROWS rows of statistics every three
seconds, and takes part in swaps. All that two workers say alike is encoded once: what is measured is the master.
"""
import selectors
import sys
import time

import msgpack
import zmq

HEARTBEAT, REPORT = 1.0, 3.0
LATENCIES = [(5000 + 40 * step, 3) for step in range(10)]


def encoded_rows(count, first_second):
    """What `StatsRows` of the Swarm target writes: plain values one after the other."""
    pack = msgpack.Packer().pack
    text = b""
    for index in range(count):
        row = ["GET", f"/page/{index}", 30, 0, 0, 3000, 150_000_000, 4_000_001, 20_000_000, float(first_second),
               first_second + 3.0, 3, first_second, 10, 1, 10, 1, 10, 0, len(LATENCIES)]
        row += [number for pair in LATENCIES for number in pair]
        text += b"".join(map(pack, row))
    return text


class Worker:
    def __init__(self, context, port, name):
        self.name, self.counts, self.version, self.state, self.pending = name, {}, "", "ready", None
        self.tail = msgpack.dumps(name)
        self.socket = context.socket(zmq.DEALER)
        self.socket.setsockopt(zmq.ROUTING_ID, name.encode())
        self.socket.setsockopt(zmq.LINGER, 1000)
        self.socket.connect(f"tcp://127.0.0.1:{port}")
        self.send("client_ready", "0.1.0")

    def send(self, kind, data):
        self.send_encoded(kind, msgpack.dumps(data))

    def send_encoded(self, kind, data):
        self.socket.send(b"\x93" + msgpack.dumps(kind) + data + self.tail)

    @property
    def users(self):
        return sum(self.counts.values())

    def receive(self):
        """Answers all that has come; False after the last message."""
        while True:
            try:
                frame = self.socket.recv(zmq.NOBLOCK)
            except zmq.Again:
                return True
            kind, data, _ = msgpack.loads(frame, strict_map_key=False)
            if kind == "spawn":
                self.counts, self.state = data["user_classes_count"], "running"
                self.send("spawning_complete", {"user_classes_count": self.counts, "user_count": self.users})
            elif kind == "katydid_spec":
                self.pending = data["id"]
                self.send("katydid_loaded", {"id": self.pending})
            elif kind == "katydid_activate":
                self.version = data["id"]
                self.send("katydid_active", {"id": self.version, "users": self.users})
            elif kind == "quit":
                self.send("quit", None)
                return False


def main():
    port, first, count, row_count = map(int, sys.argv[1:5])
    context = zmq.Context()
    context.set(zmq.MAX_SOCKETS, count + 10)
    selector = selectors.DefaultSelector()
    begin = time.monotonic()
    beats, reports = [], []
    for index in range(count):
        worker = Worker(context, port, f"sim{first + index}_x")
        selector.register(worker.socket.getsockopt(zmq.FD), selectors.EVENT_READ, worker)
        beats.append([begin + HEARTBEAT * index / count, worker])
        reports.append([begin + REPORT * index / count, worker])
    alive = set(worker for _, worker in beats)
    second, rows = 0, b""
    while alive:
        for key, _ in selector.select(0.02):
            worker = key.data
            if worker in alive and not worker.receive():
                alive.discard(worker)
        now = time.monotonic()
        for entry in beats:
            if entry[0] <= now and entry[1] in alive:
                entry[0] += HEARTBEAT
                worker = entry[1]
                worker.send("heartbeat", {"state": worker.state, "current_cpu_usage": 5.0,
                                          "current_memory_usage": 10**7, "katydid_spec": worker.version})
                # Sending may use up the descriptor's event.
                if not worker.receive():
                    alive.discard(worker)
        if int(time.time()) != second:
            second = int(time.time())
            rows = msgpack.dumps(encoded_rows(row_count, second - 3))
        for entry in reports:
            if entry[0] <= now and entry[1] in alive:
                entry[0] += REPORT
                worker = entry[1]
                data = {"errors": {}, "user_classes_count": worker.counts, "katydid_version": 1}
                encoded = msgpack.dumps(data)
                # A map of so few keys begins with one byte, its size in it.
                worker.send_encoded("stats", bytes([encoded[0] + 1]) + encoded[1:] + msgpack.dumps("katydid_rows") + rows)
                if not worker.receive():
                    alive.discard(worker)


main()
